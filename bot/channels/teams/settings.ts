import { z } from 'zod';

const address = z.string().url('a web address such as https://login.microsoftonline.us/botframework.com').optional();

/** The kinds of app registration that the SDK knows, in the lower case it compares them in. */
const appTypes = ['singletenant', 'userassignedmsi', 'multitenant'] as const;

/** Settings of Teams and Azure Bot Service, under the names that the SDK and Azure's own pages use. */
export const teamsShape = {
  MicrosoftAppId: z.string().trim().min(1).optional(),
  MicrosoftAppPassword: z.string().min(1).optional(),
  MicrosoftAppType: z
    .string()
    .refine((type) => (appTypes as readonly string[]).includes(type.trim().toLowerCase()), 'SingleTenant, UserAssignedMSI or MultiTenant')
    .optional(),
  MicrosoftAppTenantId: z.string().trim().min(1).optional(),
  ToBotFromChannelOpenIdMetadataUrl: address,
  ToBotFromChannelTokenIssuer: z.string().min(1).optional(),
  ToBotFromEmulatorOpenIdMetadataUrl: address,
  ToChannelFromBotLoginUrl: address,
  ToChannelFromBotOAuthScope: z.string().min(1).optional(),
  OAuthUrl: address,
  CallerId: z.string().min(1).optional(),
};

const read = z.object(teamsShape);
export type TeamsSettings = z.infer<typeof read>;

/** The settings of a bot that is on: who it is, is known. */
export type TeamsOn = TeamsSettings & { readonly MicrosoftAppId: string };

/** Teams is on when the app id is given; with none the SDK would take anyone's word, so the channel is then off. */
export function teamsIsOn(settings: TeamsSettings): settings is TeamsOn {
  return settings.MicrosoftAppId !== undefined;
}

/** The kind of app registration, in lower case; a bot with a tenant is single-tenant unless it says otherwise. */
export function appType({ MicrosoftAppType, MicrosoftAppTenantId }: TeamsSettings): (typeof appTypes)[number] {
  const given = MicrosoftAppType?.trim().toLowerCase() ?? (MicrosoftAppTenantId ? 'singletenant' : 'multitenant');
  return given as (typeof appTypes)[number];
}

/** One line for each setting that is missing beside the others; none when all are there or none is. */
export function halfGivenTeams(settings: TeamsSettings): string[] {
  const given = Object.keys(teamsShape).filter((name) => settings[name as keyof TeamsSettings] !== undefined);
  if (given.length === 0) return [];
  if (!teamsIsOn(settings))
    return [`Setting MicrosoftAppId is not set but ${given[0]} is; it should be the app id of the Azure bot, or neither should be set.`];
  const faults: string[] = [];
  const type = appType(settings);
  if (type === 'userassignedmsi' && settings.MicrosoftAppPassword)
    faults.push(
      'Setting MicrosoftAppPassword is set; with MicrosoftAppType UserAssignedMSI it should not be: a managed identity has none.',
    );
  if (type !== 'userassignedmsi' && !settings.MicrosoftAppPassword)
    faults.push('Setting MicrosoftAppPassword is not set; with MicrosoftAppId it should be the client secret of that app.');
  if (type !== 'multitenant' && !settings.MicrosoftAppTenantId)
    faults.push(
      `Setting MicrosoftAppTenantId is not set; with MicrosoftAppType ${settings.MicrosoftAppType} it should be the id of the council's tenant.`,
    );
  return faults;
}
