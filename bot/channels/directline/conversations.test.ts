import { createConversations, mostConversations, mostHeld } from './conversations';

const parse = (group: string | null) => JSON.parse(group!) as { activities: { text: string }[]; watermark: string };

test('a thousand activities in one millisecond each have their own place', () => {
  const conversations = createConversations(() => 1_000);
  const conversation = conversations.open('a');
  const ids = Array.from({ length: 1_000 }, (_, i) => conversations.add(conversation, 'assistant', { text: String(i) }));
  expect(new Set(ids).size).toBe(1_000);
  const { watermark } = parse(conversations.since(conversation, ''));
  conversations.add(conversation, 'assistant', { text: 'next' });
  expect(parse(conversations.since(conversation, watermark)).activities.map(({ text }) => text)).toEqual(['next']);
});

test('one conversation holds so much and no more, and the newest always', () => {
  const conversations = createConversations(() => 1_000);
  const conversation = conversations.open('a');
  for (let i = 0; i < 100; i++) conversations.add(conversation, 'assistant', { text: `${i} ${'x'.repeat(2_000)}` });
  expect(JSON.stringify(conversation.held.map(({ json }) => json)).length).toBeLessThan(mostHeld * 1.1);
  expect(parse(conversations.since(conversation, '')).activities.at(-1)!.text).toMatch(/^99 /u);
});

test('beyond the most conversations the one longest idle is forgotten', () => {
  const conversations = createConversations(() => 1_000);
  for (let i = 0; i < mostConversations; i++) conversations.open(String(i));
  conversations.add(conversations.open('0'), 'person', {});
  conversations.open('one more');
  expect([conversations.has('0'), conversations.has('1'), conversations.has('one more')]).toEqual([true, false, true]);
});

test('30 idle minutes forget a conversation; polling does not keep it', () => {
  let now = 1_000;
  const conversations = createConversations(() => now);
  conversations.add(conversations.open('a'), 'person', {});
  for (let i = 0; i < 30; i++) {
    now += 60_000;
    conversations.since(conversations.open('a'), '');
  }
  conversations.sweep();
  expect(conversations.has('a')).toBe(false);
});

test('a watermark from before a conversation was forgotten still finds what came after', () => {
  let now = 1_000;
  const conversations = createConversations(() => now);
  conversations.add(conversations.open('a'), 'assistant', { text: 'old' });
  const { watermark } = parse(conversations.since(conversations.open('a'), ''));
  conversations.forget('a');
  now += 5;
  conversations.add(conversations.open('a'), 'assistant', { text: 'new' });
  expect(parse(conversations.since(conversations.open('a'), watermark)).activities.map(({ text }) => text)).toEqual(['new']);
});
