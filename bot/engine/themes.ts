/** Topics in the order in which a list of what somebody gets is read, under one heading each (ids of words). */
export const themes: Readonly<Record<string, readonly string[]>> = {
  people: [
    'personal-adviser',
    'leaving-care-team',
    'social-worker',
    'pathway-plan',
    'support-to-25',
    'local-offer',
    'corporate-parenting',
    'birthday-letter',
    'out-of-area',
  ],
  money: [
    'setting-up-home-allowance',
    'council-tax',
    'benefits',
    'emergency-money',
    'budgeting',
    'savings',
    'identity-documents',
    'health-costs',
    'transport',
    'leisure',
    'covenant',
  ],
  home: ['staying-put', 'staying-put-carers', 'staying-close', 'housing-options', 'social-housing', 'homelessness', 'tenancy-support'],
  work: ['college', 'university', 'apprenticeships', 'careers'],
  health: [
    'health-history',
    'mental-health',
    'substance-misuse',
    'sexual-health',
    'health-services',
    'parenting',
    'disability',
    'asylum',
    'custody',
  ],
  voice: [
    'advocacy',
    'complaints',
    'participation',
    'mind-of-my-own',
    'app',
    'rights',
    'care-records',
    'family-contact',
    'care-leaver-status',
  ],
};

const places = new Map(
  Object.entries(themes)
    .flatMap(([theme, topics]) => topics.map((topic) => [topic, theme] as const))
    .map(([topic, theme], at) => [topic, { theme, at }] as const),
);

/** The heading that a topic stands under; a topic in no list stands with the people who help. */
export function themeOf(topic: string): string {
  return places.get(topic)?.theme ?? 'people';
}

/** Where a topic comes in such a list: topics in none come last. */
export function orderOf(topic: string): number {
  return places.get(topic)?.at ?? Number.MAX_SAFE_INTEGER;
}
