import type { Episode, EpisodeEdition, LanguageTag, SectionId } from '../note/episode.ts';
import type { NoteId } from '../note/note-id.ts';
import type { Settings } from '../settings/settings.ts';
import type { Seconds } from '../time/seconds.ts';
import type { Timeline } from '../timeline/timeline.ts';
import type { KeptTranscript } from '../transcript/kept-transcript.ts';
import type { VideoId } from '../video/video-id.ts';
import type { Followed } from './followed.ts';
import type { SeekResult } from './page.ts';
import type { Watched } from './watched.ts';

/** The watch model: all our pages know of the video being watched, and all they do about it. */
export interface Watch extends Followed<Watched> {
  /** Moves the player. A jump that was made can be taken back by {@link Watch.back}. `null` without a video. */
  seek(time: Seconds): Promise<SeekResult | null>;
  /** Moves the player to where a section starts; `null` when that is not known. */
  seekTo(section: SectionId): Promise<SeekResult | null>;
  /** Goes back to where the viewer was before the last jump. */
  back(): Promise<void>;
  /** Corrects a section's time: it starts then. Rejects when that cannot be stored; nothing changes then. */
  correct(section: SectionId, start: Seconds): Promise<void>;
  /** Forgets the correction of a section. Rejects as {@link Watch.correct} does. */
  uncorrect(section: SectionId): Promise<void>;
  /** Shows the note in this language: from now on for this video, and wherever none was chosen yet. */
  chooseLanguage(language: LanguageTag): Promise<void>;
  /** Shows this one of several notes, now and whenever the video is watched. Rejects when that cannot be stored. */
  chooseNote(note: NoteId): Promise<void>;
  update(change: Partial<Settings>): Promise<void>;
  /** Keeps a transcript for a video. Resolves to false when storage is full: it is then used until our page closes. */
  keepTranscript(videoId: VideoId, kept: KeptTranscript): Promise<boolean>;
  forgetTranscript(): Promise<void>;
  /** Fetches notes for the video that are not here, when the viewer wants it; see `Session.elsewhere`. */
  fetchNotes(): Promise<void>;
  /**
   * Asks YouTube's player for its captions, from which the times become exact. How it goes is in `Watched.asking`. To be
   * called only on the viewer's click: a translation may be asked for.
   */
  makeExact(): void;
  /** Opens a video in the tab being followed, at that time; `null` for its beginning. */
  open(videoId: VideoId, time: Seconds | null): Promise<void>;
  /** Reloads the page. */
  reload(): void;
  /** Asks the browser for the permission to see YouTube's pages. Call it in the click's handler, before any `await`. */
  allow(): Promise<void>;
  /**
   * The times of an edition that need not be the one shown, nor of this video: `tell` is called at once with what the
   * length of the text says, and again when the aligner knows better. Returns how to stop.
   */
  timesOf(episode: Episode, edition: EpisodeEdition, tell: (timeline: Timeline) => void): () => void;
}
