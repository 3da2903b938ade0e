import { i18n } from '#i18n';
import { createSettingsPort } from '../../platform/storage/settings.ts';
import { createLibrary } from '../../platform/store/library.ts';
import { createOwnLibrary } from '../../platform/store/manage-notes.ts';
import { showPage } from '../shared/show-page.tsx';
import { LibraryApp } from './library-app.tsx';

void showPage(() => {
  document.title = i18n.t('library.title');
  return <LibraryApp settings={createSettingsPort()} library={createLibrary()} own={createOwnLibrary()} />;
});
