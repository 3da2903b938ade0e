import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import type { Reader } from '../../core/session/reader.ts';
import { currentSection, type Watched } from '../../core/session/watched.ts';
import { formatClock } from '../../core/time/clock-text.ts';
import { usePanel, useReader, useWatched } from './panel-model.ts';

const cameFromOf = ({ cameFrom }: Watched) => cameFrom;
const hasCorrection = ({ anchors }: Watched) => anchors !== null && anchors.length > 0;
const isPlaying = (watched: Watched) => currentSection(watched) !== null;
const keepsInView = ({ settings }: Watched) => settings?.follow !== false;
const messageOf = ({ message }: Reader) => message;
const isAway = ({ view, following }: Reader) => view === 'outline' && !following;
const isOutline = ({ view }: Reader) => view === 'outline';

/**
 * What the moment offers, over the foot of the list, so that nothing moves when it comes or goes. To follow is offered in
 * the outline only: elsewhere nothing follows, and the now bar leads back.
 */
export function Actions(): ReactNode {
  const { watch, resume, undoCorrection } = usePanel();
  const cameFrom = useWatched(cameFromOf);
  const canUndo = useWatched(hasCorrection);
  const playing = useWatched(isPlaying);
  const following = useWatched(keepsInView);
  const away = useReader(isAway);
  const outline = useReader(isOutline);
  return (
    <div className="actions">
      <p className="message" role="status">
        {useReader(messageOf)}
      </p>
      {cameFrom !== null && (
        <button type="button" className="action" onClick={() => void watch.back()}>
          <span aria-hidden="true">↩ </span>
          {i18n.t('panel.backTo', [formatClock(cameFrom)])}
        </button>
      )}
      {canUndo && (
        <button type="button" className="action" onClick={undoCorrection}>
          {i18n.t('panel.undoTime')}
        </button>
      )}
      {playing && (away || (outline && !following)) && (
        <button type="button" className="action primary" aria-keyshortcuts="Escape" onClick={resume}>
          {i18n.t('panel.follow')} <kbd>Esc</kbd>
        </button>
      )}
    </div>
  );
}
