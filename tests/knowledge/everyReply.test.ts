import { everyReply, type Rendered } from '../../bot/editor/everyReply';
import { asText, misfits } from '../../bot/editor/fits';
import { openKits } from '../../bot/host/kits.node';
import { readKnowledge } from '../../bot/kit/knowledge';
import type { Problem } from '../../bot/kit/problem';

const now = Date.parse('2026-11-21T14:00:00Z');
const problems: Problem[] = [];
const knowledge = readKnowledge('knowledge', 'locales/en/replies.json', problems);
const replies = everyReply(knowledge, now, problems);
const kits = openKits('build/kits');

test('every topic answers in every council, for each reader', () => {
  expect(problems).toEqual([]);
  expect(replies).toHaveLength(knowledge.national.size * (knowledge.councils.length + 1) * 2);
});

test('every answer by text message is at most two GSM-7 parts and holds its next step', () => {
  const costs = replies.map((r) => asText(r).segments).sort((a, b) => a - b);
  console.log(`text messages: ${costs.length}, median ${costs[costs.length >> 1]} parts, most ${costs.at(-1)}`);
  expect(replies.flatMap(misfits)).toEqual([]);
});

describe('every figure in every reply comes from a field', () => {
  const numbers = (text: string) => [...text.matchAll(/\d+/g)].map((m) => m[0]);

  // All digits that stand in a field with a source: figures of the entry, phone numbers, source dates, as-of dates.
  function accounted({ council, topic }: Rendered): Set<string> {
    const kit = kits.for(council === 'national' ? undefined : council).kit!;
    const entry = kit.entries[topic]!;
    const figures = [entry.national, entry.council].flatMap((layer) => (layer ? Object.values(layer.figures) : []));
    const own = knowledge.councils.find((c) => c.id === council)?.written;
    const fields = JSON.stringify([
      figures,
      Object.values(kit.services).map((s) => [s.phone, s.textTo, s.url, s.email]),
      own && [own.leaving_care, own.front_door, own.out_of_hours, own.contacts, own.offer_url],
      [...entry.national.sources, ...(entry.council?.sources ?? [])].map((s) => [s.at, kit.sources[s.id]]),
      [entry.national.asOf, entry.council?.asOf],
    ]);
    const amounts = figures.flatMap((f) => (f.kind === 'amount' ? f.values.flatMap((v) => numbers(v.value.toLocaleString('en-GB', { minimumFractionDigits: v.value % 1 ? 2 : 0 }))) : []));
    return new Set([...numbers(fields), ...numbers(fields).map((n) => String(Number(n))), ...amounts]);
  }

  test.each([...knowledge.national.keys()])('%s', (topic) => {
    const loose = replies
      .filter((r) => r.topic === topic)
      .flatMap((r) => {
        const known = accounted(r);
        const text = r.reply.parts.map((p) => p.text).join(' ') + ' ' + r.reply.brief.map((p) => p.text).join(' '); // prettier-ignore
        return numbers(text).filter((n) => !known.has(n)).map((n) => `${n} in ${r.council} for ${r.reader}`); // prettier-ignore
      });
    expect([...new Set(loose)]).toEqual([]);
  });
});

test('a number that no two sources agree on is never given to the public', () => {
  const unsafe = /0808 808 1001|0800 808 1001|0808 802 9999|0808 8000 631|0845 6000 388|0845 155 1071|01234 223599|0116 305 ?5479|0116 305 ?4504|0116 232 ?3232|07970 200033/;
  const spoken = replies.flatMap((r) => [...r.reply.parts, ...r.reply.brief].map((p) => p.text));
  expect(spoken.filter((text) => unsafe.test(text))).toEqual([]);
});
