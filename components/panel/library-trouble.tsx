import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import type { LibraryTrouble } from '../../core/session/session.ts';
import type { Watched } from '../../core/session/watched.ts';
import { usePanel, useWatched } from './panel-model.ts';

const troubleOf = ({ trouble }: Watched) => trouble;

const WORDS = {
  newer: 'library.end.libraryNewer',
  refused: 'library.end.libraryRefused',
  unfinished: 'panel.notesUnfinished',
} as const satisfies Record<LibraryTrouble, string>;

/** Says why the viewer's own notes are missing. */
export function LibraryTroubleLine(): ReactNode {
  const { tryAgain } = usePanel();
  const trouble = useWatched(troubleOf);
  return (
    trouble && (
      <p className="notice" role="alert">
        {i18n.t(WORDS[trouble])}{' '}
        {trouble === 'unfinished' && (
          <button type="button" className="quiet" onClick={tryAgain}>
            {i18n.t('panel.tryAgain')}
          </button>
        )}
      </p>
    )
  );
}
