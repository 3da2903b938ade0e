import '../../components/tokens.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { createLibrary } from '../../platform/library/library.ts';
import { createSettingsPort } from '../../platform/storage/settings.ts';
import { OptionsApp } from './options-app.tsx';

document.documentElement.lang = browser.i18n.getUILanguage();

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <OptionsApp settings={createSettingsPort()} library={createLibrary()} />
    </StrictMode>,
  );
}
