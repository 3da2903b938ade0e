import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import './drop-layer.css';

/**
 * Over the panel: `over` while notes are dragged across it, the number of notes added once they are in; `private`: none
 * was, for this is a private window.
 */
export type DropState = 'over' | 'adding' | 'private' | { readonly added: number };

const WORDS = { adding: 'importing', private: 'privateWindow' } as const;

export function DropLayer({ state, onClose }: { readonly state: DropState; readonly onClose: () => void }): ReactNode {
  if (state === 'over') return <p className="drop-layer over">{i18n.t('library.dropPanel')}</p>;
  return (
    <p className="drop-layer" role="status">
      {typeof state === 'object' ? i18n.t('library.addedPanel', state.added) : i18n.t(`library.${WORDS[state]}`)}{' '}
      <a href="library.html" target="_blank" rel="noreferrer">
        {i18n.t('library.openLibrary')}
      </a>{' '}
      {state !== 'adding' && (
        <button type="button" onClick={onClose}>
          {i18n.t('library.close')}
        </button>
      )}
    </p>
  );
}
