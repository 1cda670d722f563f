/** The parts of an activity that the tests look at. */
export interface Seen {
  readonly id: string;
  readonly type: string;
  readonly text: string;
  readonly from: { readonly id: string; readonly role: string };
  readonly replyToId?: string;
  readonly suggestedActions?: { readonly actions: readonly { readonly title: string; readonly value: string }[] };
  readonly channelData?: Record<string, unknown>;
}

/** A conversation held by plain requests, as the protocol names them. */
export interface Line {
  readonly conversationId: string;
  readonly token: string;
  readonly streamUrl: string;
}

export const root = (url: string): string => `${url}/v3/directline`;

export async function call(
  url: string,
  { token, method = 'GET', body, headers = {} }: { token?: string; method?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<{ status: number; headers: Headers; body: Record<string, unknown> }> {
  const response = await fetch(url, {
    method,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && !(body instanceof FormData) && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: body instanceof FormData || typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text ? (JSON.parse(text) as Record<string, unknown>) : {} };
}

/** Begins a conversation: a token, then its place. */
export async function begin(url: string, chosen: object = {}): Promise<Line> {
  const { body } = await call(`${root(url)}/tokens/generate`, { method: 'POST', body: chosen });
  const started = await call(`${root(url)}/conversations`, { method: 'POST', token: String(body['token']) });
  return started.body as unknown as Line;
}

/** Everything in a conversation after a watermark. */
export async function activities(url: string, line: Line, watermark = ''): Promise<{ activities: Seen[]; watermark: string }> {
  const got = await call(`${root(url)}/conversations/${line.conversationId}/activities?watermark=${watermark}`, line);
  return got.body as unknown as { activities: Seen[]; watermark: string };
}

/** Posts what a person says and returns what came back for it. */
export async function ask(url: string, line: Line, text: string): Promise<Seen> {
  const activity = { type: 'message', from: { id: 'me' }, text };
  const { status, body } = await call(`${root(url)}/conversations/${line.conversationId}/activities`, {
    ...line,
    method: 'POST',
    body: activity,
  });
  if (status !== 200) throw new Error(`status ${status}`);
  const { activities: all } = await activities(url, line);
  const reply = all.find((seen) => seen.replyToId === body['id']);
  if (!reply) throw new Error('nothing came back');
  return reply;
}
