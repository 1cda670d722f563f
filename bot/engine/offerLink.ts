/** Where the offer page of these answers is: they stand after "#", which no browser sends, so that they reach no server and no log. */
export function offerLink(answers: Readonly<Record<string, string | null | undefined>>): string {
  const given = Object.entries(answers).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return `/my-offer#${given.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&')}`;
}
