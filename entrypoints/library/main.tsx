import { i18n } from '#i18n';
import { createLibrary } from '../../platform/library/library.ts';
import { createOwnLibrary } from '../../platform/library/own-library.ts';
import { createSettingsPort } from '../../platform/storage/settings.ts';
import { showPage } from '../shared/show-page.tsx';
import { LibraryApp } from './library-app.tsx';

void showPage(() => {
  document.title = i18n.t('library.title');
  return <LibraryApp settings={createSettingsPort()} library={createLibrary()} own={createOwnLibrary()} />;
});
