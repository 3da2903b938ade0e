import { readVideoAddress } from '../../core/video/video-address.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import { askClock } from './ask-player.ts';
import { rarely } from './rarely.ts';

/**
 * What may mean "another page now". Each only makes us read the address again, so a forged one does nothing and none
 * is essential. Desktop fires `yt-…`, mobile `state-…`; the media events come from any player on the page.
 */
const DOCUMENT_SIGNALS = ['yt-navigate-start', 'yt-navigate-finish', 'yt-page-data-updated', 'yt-player-updated'];
const WINDOW_SIGNALS = ['popstate', 'hashchange', 'pageshow', 'state-navigatestart', 'state-navigateend'];
const MEDIA_SIGNALS = ['loadstart', 'loadedmetadata', 'playing'];

/** The page's own video. A clip's address hides the id, so the player's is used there. */
export function videoOnPage(): VideoId | null {
  const address = readVideoAddress(location.href);
  if (address.kind === 'video') return address.videoId;
  return address.kind === 'clip' ? (askClock()?.id ?? null) : null;
}

/** Calls `look` when the page may have changed, until the signal aborts. */
export function onPageSignals(look: () => void, signal: AbortSignal): void {
  const heard = rarely(() => {
    if (!signal.aborted) look();
  });
  for (const name of DOCUMENT_SIGNALS) document.addEventListener(name, heard, { signal });
  for (const name of WINDOW_SIGNALS) window.addEventListener(name, heard, { signal });
  // Media events do not bubble, but they can be caught on their way down.
  for (const name of MEDIA_SIGNALS) document.addEventListener(name, heard, { signal, capture: true });
  const { navigation } = window as { navigation?: EventTarget };
  navigation?.addEventListener('currententrychange', heard, { signal });
}
