import type { Mark, MarkChange } from '../../core/marks/mark.ts';
import type { GlossaryEntry, SectionId } from '../../core/note/episode.ts';
import type { Followed } from '../../core/session/followed.ts';
import type { Chapter } from '../../core/timeline/timeline.ts';
import type { VideoId } from '../../core/video/video-id.ts';

/** The marks of the video being watched, and what is being done with them. */
export interface MarksState {
  readonly videoId: VideoId | null;
  /** In the order of the video. */
  readonly marks: readonly Mark[];
  /** The same by the section they lie in; `''` has those before the first one. Empty without a note. */
  readonly placed: ReadonlyMap<SectionId, readonly Mark[]>;
  /** The mark just made, whose text the viewer can type. */
  readonly asked: Mark | null;
  /** The mark deleted last; it can be taken back for some seconds. */
  readonly removed: Mark | null;
  /** Whether marks outlast the window; in a private one they do not. */
  readonly isKept: boolean;
}

/** What the panel and the popup do with marks. What goes wrong is said where the page says things. */
export interface MarksModel extends Followed<MarksState> {
  /** Marks the current moment, some seconds back, and opens the field for its text. */
  markNow(): void;
  /** Marks the moment of a passage of the note, with its text. */
  keepPassage(section: SectionId, block: number, text: string): void;
  /** Marks where a term is explained. */
  keepTerm(entry: GlossaryEntry): void;
  /** The words asked for, as they are typed. They are stored while the viewer types. */
  write(words: string): void;
  /** Asks for no words any more. @param keeps Whether what was typed stays. */
  answer(keeps: boolean): void;
  change(id: string, change: MarkChange): void;
  /** Moves a mark to the moment playing. */
  moveToNow(id: string): void;
  remove(id: string): void;
  takeBack(): void;
  /** Dismisses the offer to undo. */
  dismiss(): void;
  /** Keeps that offer visible while the viewer hovers or focuses it. */
  hold(held: boolean): void;
  /** Begins a note with the video's title, these chapters and its marks, and opens its editor. */
  makeNote(chapters: readonly Chapter[]): void;
  /** Copies the address that opens the video at the mark. */
  copyLink(mark: Mark): void;
}

export const NO_MARKS: MarksState = {
  videoId: null,
  marks: [],
  placed: new Map(),
  asked: null,
  removed: null,
  isKept: true,
};
