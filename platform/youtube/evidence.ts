import type { Evidence } from '../../core/timeline/timeline.ts';
import type { Transcript } from '../../core/transcript/cue.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import { askFacts } from './ask-player.ts';
import type { Clock } from './clock.ts';
import { chaptersInDescription } from './description-chapters.ts';

/** Puts together what lies open on the page about this video's clock. Any part may be missing. */
export function gatherEvidence(videoId: VideoId, clock: Clock, transcript: Transcript | null): Evidence {
  const facts = askFacts(videoId);
  const listed = facts?.chapters ?? [];
  const described = facts ? chaptersInDescription(facts.description) : [];
  // What the uploader wrote beats what YouTube guessed; YouTube's list of the uploader's chapters beats our reading of the text.
  const uploaders = facts?.origin === 'uploader' || described.length === 0;
  return {
    duration: clock.read(videoId)?.duration ?? null,
    chapters: uploaders ? listed : described,
    chapterOrigin: uploaders ? (facts?.origin ?? 'unknown') : 'uploader',
    transcript,
  };
}
