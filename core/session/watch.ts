import type { Episode, EpisodeEdition, LanguageTag, SectionId } from '../note/episode.ts';
import type { NoteId } from '../note/note-id.ts';
import type { Settings } from '../settings/settings.ts';
import type { Seconds } from '../time/seconds.ts';
import type { Timeline } from '../timeline/timeline.ts';
import type { KeptTranscript } from '../transcript/kept-transcript.ts';
import type { VideoId } from '../video/video-id.ts';
import type { Followed } from './followed.ts';
import type { Marker, SeekResult } from './page.ts';
import type { Watched } from './watched.ts';

/** The watch model: what our pages know about the video being watched, and the commands on it. */
export interface Watch extends Followed<Watched> {
  /** Moves the player. {@link Watch.back} undoes a jump. `null` without a video. */
  seek(time: Seconds): Promise<SeekResult | null>;
  /** Moves the player to where a section starts; `null` when that is not known. */
  seekTo(section: SectionId): Promise<SeekResult | null>;
  /** Goes back to where the viewer was before the last jump. */
  back(): Promise<void>;
  /** Corrects a section's time: it starts then. Rejects, without any change, when it cannot be stored. */
  correct(section: SectionId, start: Seconds): Promise<void>;
  /** Forgets the correction of a section. Rejects as {@link Watch.correct} does. */
  uncorrect(section: SectionId): Promise<void>;
  /**
   * Shows the note in this language: from now on for this video, and wherever none was chosen yet. Rejects when that cannot
   * be stored; then the stored language is shown again.
   */
  chooseLanguage(language: LanguageTag): Promise<void>;
  /** Shows this one of several notes, now and whenever the video is watched. Rejects when that cannot be stored. */
  chooseNote(note: NoteId): Promise<void>;
  update(change: Partial<Settings>): Promise<void>;
  /** Draws these on the video's progress bar beside the section starts, from now on while it is watched. */
  showMarks(videoId: VideoId, markers: readonly Marker[]): void;
  /** Keeps a transcript for a video. Resolves to false when storage is full: it is then used until our page closes. */
  keepTranscript(videoId: VideoId, kept: KeptTranscript): Promise<boolean>;
  forgetTranscript(): Promise<void>;
  /** Fetches the catalogs' notes for the video, on the viewer's request; see `Session.elsewhere`. */
  fetchNotes(): Promise<void>;
  /**
   * Asks YouTube's player for its captions, from which the times become exact. Its state is `Watched.asking`. Call it
   * only on the viewer's click: it may request a translation.
   */
  makeExact(): void;
  /** Opens a video in the tab being followed, at that time; `null` for its beginning. */
  open(videoId: VideoId, time: Seconds | null): Promise<void>;
  /** Reloads the page. */
  reload(): void;
  /** Asks the browser for the permission to see YouTube's pages. Call it in the click's handler, before any `await`. */
  allow(): Promise<void>;
  /**
   * The times of an edition that need not be the one shown, nor of this video: `tell` is called at once with the
   * estimate by the length of the text, and again with each better timeline. Returns a function that stops it.
   */
  timesOf(episode: Episode, edition: EpisodeEdition, tell: (timeline: Timeline) => void): () => void;
}
