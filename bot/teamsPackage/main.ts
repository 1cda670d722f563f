import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { zipSync } from 'fflate';
import { readOptions } from '../options';
import { readSettings } from '../settings';
import { colourIcon, outlineIcon } from './icons';
import { faultsOf, manifest } from './manifest';

// npm run teams:package -- --app-id ID --domain HOST: writes what is uploaded to Teams. Its how-to is docs/how-to/teams.md.

const options = {
  'app-id': { type: 'string' },
  domain: { type: 'string' },
  name: { type: 'string' },
  developer: { type: 'string' },
  privacy: { type: 'string' },
  terms: { type: 'string' },
  version: { type: 'string', default: '1.0.0' },
  out: { type: 'string', default: 'build/teams/care-leaver-assistant.zip' },
} as const;

const usage = `npm run teams:package -- --app-id 1111... --domain ask.example.gov.uk
  [--name NAME] [--developer NAME] [--privacy URL] [--terms URL] [--version 1.0.0] [--out FILE]`;

const hostname = /^(?=.{1,253}$)[a-z0-9-]+(\.[a-z0-9-]+)+$/iu;

function main(): void {
  const { values: given } = readOptions({ options }, usage);
  const { 'app-id': appId, domain, out } = given;
  if (!appId || !domain) throw new Error(`Give both --app-id and --domain. Use it so:\n${usage}`);
  if (!hostname.test(domain))
    throw new Error(`--domain is ${JSON.stringify(domain)}; it should be a host name such as ask.example.gov.uk.`);
  // The schema asks for a version in words only; Teams itself refuses any other form.
  if (!/^\d{1,5}\.\d{1,5}\.\d{1,5}$/u.test(given.version))
    throw new Error(`--version is ${JSON.stringify(given.version)}; it should be three numbers such as 1.0.0.`);
  const { BRAND_NAME, BRAND_COLOUR } = readSettings(process.env);
  const app = manifest({
    appId,
    domain,
    name: given.name ?? BRAND_NAME,
    developer: given.developer ?? given.name ?? BRAND_NAME,
    colour: BRAND_COLOUR,
    version: given.version,
    privacy: given.privacy,
    terms: given.terms,
  });
  const faults = faultsOf(app);
  if (faults.length > 0) throw new Error(`Teams would refuse this package:\n${faults.join('\n')}`);
  const files = {
    'manifest.json': Buffer.from(`${JSON.stringify(app, null, 2)}\n`),
    'color.png': colourIcon(BRAND_COLOUR),
    'outline.png': outlineIcon(),
  };
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, zipSync(files));
  console.log(`Wrote ${out}. Upload it in Teams: Apps, Manage your apps, Upload an app.`);
}

try {
  main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
