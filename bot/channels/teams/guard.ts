import { ConfigurationBotFrameworkAuthentication, ConfigurationServiceClientCredentialFactory, type Activity } from 'botbuilder';
import {
  AuthenticationConfiguration,
  AuthenticationConstants,
  AuthenticationError,
  BotFrameworkAuthentication,
  SkillValidation,
  type AuthenticateRequestResult,
  type BotFrameworkClient,
  type Claim,
  type ClaimsIdentity,
  type ConnectorClient,
  type ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector';
import { isLoopback, LoopbackLogin } from './login';
import { hurried, patience, within } from './patience';
import { quietly } from './quiet';
import { appType, type TeamsOn } from './settings';

/** The keys that tokens are checked with could not be fetched: nobody is let in, and it is worth trying again. */
export class KeysUnavailable extends Error {}

/** Every reason to turn a caller away is told as this one, so that an answer helps nobody to make a better forgery. */
const refused = (): AuthenticationError => new AuthenticationError('Unauthorized', 401);

/** The channel of the App Service extension has keys and settings of its own, which this bot never takes part in. */
const appServiceChannel = 'asechannel';

/** Addresses of connectors remembered; Azure has some ten. */
const mostClients = 50;

/**
 * The SDK's check of who is calling, with its gaps shut (4.23.3): a forged signature, `alg: none`, a token from the future
 * and a torn one were a 500 with the verifier's words, and a token without an end was let in.
 */
export class Guard extends BotFrameworkAuthentication {
  private readonly inner: BotFrameworkAuthentication;
  private readonly clients = new Map<string, ConnectorClient>();

  constructor(
    settings: TeamsOn,
    private readonly wait = patience,
  ) {
    super();
    this.inner = new ConfigurationBotFrameworkAuthentication(
      { ...cloud(settings), MicrosoftAppId: settings.MicrosoftAppId },
      credentials(settings),
      new AuthenticationConfiguration([], async (claims) => checkClaims(claims, settings.MicrosoftAppId)),
    );
  }

  override async authenticateRequest(activity: Activity, header: string): Promise<AuthenticateRequestResult> {
    try {
      if (activity.channelId.toLowerCase() === appServiceChannel || SkillValidation.isSkillToken(header)) throw refused();
      const checked = quietly(() => this.inner.authenticateRequest(activity, header));
      const caller = await within(this.wait, checked, () => new KeysUnavailable());
      return { ...caller, ...(caller.connectorFactory && { connectorFactory: this.hurriedBy(caller.connectorFactory) }) };
    } catch (error) {
      throw isKeysFault(error) ? new KeysUnavailable() : refused();
    }
  }

  override createConnectorFactory(identity: ClaimsIdentity): ConnectorFactory {
    return this.hurriedBy(this.inner.createConnectorFactory(identity));
  }

  // The SDK makes one for every turn, which costs more than the answer does; nobody signs in here, so none is ever used.
  override async createUserTokenClient(): Promise<UserTokenClient> {
    return {} as UserTokenClient;
  }

  override createBotFrameworkClient(): BotFrameworkClient {
    return this.inner.createBotFrameworkClient();
  }

  override async authenticateChannelRequest(): Promise<ClaimsIdentity> {
    throw refused();
  }

  override async authenticateStreamingRequest(): Promise<AuthenticateRequestResult> {
    throw refused();
  }

  // One client for each address, not one for each turn. The addresses are those that Azure signed: one for each region.
  private hurriedBy(factory: ConnectorFactory): ConnectorFactory {
    return {
      create: async (url, audience) => {
        const name = `${url} ${audience}`;
        const client = this.clients.get(name) ?? hurried(await factory.create(url, audience), this.wait);
        if (this.clients.size >= mostClients) this.clients.clear();
        this.clients.set(name, client);
        return client;
      },
    };
  }
}

// The SDK takes any one of these for a sign that all are meant, and leaves the rest undefined: an issuer that is undefined
// lets in a token that names none. What is not set is therefore the public cloud's.
function cloud(settings: TeamsOn): Record<string, string> {
  const publicCloud = AuthenticationConstants;
  return {
    ToChannelFromBotLoginUrl: settings.ToChannelFromBotLoginUrl ?? publicCloud.ToChannelFromBotLoginUrl,
    ToChannelFromBotOAuthScope: settings.ToChannelFromBotOAuthScope ?? publicCloud.ToChannelFromBotOAuthScope,
    ToBotFromChannelTokenIssuer: settings.ToBotFromChannelTokenIssuer ?? publicCloud.ToBotFromChannelTokenIssuer,
    OAuthUrl: settings.OAuthUrl ?? publicCloud.OAuthUrl,
    ToBotFromChannelOpenIdMetadataUrl: settings.ToBotFromChannelOpenIdMetadataUrl ?? publicCloud.ToBotFromChannelOpenIdMetadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: settings.ToBotFromEmulatorOpenIdMetadataUrl ?? publicCloud.ToBotFromEmulatorOpenIdMetadataUrl,
    CallerId: settings.CallerId ?? 'urn:botframework:azure',
  };
}

function credentials(settings: TeamsOn): ConfigurationServiceClientCredentialFactory | LoopbackLogin {
  // A cloud on this machine: a simulator or a test. No real login could give a token for it.
  if (isLoopback(settings.ToChannelFromBotLoginUrl) || isLoopback(settings.ToBotFromChannelOpenIdMetadataUrl))
    return new LoopbackLogin(settings.MicrosoftAppId, settings.MicrosoftAppPassword ?? '');
  const { MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppTenantId } = settings;
  return new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId,
    MicrosoftAppType: appType(settings),
    ...(MicrosoftAppPassword && { MicrosoftAppPassword }),
    ...(MicrosoftAppTenantId && { MicrosoftAppTenantId }),
  });
}

// Setting this check switches the SDK's own refusal of other bots' tokens off, so that is done here too. The audience must be
// this bot: else the token it shows to the connector could be played back to it.
function checkClaims(claims: readonly Claim[], appId: string): void {
  const claimed = (type: string): unknown => claims.find((claim) => claim.type === type)?.value;
  if (typeof claimed('exp') !== 'number' || claimed('aud') !== appId || SkillValidation.isSkillClaim([...claims])) throw refused();
}

// The SDK tells a failed fetch of its keys as a fault of the caller with status 500, or lets node-fetch's own error through.
function isKeysFault(error: unknown): boolean {
  if (error instanceof KeysUnavailable) return true;
  if (error instanceof AuthenticationError) return error.statusCode >= 500;
  return error instanceof Error && error.name === 'FetchError';
}
