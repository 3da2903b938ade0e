import { i18n } from '#i18n';
import { createShortcutsPort } from '../../platform/background/shortcuts.ts';
import { createCatalogNotes } from '../../platform/catalogs/catalog-notes.ts';
import { recompile } from '../../platform/compile/recompile.ts';
import { createMarksPort } from '../../platform/marks/marks.ts';
import { createBackupPort } from '../../platform/storage/backup.ts';
import { createRememberedTimesPort } from '../../platform/storage/remembered-times.ts';
import { createSettingsPort } from '../../platform/storage/settings.ts';
import { createLibrary } from '../../platform/store/library.ts';
import { showPage } from '../shared/show-page.tsx';
import { OptionsApp } from './options-app.tsx';

void showPage(() => {
  document.title = i18n.t('options.title');
  return (
    <OptionsApp
      settings={createSettingsPort()}
      library={createLibrary(recompile, createCatalogNotes())}
      shortcuts={createShortcutsPort()}
      backup={createBackupPort(createMarksPort())}
      times={createRememberedTimesPort()}
    />
  );
});
