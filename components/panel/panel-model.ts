import { createContext, useContext } from 'react';
import type { EpisodeSummary, LanguageTag, SectionId } from '../../core/note/episode.ts';
import type { NoteId } from '../../core/note/note-id.ts';
import type { Followed } from '../../core/session/followed.ts';
import type { Reader, ReaderEvent } from '../../core/session/reader.ts';
import type { Passage } from '../../core/session/reading-passage.ts';
import type { Watch } from '../../core/session/watch.ts';
import type { Watched } from '../../core/session/watched.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { Seconds } from '../../core/time/seconds.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import { useSlice } from '../shared/use-slice.ts';

/** What can be taken out of a note. */
export type NoteExport = 'chapters' | 'timestamps' | 'markdown' | 'csv' | 'vtt' | 'jsonChapters';

/** Offers shown for some seconds: back from a jump, and undo of a correction. */
export type Offer = 'back' | 'undo';

/** What the panel shows and what a click in it does. */
export interface PanelModel {
  readonly watch: Watch;
  readonly reader: Followed<Reader>;
  /** The passage being spoken, while the viewer reads along. */
  readonly passage: Followed<Passage | null>;
  /** Says something about the last command, for some seconds. */
  say(text: string): void;
  /** Moves the reader within the panel. */
  move(event: ReaderEvent): void;
  /** Moves the player to a section or a moment, and says so when it cannot be moved. */
  seekTo(section: SectionId): void;
  seek(time: Seconds): void;
  /** Opens the section playing from now on, or no longer. */
  readAlong(on: boolean): void;
  /** Opens the text of all sections, or closes it. */
  openAll(open: boolean): void;
  /** Leads back to the section playing, and keeps it in view from now on. */
  resume(): void;
  /** Shows the note's other language beside it, where it is here in two, or no longer. */
  showParallel(parallel: boolean): void;
  showWords(bilingual: Settings['bilingual']): void;
  /** Corrects a section's time: to the moment playing, to any other, or not at all any more (`null`). */
  startsNow(section: SectionId): void;
  correct(section: SectionId, start: Seconds | null): void;
  /** Takes back what was corrected last. */
  undo(): void;
  /** Dismisses an offer before it times out. */
  dismiss(offer: Offer): void;
  /** Keeps offers visible while the viewer hovers or focuses them. */
  hold(held: boolean): void;
  /** Shows another of several notes, or the note in another language; says so when the choice cannot be stored. */
  chooseNote(note: NoteId): void;
  chooseLanguage(language: LanguageTag): void;
  forgetTranscript(): void;
  /** Allows again what the crash guard has blocked. */
  tryAgain(): void;
  /** Copies the address of a section's moment: alone, or with its text. */
  copyLink(section: SectionId): void;
  copySection(section: SectionId): void;
  export(what: NoteExport): void;
  openEpisode(videoId: VideoId): void;
  /** All episodes at hand, as they are now. */
  list(): Promise<readonly EpisodeSummary[]>;
}

export const PanelContext = createContext<PanelModel | null>(null);

export function usePanel(): PanelModel {
  const panel = useContext(PanelContext);
  if (!panel) throw new Error('This part of the panel stands outside of its PanelContext.');
  return panel;
}

/** A part of what is known of the video; see {@link useSlice}. */
export function useWatched<T>(slice: (watched: Watched) => T, same?: (a: T, b: T) => boolean): T {
  return useSlice(usePanel().watch, slice, undefined, same);
}

/** A part of where the reader is; see {@link useSlice}. */
export function useReader<T>(slice: (reader: Reader) => T): T {
  return useSlice(usePanel().reader, slice, undefined);
}
