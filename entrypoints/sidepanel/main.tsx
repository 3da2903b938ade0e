import '../../components/tokens.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { createAligner } from '../../platform/align/aligner.ts';
import { createLibrary } from '../../platform/library/library.ts';
import { createPagePort } from '../../platform/panel/page-port.ts';
import { announcePanel } from '../../platform/panel/panel-presence.ts';
import { withTranscripts } from '../../platform/panel/with-transcripts.ts';
import { createAnchorsPort } from '../../platform/storage/anchors.ts';
import { createSettingsPort } from '../../platform/storage/settings.ts';
import { createTranscriptsPort } from '../../platform/storage/transcripts.ts';
import { LibraryDrop } from './library-drop.tsx';
import { PanelApp } from './panel-app.tsx';
import { TranscriptDrop } from './transcript-drop.tsx';

announcePanel();
document.documentElement.lang = browser.i18n.getUILanguage();

const transcripts = createTranscriptsPort();
const page = withTranscripts(createPagePort(), transcripts);

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <PanelApp
        page={page}
        library={createLibrary()}
        settings={createSettingsPort()}
        anchors={createAnchorsPort()}
        transcripts={transcripts}
        aligner={createAligner()}
      />
      <LibraryDrop />
      <TranscriptDrop page={page} transcripts={transcripts} />
    </StrictMode>,
  );
}
