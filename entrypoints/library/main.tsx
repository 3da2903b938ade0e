import { i18n } from '#i18n';
import { packNames } from '../../core/glossary/packed-names.ts';
import { createCatalogNotes } from '../../platform/catalogs/catalog-notes.ts';
import { recompile } from '../../platform/compile/recompile.ts';
import { createSettingsPort } from '../../platform/storage/settings.ts';
import { createLibrary } from '../../platform/store/library.ts';
import { createOwnLibrary } from '../../platform/store/own-library.ts';
import { showPage } from '../shared/show-page.tsx';
import { LibraryApp } from './library-app.tsx';

void showPage(() => {
  document.title = i18n.t('library.title');
  return (
    <LibraryApp
      settings={createSettingsPort()}
      library={createLibrary(recompile, createCatalogNotes())}
      own={createOwnLibrary({ recompile, packNames })}
    />
  );
});
