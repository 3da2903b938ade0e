import type { Transcript } from '../../core/transcript/cue.ts';
import { decodePlayerCaptions } from '../../core/transcript/decode-player-captions.ts';
import { tidyCues } from '../../core/transcript/tidy-cues.ts';
import { toVideoId, type VideoId } from '../../core/video/video-id.ts';
import { findInPlayer } from './player.ts';
import { CAPTIONS_BUTTON } from './selectors.ts';

const CAPTIONS_PATH = '/api/timedtext';
/** Enough for captions of a day of speech; a longer answer is not captions. */
const LONGEST_CAPTIONS = 8_000_000;
/** Videos whose addresses and captions are cached: viewers go back and forth between a few. */
const HELD = 4;
/** Of one video a player asks for a few tracks. */
const MOST_ADDRESSES = 20;

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
  /** The latest of the player's requests whose address fits and that was seen since then (`Date.now()`). */
  find(videoId: VideoId, since: number, fits: (address: URL) => boolean): FoundRequest | null;
  /** Reads an address, once; `null` when nothing comes or it is no captions. */
  readOnce(videoId: VideoId, address: URL): Promise<Transcript | null>;
  /** Captions that were got in another way, at this address of the player's. */
  take(videoId: VideoId, address: URL, transcript: Transcript): void;
  /** While the player is being asked, nothing is read on its own account. */
  pause(paused: boolean): void;
  /** Calls `changed` when captions were read, until the signal aborts. */
  watch(current: () => VideoId | null, changed: () => void, signal: AbortSignal): void;
}

export interface FoundRequest {
  readonly address: URL;
  /** Of the response, by HTTP; 0 where the browser does not tell. */
  readonly status: number;
}

interface Seen {
  readonly href: string;
  readonly status: number;
  /** `Date.now()` */
  readonly at: number;
}

export function createCaptionRequest(): CaptionRequest {
  const addresses = new Map<VideoId, readonly Seen[]>();
  const captions = new Map<VideoId, { readonly address: string; readonly transcript: Transcript | null }>();
  const reasons = new Set<AbortSignal>();
  let observer: PerformanceObserver | null = null;
  let current: (() => VideoId | null) | null = null;
  let tell: (() => void) | null = null;
  let isPaused = false;

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

  function note(entries: readonly { readonly name: string; readonly responseStatus?: number }[]): void {
    for (const { name, responseStatus = 0 } of entries) {
      const address = captionAddress(name);
      // Hover previews load captions too, for their own videos.
      const videoId = toVideoId(address?.searchParams.get('v') ?? '');
      if (address && videoId) {
        const seen = { href: address.href, status: responseStatus, at: Date.now() };
        hold(addresses, videoId, [seen, ...(addresses.get(videoId) ?? [])].slice(0, MOST_ADDRESSES));
      }
    }
    const shown = current?.() ?? null;
    if (shown) look(shown);
  }

  function look(videoId: VideoId): void {
    const latest = addresses.get(videoId)?.[0]?.href;
    if (!tell || !latest || isPaused) return;
    const address = asWritten(latest);
    if (captions.get(videoId)?.address === address || !captionsAreOn()) return;
    const earlier = captions.get(videoId)?.transcript ?? null;
    // Recorded before it is read, and kept when nothing comes: an address is read once.
    hold(captions, videoId, { address, transcript: earlier });
    void readAgain(new URL(address)).then((transcript) => transcript && take(videoId, new URL(address), transcript));
  }

  function take(videoId: VideoId, { href }: URL, transcript: Transcript): void {
    hold(captions, videoId, { address: asWritten(href), transcript });
    tell?.();
  }

  return {
    listen,
    read: (videoId) => captions.get(videoId)?.transcript ?? null,
    look,
    find(videoId, since, fits) {
      const seen = (addresses.get(videoId) ?? []).filter(({ at }) => at >= since);
      const requests = seen.map(({ href, status }) => ({ address: new URL(href), status }));
      return requests.find(({ address }) => fits(address)) ?? null;
    },
    async readOnce(videoId, address) {
      const href = asWritten(address.href);
      if (captions.get(videoId)?.address === href) return null;
      hold(captions, videoId, { address: href, transcript: captions.get(videoId)?.transcript ?? null });
      return readAgain(address);
    },
    take,
    pause(paused) {
      isPaused = paused;
    },
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

/** YouTube's own address of captions, and nothing that only contains one; `null` otherwise. */
export function captionAddress(href: string): URL | null {
  if (!href.includes(CAPTIONS_PATH)) return null;
  try {
    const address = new URL(href, location.href);
    return address.origin === location.origin && address.pathname === CAPTIONS_PATH ? address : null;
  } catch {
    // What the page says it has loaded need not be an address.
    return null;
  }
}

/**
 * The captions in a response of the player's caption request; `null` when there are none in it. Those of a long talk take
 * some tens of milliseconds: reading and tidying are tasks of their own, so that the page stays smooth.
 */
export async function captionsOf(address: URL, text: string): Promise<Transcript | null> {
  if (text === '' || text.length > LONGEST_CAPTIONS) return null;
  await nextTask();
  const decoded = decodePlayerCaptions(text);
  if (!decoded) return null;
  await nextTask();
  const cues = tidyCues(decoded.cues);
  const { searchParams } = address;
  const language = searchParams.get('tlang') ?? searchParams.get('lang') ?? decoded.language;
  return cues.length === 0 ? null : { language, cues };
}

const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));

/** YouTube limits its translations: the captions it translates are read instead, which lie at the same address without it. */
function asWritten(address: string): string {
  const url = new URL(address);
  url.searchParams.delete('tlang');
  return url.href;
}

async function readAgain(address: URL): Promise<Transcript | null> {
  try {
    // Not followed: what another address answers is none of YouTube's captions.
    const response = await fetch(address, { credentials: 'same-origin', redirect: 'error' });
    return await captionsOf(address, response.ok ? await response.text() : '');
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
