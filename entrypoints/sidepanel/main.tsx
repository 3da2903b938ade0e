import '../../components/tokens.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { createAligner } from '../../platform/align/aligner.ts';
import { createLibrary } from '../../platform/library/library.ts';
import { createPagePort } from '../../platform/panel/page-port.ts';
import { announcePanel } from '../../platform/panel/panel-presence.ts';
import { createAnchorsPort } from '../../platform/storage/anchors.ts';
import { createSettingsPort } from '../../platform/storage/settings.ts';
import { LibraryDrop } from './library-drop.tsx';
import { PanelApp } from './panel-app.tsx';

announcePanel();
document.documentElement.lang = browser.i18n.getUILanguage();

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <PanelApp
        page={createPagePort()}
        library={createLibrary()}
        settings={createSettingsPort()}
        anchors={createAnchorsPort()}
        aligner={createAligner()}
      />
      <LibraryDrop />
    </StrictMode>,
  );
}
