import { type ComponentType, createContext, useContext } from 'react';
import type { Mark } from '../../core/marks/mark.ts';
import type { GlossaryEntry } from '../../core/note/episode.ts';
import { changing } from '../../core/session/followed.ts';
import type { Seconds } from '../../core/time/seconds.ts';
import type { Chapter } from '../../core/timeline/timeline.ts';
import { useSlice } from '../shared/use-slice.ts';
import { type MarksModel, type MarksState, NO_MARKS } from './marks-model.ts';

/** The components that show marks; a lazy chunk (parts.tsx), loaded with the first paint. */
export interface MarksParts {
  /** Marks the moment playing. `labelled`: with its name in words, where there is room. */
  readonly MarkButton: ComponentType<{ readonly labelled?: boolean }>;
  /** What the moment offers about marks, over the foot of the list. */
  readonly MarkOffers: ComponentType;
  /** Marks as rows of an outline. */
  readonly MarkRows: ComponentType<{ readonly marks: readonly Mark[] }>;
  readonly MarksView: ComponentType;
  /** Keeps an opened term. */
  readonly KeepTerm: ComponentType<{ readonly entry: GlossaryEntry }>;
  /** On a video without a note: YouTube's chapters with the marks between them. */
  readonly ChapterOutline: ComponentType<ChapterOutlineProps>;
}

export interface ChapterOutlineProps {
  readonly chapters: readonly Chapter[];
  readonly onSeekTo: (time: Seconds) => void;
}

export interface Marks extends MarksParts {
  readonly model: MarksModel;
}

/** `null` where there are none, as on the reading page. */
export const MarksContext = createContext<Marks | null>(null);

const none = changing(NO_MARKS);

/** A part of what is known of the marks; see {@link useSlice}. */
export function useMarks<T>(slice: (state: MarksState) => T): T {
  return useSlice(useContext(MarksContext)?.model ?? none, slice, undefined);
}

/** For the parts, which are shown only where there are marks. */
export function useMarksModel(): MarksModel {
  const marks = useContext(MarksContext);
  if (!marks) throw new Error('This part stands outside of its MarksContext.');
  return marks.model;
}
