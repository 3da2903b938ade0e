import type { LookupEntry, LookupSource } from '../../core/glossary/lookup-source.ts';
import { formsIn } from '../../core/glossary/script-fold.ts';
import type { Edition, EntryKind } from '../../core/note/episode.ts';
import { noteKey } from '../../core/note/note-id.ts';
import type { NamesRecord } from '../store/schema.ts';

const KINDS: readonly EntryKind[] = ['term', 'person', 'organisation', 'product', 'book'];

/** Tabs and line breaks are separators, so they are replaced in names. */
const tidy = (text: string) => text.replaceAll(/[\t\n]+/g, ' ');

/**
 * Packs the names of an edition's glossary into one string: a line with the title and the names' script forms, then a
 * line per entry with kind, id, reading, term and aliases. One string is read from the database about ten times faster than the same as objects.
 */
export function packNames({
  title,
  glossary,
  scriptForms = [],
}: Pick<Edition, 'title' | 'glossary' | 'scriptForms'>): string {
  const lines = glossary.map(({ kind, id, reading, term, aliases }) =>
    [String(KINDS.indexOf(kind)), id, reading ?? '', term, ...aliases].map(tidy).join('\t'),
  );
  const forms = formsIn(
    scriptForms,
    glossary.flatMap(({ term, aliases }) => [term, ...aliases]),
  );
  return [[title, ...forms].map(tidy).join('\t'), ...lines].join('\n');
}

/** A record of names as a source of lookups; the inverse of {@link packNames}. */
export function unpackRecord({ videoId, source, path, language, packed }: NamesRecord): LookupSource {
  const [head = '', ...lines] = packed.split('\n');
  const [title = '', ...scriptForms] = head.split('\t');
  const entries = lines.map((line): LookupEntry => {
    const [kind = '', id = '', reading = '', term = '', ...aliases] = line.split('\t');
    return { id, term, aliases, kind: KINDS[Number(kind)] ?? 'term', ...(reading && { reading }) };
  });
  const note = noteKey({ origin: 'own', source, path });
  return { videoId, note, language, title, entries, ...(scriptForms.length > 0 && { scriptForms }) };
}
