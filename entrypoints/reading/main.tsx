import type { PanelModel } from '../../components/panel/panel-model.ts';
import { packNames } from '../../core/glossary/packed-names.ts';
import { readingAddress } from '../../core/library/reading-address.ts';
import { changing } from '../../core/session/followed.ts';
import { createAligner } from '../../platform/align/aligner.ts';
import { createKeptTimelines } from '../../platform/align/kept-timelines.ts';
import { createCatalogNotes } from '../../platform/catalogs/catalog-notes.ts';
import { recompile } from '../../platform/compile/recompile.ts';
import type { ReadersPort } from '../../platform/ports.ts';
import { askedFirst, readReadingAddress, withAskedNote } from '../../platform/reading/asked-note.ts';
import { createAnchorsPort } from '../../platform/storage/anchors.ts';
import { createLanguageChoicesPort } from '../../platform/storage/language-choices.ts';
import { lastingStorage } from '../../platform/storage/lasting-storage.ts';
import { createNoteChoicesPort } from '../../platform/storage/note-choices.ts';
import { createRememberedTimesPort } from '../../platform/storage/remembered-times.ts';
import { createSettingsPort } from '../../platform/storage/settings.ts';
import { createTranscriptsPort } from '../../platform/storage/transcripts.ts';
import { createLibrary } from '../../platform/store/library.ts';
import { createOwnLibrary } from '../../platform/store/own-library.ts';
import { createReadingPort } from '../../platform/tab/reading-port.ts';
import { createCrashGuard, guardedLibrary, guardedTranscripts } from '../../platform/watch/crash-guard.ts';
import { createWatch } from '../../platform/watch/create-watch.ts';
import { showPage } from '../shared/show-page.tsx';
import { whenKnown } from '../shared/when-known.ts';
import { createPanel } from '../sidepanel/create-panel.ts';
import { NoteGone } from './note-gone.tsx';
import { ReadingApp } from './reading-app.tsx';

const PATIENCE_MS = 1000;
/** The reader's position on this page is not one in the panel. */
const NO_PLACES: ReadersPort = { read: async () => null, keep: async () => {} };

void showPage(async () => {
  const asked = readReadingAddress(location.search);
  if (!asked) return <NoteGone />;
  const guard = createCrashGuard(lastingStorage(), navigator.locks);
  const own = createOwnLibrary({ recompile, packNames });
  const library = guardedLibrary(guard, createCatalogNotes(), (catalogs) =>
    withAskedNote(createLibrary(recompile, catalogs), asked, own.read),
  );
  const watch = createWatch({
    page: createReadingPort(asked.videoId),
    library,
    settings: createSettingsPort(),
    anchors: createAnchorsPort(),
    ...askedFirst(asked, createLanguageChoicesPort(), createNoteChoicesPort()),
    transcripts: guardedTranscripts(createTranscriptsPort(), guard),
    times: createRememberedTimesPort(),
    aligner: createAligner(createKeptTimelines()),
    drivesPage: false,
  });
  const panel: PanelModel = {
    ...createPanel(watch, changing(null), guard, NO_PLACES, library),
    openEpisode: (videoId) => location.assign(readingAddress({ videoId })),
  };
  await whenKnown(watch, PATIENCE_MS);
  return <ReadingApp asked={asked} panel={panel} library={library} />;
});
