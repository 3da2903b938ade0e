import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import '../../components/panel/panel.css';
import '../../components/reading/reading.css';

/**
 * At an address whose note is not here: why that can be, and where all notes are.
 * @param children What is known of the reason.
 */
export function NoteGone({ children }: { readonly children?: ReactNode }): ReactNode {
  return (
    <main className="reading">
      <h1>{i18n.t('reading.gone')}</h1>
      {children}
      <p>{i18n.t('reading.goneHint')}</p>
      <a href="library.html">{i18n.t('library.openLibrary')}</a>
    </main>
  );
}
