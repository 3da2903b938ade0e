import type { LanguageTag } from '../note/episode.ts';
import { type NoteId, noteKey } from '../note/note-id.ts';
import { foldSpellings } from '../text/fold.ts';
import { holdsAll, type QueryWords, queryWords } from '../text/query-words.ts';
import type { VideoId } from '../video/video-id.ts';

/**
 * The state of a note: `own` was imported; `bundled` ships with the extension; `removed` was removed by the viewer and can
 * be restored.
 */
export type NoteState = 'own' | 'bundled' | 'removed';

/** A row of the library's list. */
export interface LibraryNote {
  readonly videoId: VideoId;
  readonly note: NoteId;
  readonly language: LanguageTag;
  readonly title: string;
  readonly sections: number;
  readonly terms: number;
  readonly state: NoteState;
  /** The file it came from; empty for a bundled note. */
  readonly file: string;
  /** `folder:name`, `zip:name` or `files`; empty for a bundled note. */
  readonly source: string;
  /** Milliseconds since 1970; 0 for a bundled note. */
  readonly importedAt: number;
  /** Size of its file; 0 for a bundled note. */
  readonly bytes: number;
  /** The author's tags; absent where there are none. */
  readonly tags?: readonly string[];
  /** Whether the note it replaced can be restored. */
  readonly hasOlder: boolean;
}

/** Names a row among all: a note that was added again since it was removed has two. */
export const rowId = ({ videoId, note, state }: Pick<LibraryNote, 'videoId' | 'note' | 'state'>) =>
  `${state} ${videoId} ${noteKey(note)}`;

export const NOTE_ORDERS = ['newest', 'title', 'size', 'terms'] as const;
export type NoteOrder = (typeof NOTE_ORDERS)[number];

export interface NoteFilter {
  /** Words that the title, file, tags or video id must contain, in any order and however written; empty for all. */
  readonly query: string;
  /** `null` for all. */
  readonly language: LanguageTag | null;
  readonly source: string | null;
  readonly state: NoteState | null;
  readonly order: NoteOrder;
}

export const NO_FILTER: NoteFilter = { query: '', language: null, source: null, state: null, order: 'newest' };

/**
 * The rows that pass, in order. Linear in the number of rows but for the sort: some milliseconds for 10,000.
 * @param others How else the query may be written; see core/note/chinese.ts.
 */
export function filterNotes(
  notes: readonly LibraryNote[],
  filter: NoteFilter,
  others: readonly string[] = [],
): LibraryNote[] {
  const words = queryWords(filter.query, others);
  return notes
    .filter(
      (note) =>
        (filter.language === null || note.language === filter.language) &&
        (filter.source === null || note.source === filter.source) &&
        // Removed notes are only shown when the filter selects them.
        (filter.state === null ? note.state !== 'removed' : note.state === filter.state) &&
        hasAll(note, words),
    )
    .sort(COMPARE[filter.order]);
}

/** Folding takes longer than comparing, and the same rows are filtered at every key. */
const folded = new WeakMap<LibraryNote, string>();

function hasAll(note: LibraryNote, words: QueryWords): boolean {
  if (words.length === 0) return true;
  const known = folded.get(note);
  const tags = note.tags?.map((tag) => `#${tag}`) ?? [];
  const text = known ?? [note.title, note.file, note.videoId, ...tags].flatMap(foldSpellings).join('\n');
  if (known === undefined) folded.set(note, text);
  return holdsAll(text, words);
}

type Compare = (a: LibraryNote, b: LibraryNote) => number;

const byTitle: Compare = (a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0);

const COMPARE: Readonly<Record<NoteOrder, Compare>> = {
  newest: (a, b) => b.importedAt - a.importedAt || byTitle(a, b),
  title: byTitle,
  size: (a, b) => b.bytes - a.bytes || byTitle(a, b),
  terms: (a, b) => b.terms - a.terms || byTitle(a, b),
};
