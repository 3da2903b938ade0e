import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import type { GlossaryEntry } from '../../core/note/episode.ts';
import { useMarksModel } from './marks-context.ts';

/** Below an opened explanation. */
export function KeepTerm({ entry }: { readonly entry: GlossaryEntry }): ReactNode {
  const { keepTerm } = useMarksModel();
  return (
    <button
      type="button"
      className="quiet keep-term"
      aria-label={i18n.t('mark.keepTermNamed', [entry.term])}
      onClick={() => keepTerm(entry)}
    >
      {i18n.t('mark.keepTerm')}
    </button>
  );
}
