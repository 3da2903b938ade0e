import { type ReactNode, useEffect } from 'react';
import { i18n } from '#i18n';
import { editorAddress } from '../../core/library/written-note.ts';
import type { Mark } from '../../core/marks/mark.ts';
import { titleOfVideo } from '../../core/marks/search-marks.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { createMarksPort } from '../../platform/marks/marks.ts';
import { sweepOldMarks } from '../../platform/marks/sweep-marks.ts';
import type { SettingsPort } from '../../platform/ports.ts';
import { MarksSection } from './marks-section.tsx';

interface MarksProps {
  readonly settings: Settings | null;
  readonly port: SettingsPort;
}

const marks = createMarksPort();

/** The section with all it needs, in a file of its own that is loaded when the rest of the page is there. */
export default function Marks({ settings, port }: MarksProps): ReactNode {
  useEffect(() => void sweepOldMarks().catch(() => undefined), []);
  return (
    <MarksSection
      marks={marks}
      settings={settings}
      onTemplate={(markTemplate) => void port.update({ markTemplate })}
      makeNote={makeNoteOf}
    />
  );
}

/** Leads to the note's editor. */
async function makeNoteOf(some: readonly Mark[]): Promise<string | null> {
  const [first] = some;
  if (!first) return null;
  const { makeNote } = await import('../shared/make-note.ts');
  const title = titleOfVideo(some) === first.video ? '' : titleOfVideo(some);
  const note = await makeNote({ videoId: first.video, title, duration: null, chapters: [], marks: some });
  if (!note) return i18n.t('myMarks.notMade');
  location.assign(editorAddress(note));
  return null;
}
