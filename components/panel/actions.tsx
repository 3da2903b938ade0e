import { type ReactNode, useContext } from 'react';
import { i18n } from '#i18n';
import { hasPlaying, type Reader } from '../../core/session/reader.ts';
import { currentSection, type Watched } from '../../core/session/watched.ts';
import { formatClock } from '../../core/time/clock-text.ts';
import { MarksContext } from '../marks/marks-context.ts';
import { OfferLine } from './offer-line.tsx';
import { usePanel, useReader, useWatched } from './panel-model.ts';

const cameFromOf = ({ cameFrom }: Watched) => cameFrom;
const isPlaying = (watched: Watched) => currentSection(watched) !== null;
const keepsInView = ({ settings }: Watched) => settings?.follow !== false;
const messageOf = ({ message }: Reader) => message;
const offersBackOf = ({ offersBack }: Reader) => offersBack;
const correctedOf = ({ corrected }: Reader) => corrected;
const isAway = (reader: Reader) => hasPlaying(reader) && !reader.following;

/**
 * What the moment offers, over the foot of the list, so that nothing moves when it comes or goes. To follow is offered in
 * outline and transcript only: elsewhere nothing follows, and the now bar leads back.
 */
export function Actions(): ReactNode {
  const { watch, resume, undo, dismiss, hold } = usePanel();
  const marks = useContext(MarksContext);
  const cameFrom = useWatched(cameFromOf);
  const offersBack = useReader(offersBackOf);
  const corrected = useReader(correctedOf);
  const playing = useWatched(isPlaying);
  const following = useWatched(keepsInView);
  const away = useReader(isAway);
  const shown = useReader(hasPlaying);
  return (
    <div className="actions">
      <p className="message" role="status">
        {useReader(messageOf)}
      </p>
      {offersBack && cameFrom !== null && (
        <OfferLine onDismiss={() => dismiss('back')} onHold={hold}>
          <button type="button" onClick={() => void watch.back()}>
            <span aria-hidden="true">↩ </span>
            {i18n.t('panel.backTo', [formatClock(cameFrom)])}
          </button>
        </OfferLine>
      )}
      {corrected && (
        <OfferLine onDismiss={() => dismiss('undo')} onHold={hold}>
          <span role="status">
            {corrected.after === null
              ? i18n.t('panel.timeRemoved')
              : i18n.t('panel.startsAt', [formatClock(corrected.after)])}
          </span>
          <button type="button" onClick={undo}>
            {i18n.t('panel.undo')}
          </button>
        </OfferLine>
      )}
      {playing && (away || (shown && !following)) && (
        <button type="button" className="action primary" aria-keyshortcuts="Escape" onClick={resume}>
          {i18n.t('panel.follow')} <kbd>Esc</kbd>
        </button>
      )}
      {marks && <marks.MarkOffers />}
    </div>
  );
}
