import type { Transcript } from '../../core/transcript/cue.ts';
import { decodeTranscript } from '../../core/transcript/decode-transcript.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import { CAPTIONS_BUTTON } from './selectors.ts';

/** Captions of a day of speech; a longer answer is not captions. */
const LONGEST_CAPTIONS = 8_000_000;

/**
 * The captions the player has loaded because the viewer has them on. Its request is seen in the page's resource timing
 * and its address read once more, with the same token, from the same origin: without a token YouTube answers nothing,
 * and none is made here.
 */
export interface CaptionRequest {
  /** The captions read for this video so far, or `null`. */
  read(videoId: VideoId): Transcript | null;
  /** Looks again: captions may have been switched on, the page may show another video. */
  look(videoId: VideoId): void;
  /** Calls `changed` when captions were read, until the signal aborts. */
  watch(current: () => VideoId | null, changed: () => void, signal: AbortSignal): void;
}

export function createCaptionRequest(): CaptionRequest {
  let found: { readonly videoId: VideoId; readonly address: URL } | null = null;
  let captions: { readonly videoId: VideoId; readonly transcript: Transcript } | null = null;
  const tried = new Set<string>();
  let tell: (() => void) | null = null;

  function note(entries: readonly { readonly name: string }[], current: VideoId | null): void {
    for (const { name } of entries) {
      if (!name.includes('/api/timedtext?')) continue;
      const address = new URL(name, location.href);
      // Hover previews load captions too, for their own videos.
      if (address.origin !== location.origin || address.searchParams.get('v') !== current || !current) continue;
      found = { videoId: current, address };
    }
  }

  function look(videoId: VideoId): void {
    if (!tell || found?.videoId !== videoId || tried.has(found.address.href) || !captionsAreOn()) return;
    tried.add(found.address.href);
    void readAgain(videoId, found.address);
  }

  async function readAgain(videoId: VideoId, address: URL): Promise<void> {
    try {
      const response = await fetch(address, { credentials: 'same-origin' });
      const text = response.ok ? await response.text() : '';
      if (text === '' || text.length > LONGEST_CAPTIONS) return;
      const transcript = decodeTranscript(text);
      if (!transcript) return;
      const { searchParams } = address;
      const language = searchParams.get('tlang') ?? searchParams.get('lang') ?? transcript.language;
      captions = { videoId, transcript: { ...transcript, language } };
      tell?.();
    } catch {
      // Offline, or an answer that breaks off: there is simply no transcript from here.
    }
  }

  return {
    read: (videoId) => (captions?.videoId === videoId ? captions.transcript : null),
    look,
    watch(current, changed, signal) {
      tell = changed;
      const see = (entries: readonly PerformanceEntry[]) => {
        const videoId = current();
        note(entries, videoId);
        if (videoId) look(videoId);
      };
      const observer = new PerformanceObserver((list) => see(list.getEntries()));
      observer.observe({ type: 'resource', buffered: true });
      signal.addEventListener('abort', () => {
        observer.disconnect();
        tell = null;
      });
    },
  };
}

/** Where the player has a switch it must be on. Mobile pages have none there: the request itself is the proof. */
function captionsAreOn(): boolean {
  return document.querySelector(CAPTIONS_BUTTON)?.getAttribute('aria-pressed') !== 'false';
}
