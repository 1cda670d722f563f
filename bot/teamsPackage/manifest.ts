import { readFileSync } from 'node:fs';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { words } from '../words';

/** The newest published version of the manifest's schema that @microsoft/app-manifest holds. */
const version = '1.30';

/** What a council decides of its app in Teams. */
export interface AppChoices {
  /** The app id of the Azure bot, which is the app's own id too. */
  readonly appId: string;
  /** Where the assistant runs, such as ask.example.gov.uk. */
  readonly domain: string;
  /** Shown under the icon, at most 30 characters. */
  readonly name: string;
  /** Who answers for it, at most 32 characters. */
  readonly developer: string;
  /** `#rrggbb`. */
  readonly colour: string;
  /** Such as 1.0.0; Teams takes a new package only with a higher one. */
  readonly version: string;
  readonly privacy?: string | undefined;
  readonly terms?: string | undefined;
}

// Shown above the message box; a press sends the title.
const suggestions = [
  ['Setting up home', 'starter-1'],
  ['Council tax', 'starter-2'],
  ['Staying put', 'starter-3'],
  ['Personal adviser', 'starter-4'],
] as const;

/** The manifest of the app package: one bot, in personal, team and group chat scope. */
export function manifest({ appId, domain, name, developer, colour, version: own, privacy, terms }: AppChoices): object {
  const site = `https://${domain}/`;
  const scopes = ['personal', 'team', 'groupChat'];
  const commands = suggestions.map(([title, key]) => ({ title, description: words.t(key) }));
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${version}/MicrosoftTeams.schema.json`,
    manifestVersion: version,
    version: own,
    id: appId,
    developer: { name: developer, websiteUrl: site, privacyUrl: privacy ?? site, termsOfUseUrl: terms ?? site },
    name: { short: name, full: name },
    description: {
      short: 'What care leavers and foster carers can get, and who to ask.',
      full: `${words.t('intro')} ${words.t('teams-kept')}`,
    },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: colour,
    bots: [
      {
        botId: appId,
        scopes,
        supportsFiles: false,
        isNotificationOnly: false,
        commandLists: scopes.map((scope) => ({ scopes: [scope], commands })),
      },
    ],
    defaultInstallScope: 'personal',
    validDomains: [domain],
  };
}

/** What the published schema finds wrong, one line for each field with what it should be; none when the manifest is good. */
export function faultsOf(given: object): string[] {
  const entry = require.resolve('@microsoft/app-manifest');
  const folder = entry.slice(0, entry.lastIndexOf('build') + 'build'.length);
  const file = `${folder}/json-schemas/teams/v${version}/MicrosoftTeams.schema.json`;
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true });
  addFormats(ajv);
  const check = ajv.compile(JSON.parse(readFileSync(file, 'utf8')) as object);
  if (check(given)) return [];
  return check.errors!.map(({ instancePath, message, params }) => {
    const field = instancePath.slice(1).replaceAll('/', '.') || 'manifest';
    return `${field}: ${message ?? 'is wrong'}${'additionalProperty' in params ? ` (${String(params['additionalProperty'])})` : ''}`;
  });
}
