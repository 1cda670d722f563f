import { turnWith } from '../../bot/engine/turn';
import type { Channel, Memory, Reader, Reply, Turn } from '../../bot/engine/types';
import { openKits } from '../../bot/host/kits.node';

export type Turned = Turn;

/** A Monday morning in term time, so that a run says the same whenever it is made. */
export const someMonday = '2026-11-23T10:00:00Z';

const kits = openKits('build/kits');

/** The engine's reply to one message from someone of whom nothing is known. */
export function ask(text: string): Reply {
  return turnWith((council) => kits.for(council).kit, {}, { text, channel: 'web' }, Date.parse(someMonday)).reply;
}

export interface Setting {
  readonly channel: Channel;
  readonly now?: string | undefined;
  readonly council?: string | undefined;
  readonly reader?: Reader | undefined;
}

/** The engine's turns on messages said one after another, with memory carried along. */
export function talk(said: readonly string[], { channel, now, council, reader }: Setting): Turned[] {
  let memory: Memory = { ...(council && { council }), ...(reader && { reader }) };
  return said.map((text) => {
    const turned = turnWith((id) => kits.for(id).kit, memory, { text, channel }, Date.parse(now ?? someMonday));
    memory = turned.memory;
    return turned;
  });
}
