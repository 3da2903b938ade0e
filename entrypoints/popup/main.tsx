import './popup.css';
import { createAligner } from '../../platform/align/aligner.ts';
import { createKeptTimelines } from '../../platform/align/kept-timelines.ts';
import { createPanelOpener } from '../../platform/background/panel-opener.ts';
import { createCatalogNotes } from '../../platform/catalogs/catalog-notes.ts';
import { recompile } from '../../platform/compile/recompile.ts';
import { createNames } from '../../platform/names/names.ts';
import { readLookupAddress } from '../../platform/omnibox/lookup-address.ts';
import { createAnchorsPort } from '../../platform/storage/anchors.ts';
import { createLanguageChoicesPort } from '../../platform/storage/language-choices.ts';
import { lastingStorage } from '../../platform/storage/lasting-storage.ts';
import { createNoteChoicesPort } from '../../platform/storage/note-choices.ts';
import { createRecentsPort } from '../../platform/storage/recents.ts';
import { createRememberedTimesPort } from '../../platform/storage/remembered-times.ts';
import { createSettingsPort } from '../../platform/storage/settings.ts';
import { createTranscriptsPort } from '../../platform/storage/transcripts.ts';
import { createLibrary } from '../../platform/store/library.ts';
import { createPagePort } from '../../platform/tab/page-port.ts';
import { createCrashGuard, guardedLibrary, guardedTranscripts } from '../../platform/watch/crash-guard.ts';
import { createWatch } from '../../platform/watch/create-watch.ts';
import { showPage } from '../shared/show-page.tsx';
import { whenKnown } from '../shared/when-known.ts';
import { createPopup } from './create-popup.ts';
import { PopupApp } from './popup-app.tsx';

/** Longest wait of the first frame for data, in milliseconds; the search field does not wait longer. */
const PATIENCE_MS = 80;

void showPage(async () => {
  const names = createNames({
    cached: true,
    renew: (kind) => void import('../../platform/import/renew-names.ts').then(({ renewNames }) => renewNames(kind)),
  });
  const guard = createCrashGuard(lastingStorage(), navigator.locks);
  const library = guardedLibrary(guard, createCatalogNotes(), (catalogs) => createLibrary(recompile, catalogs));
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
    aligner: createAligner(createKeptTimelines()),
    drivesPage: false,
  });
  const popup = createPopup({
    watch,
    library,
    recents: createRecentsPort(),
    panel: createPanelOpener(),
    asked: readLookupAddress(location.search),
    openMarks: async (say) => (await import('./open-marks.ts')).openMarks(watch, page, say),
  });
  await whenKnown(watch, PATIENCE_MS);
  return <PopupApp popup={popup} library={library} names={names} />;
});
