import { i18n } from '#i18n';
import { type NoteOfMarks, noteOfMarks } from '../../core/export/note-of-marks.ts';
import type { WrittenNote } from '../../core/library/written-note.ts';
import { createCompilePool } from '../../platform/compile/compile-pool.ts';
import { isPrivate } from '../../platform/storage/private-window.ts';
import { openLibrary } from '../../platform/store/open-library.ts';
import { beginNote } from '../../platform/written/writing.ts';
import { fileName } from './hand-out.ts';

/**
 * Puts a note of a video's chapters and marks into the library, to be written on. Resolves to where it is, or to `null` when
 * the browser does not store it, as in a private window. Heavy: to be imported when it is asked for.
 */
export async function makeNote(about: NoteOfMarks): Promise<WrittenNote | null> {
  if (await isPrivate()) return null;
  const wording = { opening: i18n.t('panel.opening'), untitled: i18n.t('myMarks.untitled') };
  const pool = createCompilePool(1);
  try {
    const host = { database: await openLibrary(), compile: pool.compile };
    try {
      return await beginNote(host, noteOfMarks(about, wording), fileName(about.title) || about.videoId);
    } finally {
      host.database.close();
    }
  } catch (error) {
    console.warn('Sleevenotes: no note was made', error);
    return null;
  } finally {
    pool.destroy();
  }
}
