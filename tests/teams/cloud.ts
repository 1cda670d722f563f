import type { AddressInfo } from 'node:net';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { asJwk, newKey, signed, type Key } from './tokens';

export const appId = '11111111-2222-4333-8444-555555555555';
const appPassword = 'a secret of this run';
const tenant = '99999999-8888-4777-8666-555555555555';
export const issuer = 'https://api.botframework.com';

/** What reached the connector. */
export interface Delivered {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly activity: SentActivity;
  readonly at: number;
}

export interface SentActivity {
  readonly type: string;
  readonly text?: string;
  readonly attachments?: readonly { readonly contentType: string; readonly content: Record<string, unknown> }[];
  readonly [field: string]: unknown;
}

/** What the connector does with the next posts: takes them, answers with a status, keeps them waiting, or never answers. */
export type Manner = (activity: SentActivity) => { readonly status?: number; readonly wait?: number } | 'silent';

/** Azure Bot Service on this machine: an OpenID server, a login and a connector, on one port. */
export interface Cloud {
  readonly url: string;
  readonly server: Server;
  /** Settings that make a server believe in this cloud. */
  readonly settings: Record<string, string>;
  readonly keys: { readonly good: Key; readonly otherChannel: Key; readonly unlisted: Key };
  readonly delivered: Delivered[];
  manner: Manner;
  /** A token as Azure Bot Service sends with each activity; claims can be changed, or left out with undefined. */
  token(claims?: object, key?: Key, header?: { alg?: string; kid?: string }): string;
  /** Waits until a post that fits has reached the connector; rejects after five seconds. */
  next(fits: (one: Delivered) => boolean): Promise<Delivered>;
  close(): void;
}

export async function openCloud(port = 0): Promise<Cloud> {
  const keys = { good: newKey('good', ['msteams', 'webchat']), otherChannel: newKey('other', ['skype']), unlisted: newKey('unlisted') };
  const delivered: Delivered[] = [];
  const waiting = new Set<(one: Delivered) => void>();
  const server = createServer((request, response) => void route(request, response));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const accessToken = signed({ aud: issuer, appid: appId, exp: now() + 3600 }, keys.good);

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    const json = (status: number, body: object) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    if (path === '/openid') return json(200, { issuer, jwks_uri: `${url}/keys`, id_token_signing_alg_values_supported: ['RS256'] });
    if (path === '/keys') return json(200, { keys: [asJwk(keys.good), asJwk(keys.otherChannel)] });
    const body = await read(request);
    if (path === '/login/oauth2/v2.0/token') {
      const form = new URLSearchParams(body);
      const known =
        form.get('client_id') === appId && form.get('client_secret') === appPassword && form.get('grant_type') === 'client_credentials';
      return known
        ? json(200, { token_type: 'Bearer', expires_in: 3600, access_token: accessToken })
        : json(401, { error: 'invalid_client' });
    }
    if (!path.startsWith('/v3/conversations')) return json(404, {});
    if (request.headers.authorization !== `Bearer ${accessToken}`) return json(401, { error: 'no token of this login' });
    const activity = JSON.parse(body) as SentActivity;
    const manner = cloud.manner(activity);
    if (manner === 'silent') return undefined;
    if (manner.wait) await new Promise((resolve) => setTimeout(resolve, manner.wait));
    if ((manner.status ?? 200) >= 400) return json(manner.status!, { error: { code: 'Refused' } });
    const one = { path, authorization: request.headers.authorization, activity, at: performance.now() };
    delivered.push(one);
    for (const tell of waiting) tell(one);
    return json(manner.status ?? 200, { id: `sent-${delivered.length}` });
  }

  const cloud: Cloud = {
    url,
    server,
    settings: {
      MicrosoftAppId: appId,
      MicrosoftAppPassword: appPassword,
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppTenantId: tenant,
      ToBotFromChannelOpenIdMetadataUrl: `${url}/openid`,
      ToBotFromChannelTokenIssuer: issuer,
      ToBotFromEmulatorOpenIdMetadataUrl: `${url}/openid`,
      ToChannelFromBotLoginUrl: `${url}/login`,
      ToChannelFromBotOAuthScope: issuer,
      OAuthUrl: `${url}/oauth`,
    },
    keys,
    delivered,
    manner: () => ({}),
    token: (claims = {}, key = keys.good, header = {}) =>
      signed({ iss: issuer, aud: appId, nbf: now() - 10, exp: now() + 3600, serviceurl: url, ...claims }, key, header),
    next: (fits) =>
      new Promise((resolve, reject) => {
        const already = delivered.find(fits);
        if (already) return resolve(already);
        const late = setTimeout(() => reject(new Error('Nothing that fits reached the connector in five seconds.')), 5000);
        const tell = (one: Delivered) => {
          if (!fits(one)) return;
          clearTimeout(late);
          waiting.delete(tell);
          resolve(one);
        };
        waiting.add(tell);
        return undefined;
      }),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return cloud;
}

/** Seconds since 1970, as tokens count. */
export function now(): number {
  return Math.floor(Date.now() / 1000);
}

async function read(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}
