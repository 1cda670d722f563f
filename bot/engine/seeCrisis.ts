import { findCrisis } from './crisis';
import { suspect, type Suspicion } from './suspect';
import { crisisCategories, type CrisisCategory, type CrisisFound, type Safety, type Tidied } from './types';

/** What a rule's own category counts for beside the scores of the second detector; chosen on messages kept out of its learning. */
const rulesWord = 1;

/** Both detectors, either one is enough: a rule that fires, or words that people in a crisis use. Of which kind, both say together. */
export function seeCrisis(tidied: Tidied, safety: Safety): CrisisFound | null {
  const fired = findCrisis(tidied, safety);
  const heard = suspect(tidied, safety);
  if (!fired) return heard.crisis ? { category: likeliest(heard), rule: `heard: ${heard.because.join(' ')}`, unsure: true } : null;
  const category = likeliest(heard, fired.category);
  // A rule's own helpline belongs to its own category.
  return category === fired.category ? fired : { category, rule: fired.rule };
}

function likeliest({ scoreOf }: Suspicion, ruled?: CrisisCategory): CrisisCategory {
  const score = (one: CrisisCategory) => scoreOf(one) + (one === ruled ? rulesWord : 0);
  return crisisCategories.reduce((best, one) => (score(one) > score(best) ? one : best));
}
