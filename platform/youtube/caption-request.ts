import type { Transcript } from '../../core/transcript/cue.ts';
import { decodeTranscript } from '../../core/transcript/decode-transcript.ts';
import { toVideoId, type VideoId } from '../../core/video/video-id.ts';
import { findInPlayer } from './player.ts';
import { CAPTIONS_BUTTON } from './selectors.ts';

/** Enough for captions of a day of speech; a longer answer is not captions. */
const LONGEST_CAPTIONS = 8_000_000;
/** Videos whose addresses and captions are cached: viewers go back and forth between a few. */
const HELD = 4;

/**
 * The captions the player has loaded because the viewer has them on. Its request is seen in the page's resource timing
 * and its address read once more, with the same token, from the same origin: without a token YouTube answers nothing,
 * and this code cannot make one.
 */
export interface CaptionRequest {
  /**
   * Notes the player's requests from now on, until the signal aborts. Call it as soon as captions could be of use: the
   * page's list of what it has loaded is full after 250 entries, and the request is not in it any more later.
   */
  listen(signal: AbortSignal): void;
  /** The captions read for this video so far, or `null`. */
  read(videoId: VideoId): Transcript | null;
  /** Looks again: captions may have been switched on, the page may show another video. */
  look(videoId: VideoId): void;
  /** Calls `changed` when captions were read, until the signal aborts. */
  watch(current: () => VideoId | null, changed: () => void, signal: AbortSignal): void;
}

export function createCaptionRequest(): CaptionRequest {
  const addresses = new Map<VideoId, string>();
  const captions = new Map<VideoId, { readonly address: string; readonly transcript: Transcript | null }>();
  const reasons = new Set<AbortSignal>();
  let observer: PerformanceObserver | null = null;
  let current: (() => VideoId | null) | null = null;
  let tell: (() => void) | null = null;

  function listen(signal: AbortSignal): void {
    if (signal.aborted || reasons.has(signal)) return;
    reasons.add(signal);
    signal.addEventListener('abort', () => {
      reasons.delete(signal);
      if (reasons.size > 0) return;
      observer?.disconnect();
      observer = null;
    });
    if (observer) return;
    observer = new PerformanceObserver((list) => note(list.getEntries()));
    observer.observe({ type: 'resource', buffered: true });
  }

  function note(entries: readonly { readonly name: string }[]): void {
    for (const { name } of entries) {
      if (!name.includes('/api/timedtext?')) continue;
      const address = new URL(name, location.href);
      // Hover previews load captions too, for their own videos.
      const videoId = toVideoId(address.searchParams.get('v') ?? '');
      if (address.origin === location.origin && videoId) hold(addresses, videoId, address.href);
    }
    const shown = current?.() ?? null;
    if (shown) look(shown);
  }

  function look(videoId: VideoId): void {
    const address = addresses.get(videoId);
    if (!tell || !address || captions.get(videoId)?.address === address || !captionsAreOn()) return;
    const earlier = captions.get(videoId)?.transcript ?? null;
    // Recorded before it is read, and kept when nothing comes: an address is read once.
    hold(captions, videoId, { address, transcript: earlier });
    void readAgain(new URL(address)).then((transcript) => {
      if (!transcript) return;
      hold(captions, videoId, { address, transcript });
      tell?.();
    });
  }

  return {
    listen,
    read: (videoId) => captions.get(videoId)?.transcript ?? null,
    look,
    watch(whichVideo, changed, signal) {
      current = whichVideo;
      tell = changed;
      signal.addEventListener('abort', () => {
        current = null;
        tell = null;
      });
      listen(signal);
    },
  };
}

async function readAgain(address: URL): Promise<Transcript | null> {
  try {
    const response = await fetch(address, { credentials: 'same-origin' });
    const text = response.ok ? await response.text() : '';
    if (text === '' || text.length > LONGEST_CAPTIONS) return null;
    const transcript = decodeTranscript(text);
    if (!transcript) return null;
    const { searchParams } = address;
    return { ...transcript, language: searchParams.get('tlang') ?? searchParams.get('lang') ?? transcript.language };
  } catch {
    // Offline, or the answer broke off: no transcript from this source.
    return null;
  }
}

/** Moves it to the end; the first entry of the map is the least recently used. */
function hold<T>(map: Map<VideoId, T>, videoId: VideoId, value: T): void {
  map.delete(videoId);
  map.set(videoId, value);
  for (const oldest of map.keys()) {
    if (map.size <= HELD) break;
    map.delete(oldest);
  }
}

/** Where the player has a switch it must be on. Mobile pages have none there: the request itself is the proof. */
function captionsAreOn(): boolean {
  return findInPlayer(CAPTIONS_BUTTON)?.getAttribute('aria-pressed') !== 'false';
}
