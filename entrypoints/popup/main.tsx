import './popup.css';
import { createAligner } from '../../platform/align/aligner.ts';
import { createKeptTimelines } from '../../platform/align/kept-timelines.ts';
import { createLibrary } from '../../platform/library/library.ts';
import { createNames } from '../../platform/library/names.ts';
import { readLookupAddress } from '../../platform/omnibox/lookup-address.ts';
import { createPagePort } from '../../platform/panel/page-port.ts';
import { createPanelOpener } from '../../platform/panel/panel-opener.ts';
import { withTranscripts } from '../../platform/panel/with-transcripts.ts';
import { createAnchorsPort } from '../../platform/storage/anchors.ts';
import { createRecentsPort } from '../../platform/storage/recents.ts';
import { createSettingsPort } from '../../platform/storage/settings.ts';
import { createTranscriptsPort } from '../../platform/storage/transcripts.ts';
import { followSession, followSettings } from '../shared/follow.ts';
import { showPage } from '../shared/show-page.tsx';
import { PopupApp } from './popup-app.tsx';

void showPage(() => {
  const page = withTranscripts(createPagePort(), createTranscriptsPort());
  const library = createLibrary();
  return (
    <PopupApp
      page={page}
      library={library}
      names={createNames({ held: true })}
      session={followSession(page, library)}
      settings={followSettings(createSettingsPort())}
      recents={createRecentsPort()}
      anchors={createAnchorsPort()}
      panel={createPanelOpener()}
      aligner={createAligner(createKeptTimelines())}
      asked={readLookupAddress(location.search)}
    />
  );
});
