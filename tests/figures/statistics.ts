/** How many of how many, as a share from 0 to 1 with its 95% interval. */
export interface Share {
  readonly n: number;
  readonly of: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** Standard deviations on each side that hold 95% of a normal distribution. */
const z = 1.959964;

/** A share with its 95% interval by Wilson's score (1927), which stays between 0 and 1 and holds for few and for lopsided counts. */
export function wilson(n: number, of: number): Share {
  if (of === 0) return { n, of, share: 0, low: 0, high: 1 };
  const share = n / of;
  const shrunk = 1 + z ** 2 / of;
  const middle = (share + z ** 2 / (2 * of)) / shrunk;
  const reach = (z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2))) / shrunk;
  return { n, of, share, low: n === 0 ? 0 : middle - reach, high: n === of ? 1 : middle + reach };
}

/** The share of the items for which `test` holds. */
export function shareOf<T>(items: readonly T[], test: (item: T) => boolean): Share {
  return wilson(items.filter(test).length, items.length);
}

/** The smallest value that at least `part` of the values do not exceed: 0.5 for the median, 0.99 for p99. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? NaN;
}

/** "92.1%", or "-" when there was nothing to count. */
export function percent({ share, of }: Share): string {
  return of === 0 ? '-' : `${(100 * share).toFixed(1)}%`;
}

/** "90.4-93.5", in percent. */
export function interval({ low, high, of }: Share): string {
  return of === 0 ? '-' : `${(100 * low).toFixed(1)}-${(100 * high).toFixed(1)}`;
}

/** "+1.2", the change from an earlier share to this one in points. */
export function change(now: Share, before: Pick<Share, 'share'>): string {
  const points = (100 * (now.share - before.share)).toFixed(1);
  return points === '0.0' || points === '-0.0' ? '=' : Number(points) > 0 ? `+${points}` : points;
}
