// For the background, too, which must stay small.

import type { Mark } from '../../core/marks/mark.ts';
import { isSameMark, mergeMark } from '../../core/marks/merge-marks.ts';
import type { MarkFault } from '../ports.ts';
import { tellMarksChanged } from './changes.ts';
import type { MarkPlace, MarkTable } from './mark-table.ts';
import { privateMarks } from './private-marks.ts';
import { storedMarks } from './stored-marks.ts';

/** Where the marks of a window are kept. @param privateWindow Its id; `null` for a window that is not private. */
export const marksOfWindow = (privateWindow: number | null): MarkPlace =>
  privateWindow === null ? storedMarks() : privateMarks(privateWindow);

/** Keeps a mark, unless it is kept in a newer state. Resolves to why it could not, or to `null`. */
export const keepMark = (place: MarkPlace, mark: Mark): Promise<MarkFault | null> =>
  tried(async () => {
    await place.change((table) => mergeInto(table, mark));
    tellMarksChanged([mark.video]);
  });

/** @returns What was there, and what is there now; `null` when nothing changed. */
export async function mergeInto(table: MarkTable, mark: Mark): Promise<MergedMark | null> {
  const before = await table.get(mark.id);
  const after = before ? mergeMark(before, mark) : mark;
  if (before && isSameMark(before, after)) return null;
  if (before) await table.remember(before);
  await table.put(after);
  return { before, after };
}

export interface MergedMark {
  readonly before: Mark | null;
  readonly after: Mark;
}

/** Says why a command could not be done. */
export async function tried(work: () => Promise<void>): Promise<MarkFault | null> {
  try {
    await work();
    return null;
  } catch (error) {
    return markFault(error);
  }
}

/** Why marks could not be read or written. */
export function markFault(error: unknown): MarkFault {
  const name = (error as { readonly name?: unknown } | null)?.name;
  const message = String((error as { readonly message?: unknown } | null)?.message ?? '');
  // Memory has a limit, too, but says so in words alone.
  if (name === 'QuotaExceededError' || /quota/i.test(message)) return 'full';
  return name === 'VersionError' ? 'newer' : 'refused';
}
