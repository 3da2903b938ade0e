import '../../components/tokens.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { createLibrary } from '../../platform/library/library.ts';
import { createOwnLibrary } from '../../platform/library/own-library.ts';
import { createSettingsPort } from '../../platform/storage/settings.ts';
import { LibraryApp } from './library-app.tsx';

document.documentElement.lang = browser.i18n.getUILanguage();
document.title = i18n.t('library.title');

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <LibraryApp settings={createSettingsPort()} library={createLibrary()} own={createOwnLibrary()} />
    </StrictMode>,
  );
}
