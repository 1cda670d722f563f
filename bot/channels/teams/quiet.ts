import { AsyncLocalStorage } from 'node:async_hooks';

const quiet = new AsyncLocalStorage<true>();

// The SDK's verifier prints keys and tokens' faults to console.error (jwtTokenExtractor.js). Whoever sends rubbish could fill
// a log with it, so what is printed while a token is judged goes nowhere; every other line is printed as before.
const print = console.error;
console.error = (...words: unknown[]) => {
  if (!quiet.getStore()) print.apply(console, words);
};

/** Runs the work; what it prints to console.error is dropped. */
export function quietly<T>(work: () => Promise<T>): Promise<T> {
  return quiet.run(true, work);
}
