import { parseArgs, type ParseArgsConfig } from 'node:util';

/** Reads the options a command was given; throws an error that says which one is wrong, and how the command is used. */
export function readOptions<T extends ParseArgsConfig>(config: T, usage: string): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    const [what] = (error as Error).message.split('. ');
    throw new Error(`${what}. Use it so:\n${usage}`, { cause: error });
  }
}

/** Reads the time to answer for, milliseconds; none given means now. Throws an error that says what a time looks like. */
export function readNow(given: unknown): number {
  if (given === undefined) return Date.now();
  const at = typeof given === 'string' ? Date.parse(given) : NaN;
  if (Number.isNaN(at)) throw new Error(`now is ${JSON.stringify(given)}; it should be a time such as "2026-11-21T14:00:00Z".`);
  return at;
}
