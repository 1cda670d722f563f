import { safety } from '../engine/turn';
import type { Kits } from '../host/kits.node';
import type { Brand } from '../render/shell';
import type { Settings } from '../settings';

/** Whose page it is, from the settings. */
export function brandOf(settings: Settings): Brand {
  return { name: settings.BRAND_NAME, logo: settings.BRAND_LOGO !== undefined };
}

/** The councils that can be picked on a page: those with a kit. */
export function councilChoices(kits: Kits): { id: string; shortName: string }[] {
  return Object.entries(safety.councils)
    .filter(([id]) => kits.councils.includes(id))
    .map(([id, book]) => ({ id, shortName: book.shortName }));
}
