import { type LookupResult, REASONS } from './lookup.ts';

/**
 * Joins the results of two lookups, each best first, as one list: the episode being watched before the rest, then by
 * reason; where these are equal, those of the first list come before those of the second.
 */
export function mergeResults(
  first: readonly LookupResult[],
  second: readonly LookupResult[],
  limit: number,
): readonly LookupResult[] {
  const place = ({ current, reason }: LookupResult) => (current ? 0 : REASONS.length) + REASONS.indexOf(reason);
  return [...first, ...second].sort((a, b) => place(a) - place(b)).slice(0, limit);
}
