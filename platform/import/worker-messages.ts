import type { ImportEnd, ImportEntry, ImportProgress } from '../../core/library/import.ts';
import type { GivenFile, ImportInput } from '../files/input.ts';
import type { NamesKind } from '../names/names.ts';
import type { ImportMode } from './run-import.ts';

/** From the page to the import worker. */
export type ToImportWorker =
  /** Command: begin. Inputs made of many files follow with `files`, so that no message is large. */
  | {
      readonly type: 'start';
      readonly lifeLine: string;
      readonly inputs: readonly ImportInput[];
      readonly mode: ImportMode;
    }
  /** Command: more files of the input at this place. */
  | { readonly type: 'files'; readonly input: number; readonly files: readonly GivenFile[] }
  /** Event: all files have been sent. */
  | { readonly type: 'complete' }
  | { readonly type: 'pause' }
  | { readonly type: 'go-on' }
  | { readonly type: 'cancel' }
  /** Query: all own notes as a zip; `packing` follows, then `packed`. The reader and the writer of zips are one library. */
  | { readonly type: 'pack' }
  /** Command: bring an index of names up to date; `names-renewed` follows. */
  | { readonly type: 'renew-names'; readonly kind: NamesKind }
  /** Command: compile again what an earlier version compiled; `renewing` follows, then `renewed`. */
  | { readonly type: 'renew' };

/** From the import worker to the page. */
export type FromImportWorker =
  /** Event: the worker lives; see worker-lifetime.ts. */
  | { readonly type: 'ready' }
  /** Event: another window is importing; this import begins when it has ended. */
  | { readonly type: 'waiting' }
  | { readonly type: 'progress'; readonly progress: ImportProgress }
  | { readonly type: 'entries'; readonly entries: readonly ImportEntry[] }
  | { readonly type: 'end'; readonly end: ImportEnd }
  /** Event: this share of the notes is in the zip, 0 to 1. */
  | { readonly type: 'packing'; readonly share: number }
  /** Event: the zip, or `null` when the library could not be read or the disk has no room for it. */
  | { readonly type: 'packed'; readonly zip: Blob | null }
  | { readonly type: 'names-renewed' }
  /** Event: how many of all outdated notes have been compiled again. */
  | { readonly type: 'renewing'; readonly done: number; readonly all: number }
  /** Event: nothing is left to be compiled again, or another window does it, or it cannot be done now. */
  | { readonly type: 'renewed' };
