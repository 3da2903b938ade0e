import type { EpisodeEdition, GlossaryEntry, LanguageTag } from '../note/episode.ts';
import { type NoteKey, noteKey } from '../note/note-id.ts';
import type { VideoId } from '../video/video-id.ts';
import { formsIn } from './script-fold.ts';

/** What a lookup needs of an entry. The definition may come later or never: most queries are for names. */
export type LookupEntry = Pick<GlossaryEntry, 'id' | 'term' | 'aliases' | 'kind' | 'reading'> & {
  readonly definition?: string;
};

/** The glossary of one edition, whole or names only. */
export interface LookupSource {
  readonly videoId: VideoId;
  /** The note the edition was compiled from. */
  readonly note?: NoteKey;
  readonly language: LanguageTag;
  readonly title: string;
  readonly entries: readonly LookupEntry[];
  /** `Edition.scriptForms`; those of one source serve all sources of an index. */
  readonly scriptForms?: readonly string[];
}

/** An edition as a source of lookups. */
export function lookupSource(
  videoId: VideoId,
  { note, language, title, glossary, scriptForms }: EpisodeEdition,
): LookupSource {
  return { videoId, note: noteKey(note), language, title, entries: glossary, ...(scriptForms && { scriptForms }) };
}

/** An edition as a source of lookups by name alone. */
export function namesSource(
  videoId: VideoId,
  { glossary, scriptForms = [], ...edition }: EpisodeEdition,
): LookupSource {
  const entries = glossary.map(({ definition: _, mentionedIn: __, explainedIn: ___, ...entry }) => entry);
  const forms = formsIn(
    scriptForms,
    entries.flatMap(({ term, aliases }) => [term, ...aliases]),
  );
  return { ...lookupSource(videoId, { ...edition, glossary: [], scriptForms: forms }), entries };
}
