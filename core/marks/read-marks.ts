import { readBackup } from '../settings/backup.ts';
import { type Mark, newMark } from './mark.ts';
import type { MarkInFile } from './mark-title.ts';
import { readAnnotations } from './read-annotations.ts';
import { readMarksMarkdown } from './read-marks-markdown.ts';

/**
 * Reads marks from a file: a backup, W3C Web Annotations, or Markdown as `marksMarkdown` writes it.
 *
 * @param present The marks at hand: those that Markdown says again are themselves, not others.
 * @param makeId Makes the id of a mark that has none.
 * @param now Milliseconds since 1970.
 * @returns `null` when there is not a single mark in it.
 */
export function readMarks(
  text: string,
  present: readonly Mark[],
  makeId: () => string,
  now: number,
): readonly Mark[] | null {
  const marks = fromJson(text, now) ?? fromMarkdown(text, present, makeId, now);
  return marks.length > 0 ? marks : null;
}

function fromJson(text: string, now: number): readonly Mark[] | null {
  if (!/^\s*[[{]/u.test(text.slice(0, 100).replace(/^\ufeff/u, ''))) return null;
  const backup = readBackup(text);
  if (backup.ok) return backup.kept.marks;
  try {
    return readAnnotations(JSON.parse(text), now);
  } catch {
    return null;
  }
}

function fromMarkdown(text: string, present: readonly Mark[], makeId: () => string, now: number): readonly Mark[] {
  const known = new Map(present.filter(({ deleted }) => deleted === null).map((mark) => [sayingOf(mark), mark]));
  return readMarksMarkdown(text).map((found) => {
    const saying = sayingOf(found);
    const mark = known.get(saying) ?? newMark({ ...found, id: makeId(), section: null, now });
    known.set(saying, mark);
    return { ...mark, starred: mark.starred || found.starred };
  });
}

/** Markdown has whole seconds and no ids: there, marks are one that say the same of the same second. */
const sayingOf = ({ video, at, words, quote }: MarkInFile | Mark) =>
  JSON.stringify([video, Math.floor(at), words.trim(), quote?.text.trim() ?? '']);
