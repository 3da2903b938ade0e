import type { Evidence } from '../../core/timeline/timeline.ts';
import type { Transcript } from '../../core/transcript/cue.ts';
import { transcriptFromRows } from '../../core/transcript/transcript-from-rows.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import { askFacts } from './ask-player.ts';
import { type CaptionRequest, createCaptionRequest } from './caption-request.ts';
import type { Clock } from './clock.ts';
import { chaptersInDescription } from './description-chapters.ts';
import { createTranscriptRows } from './transcript-rows.ts';

/** With fewer rows too little of the talk is known. */
const FEWEST_ROWS = 3;

/** Evidence about the video's clock that is already visible on the page. Opens, clicks and requests nothing. */
export interface EvidenceSource {
  /** The player's captions. */
  readonly captions: CaptionRequest;
  /** The evidence when it differs from what was returned last, otherwise `null`. */
  readChanged(videoId: VideoId): Evidence | null;
  /** Forgets what was returned, so that a new receiver gets everything. */
  restart(): void;
  /** Records what cannot be seen later, for a receiver that may connect. */
  prepare(signal: AbortSignal): void;
  watch(current: () => VideoId | null, changed: () => void, signal: AbortSignal): void;
  leave(videoId: VideoId): void;
}

export function createEvidence(clock: Clock): EvidenceSource {
  const captions = createCaptionRequest();
  const rows = createTranscriptRows();
  let returned: { readonly text: string; readonly transcript: Transcript | null; readonly rows: number } | null = null;

  return {
    captions,
    readChanged(videoId) {
      const small = { duration: clock.read(videoId)?.duration ?? null, ...readChapters(videoId) };
      const text = JSON.stringify([videoId, small]);
      captions.look(videoId);
      // The player's captions are complete and timed to the millisecond; rows are only those the viewer has scrolled
      // past.
      const captioned = captions.read(videoId);
      const seen = captioned ? [] : rows.read(videoId);
      const same =
        returned?.text === text && (captioned ? returned.transcript === captioned : returned.rows === seen.length);
      if (same) return null;
      const transcript = captioned ?? (seen.length < FEWEST_ROWS ? null : transcriptFromRows(seen, null));
      returned = { text, transcript, rows: seen.length };
      return { ...small, transcript };
    },
    restart() {
      returned = null;
    },
    prepare: captions.listen,
    watch(current, changed, signal) {
      captions.watch(current, changed, signal);
      rows.watch(changed, signal);
    },
    leave(videoId) {
      returned = null;
      rows.leave(videoId);
    },
  };
}

/** The uploader's chapters before YouTube's guesses; YouTube's list before our reading of the description. */
function readChapters(videoId: VideoId): Pick<Evidence, 'chapters' | 'chapterOrigin'> {
  const facts = askFacts(videoId);
  const listed = facts?.chapters ?? [];
  if (facts && facts.origin !== 'uploader') {
    const described = chaptersInDescription(facts.description);
    if (described.length > 0) return { chapters: described, chapterOrigin: 'uploader' };
  }
  return { chapters: listed, chapterOrigin: facts?.origin ?? 'unknown' };
}
