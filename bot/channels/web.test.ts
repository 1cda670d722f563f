import { ActivityTypes, type TurnContext } from 'botbuilder-core';
import type { Reply, Said } from '../engine/types';
import { createWeb, WebAdapter } from './web';

const reply: Reply = {
  kind: 'answer',
  topics: ['council-tax'],
  crisis: null,
  act: null,
  title: 'Council tax',
  parts: [
    { role: 'what', text: 'Each council decides.' },
    { role: 'next', text: 'Tell them.' },
  ],
  brief: [],
  choices: [],
  ref: 'CT',
  council: null,
  why: { rule: 'test' },
};
const said: Said = { text: 'do i pay', channel: 'web', council: 'devon' };

test('a message comes to the talk as it was said, under its own conversation, and the reply comes back whole', async () => {
  const heard: [string, Said][] = [];
  const web = createWeb(async (who, what) => {
    heard.push([who, what]);
    return reply;
  });
  expect(await web('c-1', said)).toBe(reply);
  expect(heard).toEqual([['c-1', said]]);
});

test('what is sent is one message with the words of the reply', async () => {
  const adapter = new WebAdapter();
  const sent: unknown[] = [];
  adapter.use(async (context, next) => {
    context.onSendActivities(async (_, activities, send) => {
      sent.push(...activities.map(({ type, text }) => ({ type, text })));
      return send();
    });
    await next();
  });
  await createWeb(async () => reply, adapter)('c-1', said);
  expect(sent).toEqual([{ type: ActivityTypes.Message, text: 'Each council decides.\n\nTell them.' }]);
});

test('two conversations at once get their own replies', async () => {
  const web = createWeb(async (who) => {
    await new Promise((resolve) => setTimeout(resolve, who === 'a' ? 20 : 0));
    return { ...reply, title: who };
  });
  const titles = (await Promise.all([web('a', said), web('b', said)])).map((r) => r.title);
  expect(titles).toEqual(['a', 'b']);
});

test('what the adapter sends is kept in order, each with its own id', async () => {
  const adapter = new WebAdapter();
  let ids: string[] = [];
  const outbox = await adapter.receive({ type: ActivityTypes.Message }, async (context) => {
    const sent = await context.sendActivities([{ text: 'one' }, { text: 'two' }].map((a) => ({ type: ActivityTypes.Message, ...a })));
    ids = sent.map((response) => response.id);
  });
  expect(outbox.map((activity) => activity.text)).toEqual(['one', 'two']);
  expect(new Set(ids).size).toBe(2);
});

test('what was sent on the web cannot be changed or taken back', async () => {
  const adapter = new WebAdapter();
  await expect(adapter.updateActivity()).rejects.toThrow('cannot change');
  await expect(adapter.deleteActivity()).rejects.toThrow('cannot take back');
});

test('a conversation can be taken up again where it was', async () => {
  const adapter = new WebAdapter();
  let found: Partial<TurnContext['activity']> = {};
  await adapter.continueConversation({ conversation: { id: 'c-1', isGroup: false, conversationType: '', name: '' } }, async (context) => {
    found = context.activity;
  });
  expect(found).toMatchObject({ type: ActivityTypes.Event, conversation: { id: 'c-1' } });
});

test('a fault in the logic reaches whoever asked', async () => {
  await expect(createWeb(() => Promise.reject(new Error('broken')))('c-1', said)).rejects.toThrow('broken');
});
