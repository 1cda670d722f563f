import { workerData } from 'node:worker_threads';
import { readDays } from './dates.node';
import { lookEvery, openKits } from './kits.node';
import { turnsHere } from './turnsHere';
import { ready, takeAll, type Asked, type Given, type Taken } from './turnsOnThread.node';

// The thread on which turnsOnThread has turns worked out: it is given the folder of kits and a way to talk, says when it is
// ready, and answers each message with the turn. Nothing outlives the turn.
const { kits, port } = workerData as Given;
const take = turnsHere(openKits(kits, lookEvery), readDays);
takeAll(port, (message) => {
  const { id, asked } = message as Asked;
  const { reply, memory } = take(...asked);
  const [, { channel }] = asked;
  // As JSON it is read back in a third of the time. Only a text message is brief, and here nobody asks for the reasons.
  const needed = { ...reply, brief: channel === 'sms' ? reply.brief : [], why: { rule: reply.why.rule } };
  const turn = JSON.stringify({ reply: needed, memory });
  port.postMessage({ id, turn } satisfies Taken);
});
port.postMessage(ready);
