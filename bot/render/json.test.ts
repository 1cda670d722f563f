import { openKits } from '../host/kits.node';
import { turn } from '../engine/turn';
import type { Channel, Reply } from '../engine/types';
import { asFields } from './json';
import { asSms } from './sms';
import { asText } from './text';

const kit = openKits('build/kits').for('devon').kit!;
const now = Date.parse('2026-11-21T02:00:00Z');
const ask = (text: string, channel: Channel): Reply => turn(kit, { council: 'devon' }, { text, channel }, now).reply;

test('the fields are those that the contract names, and no other', () => {
  expect(Object.keys(asFields(ask('do i pay council tax', 'web'), 'web', 'Devon', 'en'))).toEqual([
    'kind',
    'topics',
    'crisis',
    'act',
    'choices',
    'text',
    'segments',
    'encoding',
    'ref',
    'council',
    'lang',
  ]);
});

test('why a reply was given never leaves with it', () => {
  expect(JSON.stringify(asFields(ask('do i pay council tax', 'web'), 'web', 'Devon', 'en'))).not.toContain('ranked');
});

test.each<Channel>(['web', 'teams'])('on %s the text is whole and costs nothing', (channel) => {
  const reply = ask('do i pay council tax', channel);
  expect(asFields(reply, channel, 'Devon', 'en')).toMatchObject({
    text: asText(reply, 'Devon'),
    segments: null,
    encoding: null,
    lang: 'en',
  });
});

test('by text message the text is short, and what it costs is told', () => {
  const reply = ask('do i pay council tax', 'sms');
  const fields = asFields(reply, 'sms', 'Devon', 'en');
  expect(fields).toMatchObject({ text: asSms(reply), encoding: 'GSM-7', council: 'devon', kind: 'answer' });
  expect(fields.segments).toBeLessThanOrEqual(2);
});
