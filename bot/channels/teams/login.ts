import { ServiceClientCredentialsFactory } from 'botframework-connector';

type Credentials = Awaited<ReturnType<ServiceClientCredentialsFactory['createCredentials']>>;
type Outgoing = Parameters<Credentials['signRequest']>[0];

/** True for a plain-http address of this machine: a simulator or a test. */
export function isLoopback(address: string | undefined): boolean {
  if (!address || !URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

/** Time before its end at which a token is fetched anew, milliseconds. */
const early = 5 * 60_000;

/**
 * Signs calls to a simulated connector. The SDK's own login library takes https addresses only, so a login on loopback is
 * asked here, by the same OAuth 2 client-credentials request (RFC 6749, section 4.4). Where it gives no token, the call goes
 * unsigned: it is for the connector to refuse it.
 */
export class LoopbackLogin extends ServiceClientCredentialsFactory {
  private held: { readonly token: string; readonly until: number } | null = null;

  constructor(
    private readonly appId: string,
    private readonly secret: string,
  ) {
    super();
  }

  override async isValidAppId(appId = ''): Promise<boolean> {
    return appId === this.appId;
  }

  override async isAuthenticationDisabled(): Promise<boolean> {
    return false;
  }

  override async createCredentials(_appId: string, scope: string, login: string): Promise<Credentials> {
    return {
      signRequest: async (request: Outgoing): Promise<Outgoing> => {
        const token = await this.token(scope, login);
        if (token) request.headers.set('authorization', `Bearer ${token}`);
        return request;
      },
    };
  }

  private async token(scope: string, login: string): Promise<string | null> {
    if (!isLoopback(login)) return null;
    if (this.held && Date.now() < this.held.until) return this.held.token;
    const address = login.endsWith('/token') ? login : `${login.replace(/\/$/u, '')}/oauth2/v2.0/token`;
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: this.appId,
      client_secret: this.secret,
      scope: `${scope}/.default`,
    });
    try {
      const answer = (await (await fetch(address, { method: 'POST', body, signal: AbortSignal.timeout(2000) })).json()) as {
        access_token?: string;
        expires_in?: number;
      };
      if (!answer.access_token) return null;
      this.held = { token: answer.access_token, until: Date.now() + (answer.expires_in ?? 0) * 1000 - early };
      return answer.access_token;
    } catch {
      return null;
    }
  }
}
