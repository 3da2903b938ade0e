import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import type { Marks } from '../../components/marks/marks-context.ts';
import { parts } from '../../components/marks/parts.ts';
import type { NoteOfMarks } from '../../core/export/note-of-marks.ts';
import { editorAddress } from '../../core/library/written-note.ts';
import type { Watch } from '../../core/session/watch.ts';
import { createMarksPort } from '../../platform/marks/marks.ts';
import type { PagePort } from '../../platform/ports.ts';
import { createMarks } from '../shared/create-marks.ts';

/** The panel's marks and what shows them. */
export function openMarks(watch: Watch, page: PagePort, say: (text: string) => void): Marks {
  return { ...parts, model: createMarks({ watch, port: createMarksPort(), page, say, makeNote, drivesPage: true }) };
}

async function makeNote(about: NoteOfMarks): Promise<string | null> {
  const { makeNote: make } = await import('../shared/make-note.ts');
  const note = await make(about);
  if (!note) return i18n.t('myMarks.notMade');
  await browser.tabs.create({ url: `/${editorAddress(note)}` });
  return null;
}
