import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import type { Watched } from '../../core/session/watched.ts';
import { useWatched } from './panel-model.ts';

const troubleOf = ({ trouble }: Watched) => trouble;

/** Says why the viewer's own notes are missing. */
export function LibraryTroubleLine(): ReactNode {
  const trouble = useWatched(troubleOf);
  return (
    trouble && (
      <p className="notice" role="alert">
        {i18n.t(trouble === 'newer' ? 'library.end.libraryNewer' : 'library.end.libraryRefused')}
      </p>
    )
  );
}
