import type { Mark } from './mark.ts';

/**
 * Two states of one mark as one: what was changed last counts. A mark that only one of them has deleted is there: a restored
 * backup brings back what it holds. Of states changed at the same moment the one with more words counts.
 */
export function mergeMark(a: Mark, b: Mark): Mark {
  const counts = isLater(b, a) ? b : a;
  const deleted = a.deleted === null || b.deleted === null ? null : Math.max(a.deleted, b.deleted);
  return { ...counts, deleted };
}

/** All marks of both, each once. The order is that of `a`, then that of what only `b` has. */
export function mergeMarks(a: readonly Mark[], b: readonly Mark[]): readonly Mark[] {
  const merged = new Map<string, Mark>();
  for (const mark of [...a, ...b]) {
    const known = merged.get(mark.id);
    merged.set(mark.id, known ? mergeMark(known, mark) : mark);
  }
  return [...merged.values()];
}

function isLater(b: Mark, a: Mark): boolean {
  if (b.changed !== a.changed) return b.changed > a.changed;
  if (b.words.length !== a.words.length) return b.words.length > a.words.length;
  // Any order will do as long as it is the same one each time.
  return contentOf(b) > contentOf(a);
}

/** All but whether it is deleted. */
function contentOf({ id, video, videoTitle, at, words, quote, section, starred, created, changed }: Mark): string {
  const parts = [quote?.kind, quote?.text, section?.note, section?.id, section?.title];
  return JSON.stringify([id, video, videoTitle, at, words, starred, created, changed, ...parts]);
}

/** Whether a viewer would see no difference. */
export const isSameMark = (a: Mark, b: Mark): boolean => a.deleted === b.deleted && contentOf(a) === contentOf(b);
