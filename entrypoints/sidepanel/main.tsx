import { wordsOf } from '../../core/text/words-of.ts';
import { createAligner } from '../../platform/align/aligner.ts';
import { createKeptTimelines } from '../../platform/align/kept-timelines.ts';
import { announcePanel } from '../../platform/background/panel-presence.ts';
import { createCatalogNotes } from '../../platform/catalogs/catalog-notes.ts';
import { recompile } from '../../platform/compile/recompile.ts';
import { createAnchorsPort } from '../../platform/storage/anchors.ts';
import { createLanguageChoicesPort } from '../../platform/storage/language-choices.ts';
import { lastingStorage } from '../../platform/storage/lasting-storage.ts';
import { createNoteChoicesPort } from '../../platform/storage/note-choices.ts';
import { createReadersPort } from '../../platform/storage/readers.ts';
import { createRememberedTimesPort } from '../../platform/storage/remembered-times.ts';
import { createSettingsPort } from '../../platform/storage/settings.ts';
import { createTranscriptsPort } from '../../platform/storage/transcripts.ts';
import { createLibrary } from '../../platform/store/library.ts';
import { keepPresses } from '../../platform/tab/keep-presses.ts';
import { createPagePort } from '../../platform/tab/page-port.ts';
import { createCrashGuard, guardedLibrary, guardedTranscripts } from '../../platform/watch/crash-guard.ts';
import { createWatch } from '../../platform/watch/create-watch.ts';
import { followPassage } from '../../platform/watch/follow-passage.ts';
import { showPage } from '../shared/show-page.tsx';
import { whenKnown } from '../shared/when-known.ts';
import { createPanel } from './create-panel.ts';
import { DropZone } from './drop-zone.tsx';
import { PanelApp } from './panel-app.tsx';

/** Latest time of the first render, with whatever is known, in milliseconds. */
const PATIENCE_MS = 1000;

void showPage(async () => {
  announcePanel();

  const guard = createCrashGuard(lastingStorage(), navigator.locks);
  const library = guardedLibrary(guard, createCatalogNotes(), (catalogs) => createLibrary(recompile, catalogs));
  const aligner = createAligner(createKeptTimelines());
  const page = createPagePort();
  const watch = createWatch({
    page,
    library,
    settings: createSettingsPort(),
    anchors: createAnchorsPort(),
    choices: createNoteChoicesPort(),
    transcripts: guardedTranscripts(createTranscriptsPort(), guard),
    languages: createLanguageChoicesPort(),
    times: createRememberedTimesPort(),
    aligner,
    drivesPage: true,
  });
  const panel = createPanel(watch, followPassage(watch, aligner), guard, createReadersPort(), library);
  const marking = keepPresses(page);
  const openMarks = async () => (await import('./open-marks.ts')).openMarks(watch, marking, panel.say);
  // Loads the browser's dictionary, for titles without spaces, while there is nothing else to do.
  wordsOf('预热');
  // Until then the document's static skeleton shows the same.
  await whenKnown(watch, PATIENCE_MS);
  return (
    <>
      <PanelApp panel={panel} library={library} openMarks={openMarks} />
      <DropZone watch={watch} />
    </>
  );
});
