import type { Mark } from '../../core/marks/mark.ts';
import type { VideoId } from '../../core/video/video-id.ts';

/** What a change of marks works on: a transaction, which is done as a whole or not at all. */
export interface MarkTable {
  get(id: string): Promise<Mark | null>;
  /** Puts a mark in the place of the one with its id. */
  put(mark: Mark): Promise<void>;
  /** Forgets a mark for good. */
  drop(id: string): Promise<void>;
  /** Writes down what a mark was before a change. */
  remember(before: Mark): Promise<void>;
  /** Takes out what was written down last of a mark. */
  recall(id: string): Promise<Mark | null>;
}

/** Where marks are kept: the database, or memory in a private window. */
export interface MarkPlace {
  /** In no order; deleted ones included. */
  byVideo(video: VideoId): Promise<readonly Mark[]>;
  all(): Promise<readonly Mark[]>;
  /** Nothing is changed when the work fails. No other window's change comes between. */
  change<T>(work: (table: MarkTable) => Promise<T>): Promise<T>;
  /** Forgets everything for good. */
  clear(): Promise<void>;
}
