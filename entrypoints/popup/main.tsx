import './popup.css';
import { createAligner } from '../../platform/align/aligner.ts';
import { createKeptTimelines } from '../../platform/align/kept-timelines.ts';
import { createPanelOpener } from '../../platform/background/panel-opener.ts';
import { createNames } from '../../platform/names/names.ts';
import { readLookupAddress } from '../../platform/omnibox/lookup-address.ts';
import { createAnchorsPort } from '../../platform/storage/anchors.ts';
import { createRecentsPort } from '../../platform/storage/recents.ts';
import { createSettingsPort } from '../../platform/storage/settings.ts';
import { createTranscriptsPort } from '../../platform/storage/transcripts.ts';
import { createLibrary } from '../../platform/store/library.ts';
import { createPagePort } from '../../platform/tab/page-port.ts';
import { withTranscripts } from '../../platform/tab/with-transcripts.ts';
import { followSession, followSettings, whenKnown } from '../shared/follow.ts';
import { showPage } from '../shared/show-page.tsx';
import { PopupApp } from './popup-app.tsx';

/** What is known by then is in the first picture; the field to type in does not wait longer. */
const PATIENCE_MS = 80;

void showPage(async () => {
  const page = withTranscripts(createPagePort(), createTranscriptsPort());
  const library = createLibrary();
  const session = followSession(page, library);
  const settings = followSettings(createSettingsPort());
  await whenKnown(session, settings, PATIENCE_MS);
  return (
    <PopupApp
      page={page}
      library={library}
      names={createNames({ held: true })}
      session={session}
      settings={settings}
      recents={createRecentsPort()}
      anchors={createAnchorsPort()}
      panel={createPanelOpener()}
      aligner={createAligner(createKeptTimelines())}
      asked={readLookupAddress(location.search)}
    />
  );
});
