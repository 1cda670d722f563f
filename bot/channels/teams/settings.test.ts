import { readSettings } from '../../settings';
import { appType, halfGivenTeams, teamsIsOn } from './settings';

const whole = { MicrosoftAppId: 'id', MicrosoftAppPassword: 'a secret', MicrosoftAppType: 'SingleTenant', MicrosoftAppTenantId: 'tenant' };

test.each<[string, Record<string, string>]>([
  ['a single-tenant app', whole],
  ['one whose type is written small', { ...whole, MicrosoftAppType: 'singletenant' }],
  ['a managed identity', { MicrosoftAppId: 'id', MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppTenantId: 'tenant' }],
  ['an old multi-tenant app', { MicrosoftAppId: 'id', MicrosoftAppPassword: 'a secret' }],
  ['another cloud', { ...whole, ToChannelFromBotLoginUrl: 'https://login.microsoftonline.us/tenant' }],
])('%s switches Teams on', (_, settings) => {
  expect(teamsIsOn(readSettings(settings))).toBe(true);
});

test('with nothing set Teams is off, and nothing is missing', () => {
  expect([teamsIsOn(readSettings({})), halfGivenTeams({})]).toEqual([false, []]);
});

test('a tenant makes an app single-tenant unless it says otherwise', () => {
  expect(appType({ MicrosoftAppId: 'id', MicrosoftAppTenantId: 'tenant' })).toBe('singletenant');
  expect(appType({ MicrosoftAppId: 'id' })).toBe('multitenant');
});

test.each<[string, Record<string, string>, string]>([
  ['no secret', { ...whole, MicrosoftAppPassword: '' }, 'MicrosoftAppPassword is not set'],
  ['no tenant', { ...whole, MicrosoftAppTenantId: '' }, 'MicrosoftAppTenantId is not set'],
  ['no app id', { ...whole, MicrosoftAppId: '' }, 'MicrosoftAppId is not set but'],
  ['only another cloud', { ToBotFromChannelTokenIssuer: 'https://api.botframework.us' }, 'MicrosoftAppId is not set but'],
  ['a secret beside a managed identity', { ...whole, MicrosoftAppType: 'UserAssignedMSI' }, 'MicrosoftAppPassword is set'],
  ['a type that does not exist', { ...whole, MicrosoftAppType: 'Tenantless' }, 'SingleTenant, UserAssignedMSI or MultiTenant'],
  ['an address that is none', { ...whole, OAuthUrl: 'token.botframework.com' }, 'a web address'],
])('%s: one line says so, without the secret', (_, settings, line) => {
  let message = '';
  try {
    readSettings(settings);
  } catch (error) {
    message = (error as Error).message;
  }
  expect(message).toContain(line);
  expect(message.split('\n')).toHaveLength(1);
  expect(message).not.toContain('a secret');
});
