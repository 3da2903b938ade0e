import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import { hasPlaying, type Reader } from '../../core/session/reader.ts';
import { currentSection, type Watched } from '../../core/session/watched.ts';
import { formatClock } from '../../core/time/clock-text.ts';
import { type Offer, usePanel, useReader, useWatched } from './panel-model.ts';

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
  const { watch, resume, undo } = usePanel();
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
        <OfferLine offer="back">
          <button type="button" onClick={() => void watch.back()}>
            <span aria-hidden="true">↩ </span>
            {i18n.t('panel.backTo', [formatClock(cameFrom)])}
          </button>
        </OfferLine>
      )}
      {corrected && (
        <OfferLine offer="undo">
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
    </div>
  );
}

/** Disappears after some seconds, but not while hovered or focused; and at once when dismissed. */
function OfferLine({ offer, children }: { readonly offer: Offer; readonly children: ReactNode }): ReactNode {
  const { dismiss, hold } = usePanel();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only notices that the viewer is there
    <div
      className="action offer"
      onPointerEnter={() => hold(true)}
      onPointerLeave={() => hold(false)}
      onFocus={() => hold(true)}
      onBlur={() => hold(false)}
    >
      {children}
      <button type="button" className="offer-close" aria-label={i18n.t('panel.dismiss')} onClick={() => dismiss(offer)}>
        <svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">
          <path d="M3 3l10 10M13 3L3 13" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
        </svg>
      </button>
    </div>
  );
}
