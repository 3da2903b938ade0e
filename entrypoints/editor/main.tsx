import { i18n } from '#i18n';
import { readEditorAddress } from '../../core/library/written-note.ts';
import { createCompilePool } from '../../platform/compile/compile-pool.ts';
import { createSettingsPort } from '../../platform/storage/settings.ts';
import { openLibrary } from '../../platform/store/open-library.ts';
import { alone } from '../../platform/written/alone.ts';
import { openWriting } from '../../platform/written/writing.ts';
import { showPage } from '../shared/show-page.tsx';
import { EditorApp } from './editor-app.tsx';

void showPage(async () => {
  document.title = i18n.t('editor.title');
  const asked = readEditorAddress(location.search);
  const isAlone = asked === null || (await alone(asked));
  const host = asked && { database: await openLibrary(), compile: createCompilePool(1).compile };
  const writing = host && (await openWriting(host, asked));
  return <EditorApp settings={createSettingsPort()} asked={asked} writing={writing} isAlone={isAlone} />;
});
