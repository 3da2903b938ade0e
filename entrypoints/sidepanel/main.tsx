import { createAligner } from '../../platform/align/aligner.ts';
import { createKeptTimelines } from '../../platform/align/kept-timelines.ts';
import { announcePanel } from '../../platform/background/panel-presence.ts';
import { createAnchorsPort } from '../../platform/storage/anchors.ts';
import { createSettingsPort } from '../../platform/storage/settings.ts';
import { createTranscriptsPort } from '../../platform/storage/transcripts.ts';
import { createLibrary } from '../../platform/store/library.ts';
import { createPagePort } from '../../platform/tab/page-port.ts';
import { withTranscripts } from '../../platform/tab/with-transcripts.ts';
import { followSession, followSettings, whenKnown } from '../shared/follow.ts';
import { showPage } from '../shared/show-page.tsx';
import { LibraryDrop } from './library-drop.tsx';
import { PanelApp } from './panel-app.tsx';
import { TranscriptDrop } from './transcript-drop.tsx';

/** After that React takes the document over, with whatever is known. */
const PATIENCE_MS = 1000;

void showPage(async () => {
  announcePanel();

  const transcripts = createTranscriptsPort();
  const page = withTranscripts(createPagePort(), transcripts);
  const library = createLibrary();
  const session = followSession(page, library);
  const settings = followSettings(createSettingsPort());
  // Until then the document's own skeleton says all that React could say.
  await whenKnown(session, settings, PATIENCE_MS);
  return (
    <>
      <PanelApp
        page={page}
        library={library}
        session={session}
        settings={settings}
        anchors={createAnchorsPort()}
        transcripts={transcripts}
        aligner={createAligner(createKeptTimelines())}
      />
      <LibraryDrop />
      <TranscriptDrop page={page} transcripts={transcripts} />
    </>
  );
});
