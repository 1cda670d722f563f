import { inCompany, joined, message, newConversations, pressed, type Activity } from './activities';
import type { Cloud, Delivered } from './cloud';
import { openStage, type Stage } from './posting';
import { wordsOf } from './printed';

let stage: Stage;
let cloud: Cloud;

beforeAll(async () => {
  stage = await openStage();
  cloud = stage.cloud;
});

beforeEach(() => {
  newConversations();
  cloud.delivered.length = 0;
  cloud.manner = () => ({});
});

afterAll(() => stage.close());

const cardOf = ({ activity }: Delivered) => activity.attachments![0]!.content;
const wordsIn = (one: Delivered) => wordsOf(cardOf(one)).join('\n');

/** Posts an activity that should be taken, and gives what reached the connector for it. */
async function said(activity: Activity): Promise<Delivered[]> {
  const before = cloud.delivered.length;
  const { status, text } = await stage.post(activity);
  expect([status, text]).toEqual([200, '']);
  return cloud.delivered.slice(before);
}

async function answer(activity: Activity): Promise<string> {
  const sent = await said(activity);
  expect(sent).toHaveLength(1);
  return wordsIn(sent[0]!);
}

const somewhereToGo = ['999', '116 123'];

describe('in a chat with one person', () => {
  test('a question is answered with a card: the answer, the next step, its sources and its code', async () => {
    const [sent] = await said(message('do i pay council tax in leicestershire', cloud.url));
    expect(sent!.path).toMatch(/^\/v3\/conversations\/a%3A[\w-]+\/activities\/[\w-]+$/u);
    expect(sent!.activity).toMatchObject({ type: 'message', from: { id: expect.stringContaining('28:') as string } });
    const words = wordsIn(sent!);
    for (const wanted of ['25th birthday', 'What to do next', 'Where this comes from', 'Children and Families', 'Ref CT-LEI'])
      expect(words).toContain(wanted);
  });

  test('a toast on a locked screen shows that there is an answer, and none of its words', async () => {
    const [sent] = await said(message('i want to kill myself', cloud.url));
    expect([sent!.activity['summary'], sent!.activity.text]).toEqual(['Your answer', undefined]);
  });

  test('a crisis has the danger first, and every number in the words of the card', async () => {
    const [sent] = await said(message('i want to kill myself', cloud.url));
    const words = wordsOf(cardOf(sent!));
    expect(words[0]).toContain('999');
    for (const wanted of somewhereToGo) expect(words.join('\n')).toContain(wanted);
    expect(cardOf(sent!)['body']).toMatchObject([{ type: 'Container', style: 'attention' }, {}, {}, {}, {}, {}]);
  });

  test('a press of a choice is its question, and the council told by it is remembered', async () => {
    const first = await said(message('do i pay council tax', cloud.url));
    const devon = JSON.stringify(cardOf(first[0]!)['body']);
    const { msteams } = JSON.parse(/\{"msteams":\{[^}]*"Devon"[^}]*\}\}\}/u.exec(devon)![0]) as {
      msteams: { text: string; value: unknown };
    };
    expect(await answer(pressed(msteams.text, msteams.value, cloud.url))).toContain('eight district councils');
    expect(await answer(message('can i stay with my foster carers after 18', cloud.url))).toContain('Devon');
  });

  test('a press that comes without words is still its question', async () => {
    expect(await answer(pressed('', { ask: 'do i pay council tax' }, cloud.url))).toContain('Each council decides');
  });

  test('the assistant welcomes once, when it is added, and not when someone else is', async () => {
    const welcomed = await answer(joined('assistant', cloud.url));
    for (const wanted of ['You are typing to a computer', '999', 'Do I pay council tax?']) expect(welcomed).toContain(wanted);
    expect(await said(joined('someone', cloud.url))).toEqual([]);
    expect(await said(message(undefined, cloud.url, { type: 'installationUpdate', action: 'add' }))).toEqual([]);
  });

  test('nothing typed is met with the welcome', async () => {
    expect(await answer(message('   ', cloud.url))).toContain('You are typing to a computer');
  });

  test('what was mended is answered again, each mending once', async () => {
    const mended = message('do i pay council tax', cloud.url, { type: 'messageUpdate', channelData: { eventType: 'editMessage' } });
    expect(await answer(mended)).toContain('Each council decides');
    expect(await said(mended)).toEqual([]);
    expect(await answer({ ...mended, text: 'i want to kill myself', timestamp: '2026-11-21T02:00:01Z' })).toContain('116 123');
  });

  test.each<[string, Activity]>([
    ['a deleted message', { type: 'messageDelete', channelData: { eventType: 'softDeleteMessage' } }],
    ['a message brought back', { type: 'messageUpdate', channelData: { eventType: 'undeleteMessage' } }],
    ['a reaction', { type: 'messageReaction', reactionsAdded: [{ type: 'like' }], text: undefined }],
    ['typing', { type: 'typing' }],
    ['an event', { type: 'event', name: 'somethingElse' }],
    ['the end', { type: 'endOfConversation' }],
    ['a type that nobody knows', { type: 'somethingNew' }],
  ])('%s is taken, and asks for no answer', async (_, more) => {
    expect(await said(message('do i pay council tax', cloud.url, more))).toEqual([]);
  });

  test('a picture with no words gets told what can be read, and where to go', async () => {
    const picture = { contentType: 'image/png', contentUrl: 'https://example.com/1.png' };
    const words = await answer(message('', cloud.url, { attachments: [picture] }));
    for (const wanted of ['I can only read words', ...somewhereToGo]) expect(words).toContain(wanted);
  });

  test('of a file with words, the words are answered and the file is said to be unopened', async () => {
    const file = { contentType: 'application/vnd.microsoft.teams.file.download.info', name: 'letter.pdf' };
    const words = await answer(message('do i pay council tax', cloud.url, { attachments: [file] }));
    for (const wanted of ['Each council decides', 'I did not open']) expect(words).toContain(wanted);
  });

  test("a button of someone else's card gets a reply with somewhere to go", async () => {
    const words = await answer(pressed('', { order: 66 }, cloud.url));
    for (const wanted of ['does not work any more', ...somewhereToGo]) expect(words).toContain(wanted);
  });

  test('an invoke of an unknown card tells the person beside the button and in the chat', async () => {
    const invoke = message(undefined, cloud.url, {
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb: 'unknown', data: {} } },
    });
    const { status, text } = await stage.post(invoke);
    expect([status, JSON.parse(text)]).toEqual([
      200,
      {
        statusCode: 400,
        type: 'application/vnd.microsoft.error',
        value: { code: 'BadRequest', message: 'That button does not work any more. Type your question here.' },
      },
    ]);
    for (const wanted of somewhereToGo) expect(wordsIn(cloud.delivered.at(-1)!)).toContain(wanted);
  });

  test('any other invoke is told that it is not done here', async () => {
    for (const name of ['composeExtension/query', 'signin/verifyState', undefined])
      expect((await stage.post(message(undefined, cloud.url, { type: 'invoke', name }))).status).toBe(501);
    expect(cloud.delivered).toEqual([]);
  });

  test('a caller that expects replies in the response gets the same card there', async () => {
    const { status, text } = await stage.post(message('do i pay council tax', cloud.url, { deliveryMode: 'expectReplies' }));
    const { activities } = JSON.parse(text) as { activities: Delivered['activity'][] };
    expect([status, activities.length, cloud.delivered.length]).toEqual([200, 1, 0]);
    expect(wordsOf(activities[0]!.attachments![0]!.content).join('\n')).toContain('Each council decides');
  });
});

describe.each(['channel', 'groupChat'])('in a %s', (kind) => {
  const told = 'Everyone in this conversation can read this';

  test('it answers when it is named, and says who can read it', async () => {
    const words = await answer(inCompany('do i pay council tax', cloud.url, true, kind));
    for (const wanted of ['Each council decides', told]) expect(words).toContain(wanted);
  });

  test('it does not answer what is said to others', async () => {
    expect(await said(inCompany('do i pay council tax', cloud.url, false, kind))).toEqual([]);
    const someoneElse = [{ type: 'mention', mentioned: { id: '29:else' }, text: '<at>Alex</at>' }];
    expect(await said(inCompany('<at>Alex</at> do i pay council tax', cloud.url, false, kind, { entities: someoneElse }))).toEqual([]);
  });

  test('it does not take up an edit, a file or a card that is not for it', async () => {
    const edit = { type: 'messageUpdate', channelData: { eventType: 'editMessage' } };
    expect(await said(inCompany('do i pay council tax', cloud.url, false, kind, edit))).toEqual([]);
    expect(await said(inCompany('', cloud.url, false, kind, { attachments: [{ contentType: 'image/png' }] }))).toEqual([]);
    expect(await said(inCompany('', cloud.url, false, kind, { value: { order: 66 } }))).toEqual([]);
  });

  test('its own button needs no naming', async () => {
    const words = await answer(inCompany('Devon', cloud.url, false, kind, { value: { ask: 'Devon' } }));
    expect(words).toContain(told);
  });

  test('its name alone is met with the welcome', async () => {
    expect(await answer(inCompany('', cloud.url, true, kind))).toContain('You are typing to a computer');
  });

  test("one person's council does not answer another's question", async () => {
    await answer(inCompany('im from devon', cloud.url, true, kind, { from: { id: '29:one' } }));
    const asked = (id: string) => answer(inCompany('do i pay council tax', cloud.url, true, kind, { from: { id } }));
    expect(await asked('29:one')).toContain('eight district councils');
    expect(await asked('29:two')).toContain('Each council decides');
  });
});

describe('order', () => {
  test('two messages of one person at once are answered in the order they came', async () => {
    cloud.manner = () => ({ wait: cloud.delivered.length === 0 ? 200 : 0 });
    const first = stage.post(message('im from devon', cloud.url));
    await new Promise((resolve) => setTimeout(resolve, 50));
    const second = stage.post(message('do i pay council tax', cloud.url));
    expect((await Promise.all([first, second])).map(({ status }) => status)).toEqual([200, 200]);
    const replies = cloud.delivered.map(wordsIn);
    expect(replies).toHaveLength(2);
    expect(replies[1]).toContain('eight district councils');
  });

  test('one conversation does not wait for another', async () => {
    let waits = 250;
    cloud.manner = () => {
      const wait = waits;
      waits = 0;
      return { wait };
    };
    const slow = stage.post(message('do i pay council tax', cloud.url));
    await new Promise((resolve) => setTimeout(resolve, 50));
    await stage.post(message('hello', cloud.url, { conversation: { id: 'quick' } }));
    await slow;
    expect(cloud.delivered.map(({ path }) => path.split('/')[3] === 'quick')).toEqual([true, false]);
  });
});

describe('bodies that are no activity', () => {
  test.each<[string, number, () => unknown]>([
    ['no type', 400, () => message('hello', cloud.url, { type: undefined })],
    ['a type that is a number', 400, () => message('hello', cloud.url, { type: 7 })],
    ['no conversation', 400, () => message('hello', cloud.url, { conversation: undefined })],
    ['a conversation without an id', 400, () => message('hello', cloud.url, { conversation: {} })],
    ['no sender', 400, () => message('hello', cloud.url, { from: undefined })],
    ['no channel', 400, () => message('hello', cloud.url, { channelId: undefined })],
    ['no service address', 400, () => message('hello', cloud.url, { serviceUrl: undefined })],
    ['a service address that is a file', 400, () => message('hello', cloud.url, { serviceUrl: 'file:///etc/passwd' })],
    ['text that is an object', 400, () => message('hello', cloud.url, { text: { say: 'hello' } })],
    ['mentions that are words', 400, () => message('hello', cloud.url, { entities: 'mention' })],
    ['attachments that are words', 400, () => message('hello', cloud.url, { attachments: ['a.png'] })],
    ['members that are numbers', 400, () => message('hello', cloud.url, { type: 'conversationUpdate', membersAdded: [1] })],
    ['an empty object', 400, () => ({})],
    ['a list', 400, () => [message('hello', cloud.url)]],
    ['nothing', 400, () => ''],
    ['half of JSON', 400, () => '{"type":"message"'],
    ['JSON that is a word', 400, () => '"message"'],
    ['300 KB', 413, () => message('x'.repeat(300_000), cloud.url)],
  ])('%s: %d', async (_, status, body) => {
    const answered = await stage.post(body());
    expect(answered.status).toBe(status);
    expect(Object.keys(JSON.parse(answered.text) as object)).toEqual(['error']);
    expect(answered.text).not.toMatch(/hello|xxx|passwd/u);
    expect(cloud.delivered).toEqual([]);
  });

  test('a form, or text, is not JSON: 415', async () => {
    for (const type of ['application/x-www-form-urlencoded', 'text/plain'])
      expect((await stage.post(message('hello', cloud.url), cloud.token(), { 'content-type': type })).status).toBe(415);
  });

  test('only POST is answered', async () => {
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const answered = await fetch(`${stage.url}/api/messages`, { method });
      expect([answered.status, answered.headers.get('allow')]).toEqual([405, 'POST']);
    }
  });

  test.each<[string, Activity]>([
    ['null where words could be', { text: null, entities: null, attachments: null, value: null, id: null }],
    ['fields that nobody knows', { future: { very: ['new'] } }],
    ['mentions with nothing in them', { entities: [{ type: 'mention' }, { type: 'mention', mentioned: null }] }],
    ['a date that is none', { timestamp: 'yesterday' }],
    ['words of 20,000 letters', { text: 'do i pay council tax '.repeat(1000) }],
    ['letters of every kind', { text: '\u0000\uFFFF\uD800 مرحبا 👩‍👩‍👧 <script>alert(1)</script>' }],
  ])('%s: the person is answered', async (_, more) => {
    expect((await answer(message('do i pay council tax', cloud.url, more))).length).toBeGreaterThan(20);
  });
});
