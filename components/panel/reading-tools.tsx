import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import type { Reader } from '../../core/session/reader.ts';
import type { Watched } from '../../core/session/watched.ts';
import { usePanel, useReader, useWatched } from './panel-model.ts';
import './reading-tools.css';

const readsAlong = ({ settings }: Watched) => settings?.readAlong === true;
const hasOpen = ({ open, along }: Reader) => open.size > 0 || along !== null;

/** Reading along, and the text of all sections at once. */
export function ReadingTools(): ReactNode {
  const { readAlong, openAll } = usePanel();
  const along = useWatched(readsAlong);
  const open = useReader(hasOpen);
  const all = i18n.t(open ? 'panel.closeAll' : 'panel.openAll');
  return (
    <div className="reading-tools">
      <button
        type="button"
        className="tool"
        aria-pressed={along}
        aria-description={i18n.t('panel.readAlongHint')}
        data-hint={i18n.t('panel.readAlongHint')}
        onClick={() => readAlong(!along)}
      >
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" fill="none" stroke="currentColor">
          <path d="M2 3.5h7M2 12.5h7M2 8h5" strokeWidth="1.4" strokeLinecap="round" />
          <path d="M10.5 5.5v5l4-2.500z" fill="currentColor" strokeLinejoin="round" />
        </svg>
        <span>{i18n.t('panel.readAlong')}</span>
      </button>
      <button type="button" className="tool" data-hint={all} data-hint-cut="" onClick={() => openAll(!open)}>
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path
            d={open ? 'M4 3l4 3 4-3M4 13l4-3 4 3' : 'M4 6l4-3 4 3M4 10l4 3 4-3'}
            fill="none"
            stroke="currentColor"
            strokeWidth="1.4"
            strokeLinecap="round"
          />
        </svg>
        <span>{all}</span>
      </button>
    </div>
  );
}
