import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Knowledge } from '../kit/knowledge';

/** Makes the folder of a new council with every field unknown; says what to do next. Refuses a name that is taken or unfit. */
export function newCouncil(folder: string, name: string, knowledge: Knowledge): string[] {
  const id = name.toLowerCase().replace(/\b(county|borough|city|metropolitan|district|council|of|the|london)\b/gu, ' ').trim().replace(/[^a-z]+/gu, '-').replace(/^-|-$/gu, ''); // prettier-ignore
  if (!/^[a-z][a-z-]+$/u.test(id))
    throw new Error(
      `"${name}" gives no name for a folder. Write the council's name, such as: npm run council:new -- "Kent County Council"`,
    );
  const place = join(folder, 'councils', id);
  if (existsSync(place)) throw new Error(`${place} is there already. Edit it, or choose another name.`);
  const unknownTeam = (team: string) => ({
    name: team,
    phone: 'unknown',
    schedules: 'unknown',
    status: 'unknown',
    sources: [{ id: 'facts-2026-11', at: 'not found' }],
  });
  const { schedules: _, ...night } = unknownTeam('Emergency Duty Team');
  const council = {
    id,
    name,
    short_name: name.replace(/ (County |Borough |City |Metropolitan Borough )?Council$/u, ''),
    also_called: [],
    towns: [],
    leaving_care: unknownTeam('Leaving Care Team'),
    front_door: unknownTeam("children's services"),
    out_of_hours: night,
    contacts: {},
    offer_url: 'unknown',
    as_of: 'unknown',
    checked: new Date().toISOString().slice(0, 10),
    review_by: new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10),
    unknown: [...knowledge.national].filter(([, f]) => f.written.local === 'varies').map(([topic]) => topic), // prettier-ignore
  };
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'council.yaml'), stringify(council, { lineWidth: 0 }));
  return [
    `Made ${place}/council.yaml with every field unknown.`,
    `Next: fill in the phone numbers with their sources, then write ${place}/<topic>.yaml for each topic you know, and take it off "unknown".`,
    'Then: npm run knowledge -- check',
    'See docs/how-to/add-your-council.md',
  ];
}
