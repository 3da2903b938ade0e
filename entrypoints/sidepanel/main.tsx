import { type Session, videoOf } from '../../core/session/session.ts';
import { createAligner } from '../../platform/align/aligner.ts';
import { createKeptTimelines } from '../../platform/align/kept-timelines.ts';
import { createLibrary } from '../../platform/library/library.ts';
import { createPagePort } from '../../platform/panel/page-port.ts';
import { announcePanel } from '../../platform/panel/panel-presence.ts';
import { withTranscripts } from '../../platform/panel/with-transcripts.ts';
import { createAnchorsPort } from '../../platform/storage/anchors.ts';
import { createSettingsPort } from '../../platform/storage/settings.ts';
import { createTranscriptsPort } from '../../platform/storage/transcripts.ts';
import { followSession, followSettings, until } from '../shared/follow.ts';
import { showPage } from '../shared/show-page.tsx';
import { LibraryDrop } from './library-drop.tsx';
import { PanelApp } from './panel-app.tsx';
import { TranscriptDrop } from './transcript-drop.tsx';

/** Longer than that, and the skeleton's script may as well draw what there is to say. */
const PATIENCE_MS = 1000;

void showPage(async () => {
  announcePanel();

  const transcripts = createTranscriptsPort();
  const page = withTranscripts(createPagePort(), transcripts);
  const library = createLibrary();
  const session = followSession(page, library);
  const settings = followSettings(createSettingsPort());
  // Until then the skeleton in the document says all that React could say.
  const isKnown = () => settings.read() !== null && isComplete(session.read());
  await until(isKnown, [session, settings], PATIENCE_MS);
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

function isComplete({ page, episode }: Session): boolean {
  return page !== null && (videoOf(page) === null || episode !== undefined);
}
