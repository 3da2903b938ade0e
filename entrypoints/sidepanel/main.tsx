import { createAligner } from '../../platform/align/aligner.ts';
import { createKeptTimelines } from '../../platform/align/kept-timelines.ts';
import { createLibrary } from '../../platform/library/library.ts';
import { createPagePort } from '../../platform/panel/page-port.ts';
import { announcePanel } from '../../platform/panel/panel-presence.ts';
import { withTranscripts } from '../../platform/panel/with-transcripts.ts';
import { createAnchorsPort } from '../../platform/storage/anchors.ts';
import { createSettingsPort } from '../../platform/storage/settings.ts';
import { createTranscriptsPort } from '../../platform/storage/transcripts.ts';
import { showPage } from '../shared/show-page.tsx';
import { LibraryDrop } from './library-drop.tsx';
import { PanelApp } from './panel-app.tsx';
import { TranscriptDrop } from './transcript-drop.tsx';

showPage(() => {
  announcePanel();

  const transcripts = createTranscriptsPort();
  const page = withTranscripts(createPagePort(), transcripts);
  return (
    <>
      <PanelApp
        page={page}
        library={createLibrary()}
        settings={createSettingsPort()}
        anchors={createAnchorsPort()}
        transcripts={transcripts}
        aligner={createAligner(createKeptTimelines())}
      />
      <LibraryDrop />
      <TranscriptDrop page={page} transcripts={transcripts} />
    </>
  );
});
