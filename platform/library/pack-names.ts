import type { Edition, EntryKind } from '../../core/note/episode.ts';
import type { EditionNames, EntryNames } from '../ports.ts';

const KINDS: readonly EntryKind[] = ['term', 'person', 'organisation', 'product', 'book'];

/** Tab and line break separate; a name that holds one would be torn apart. */
const tidy = (text: string) => text.replaceAll(/[\t\n]+/g, ' ');

/**
 * Packs the names of an edition's glossary into one string: the title, then a line per entry with kind, id, reading,
 * term and aliases. One string is read from the database about ten times faster than the same as objects.
 */
export function packNames({ title, glossary }: Pick<Edition, 'title' | 'glossary'>): string {
  const lines = glossary.map(({ kind, id, reading, term, aliases }) =>
    [String(KINDS.indexOf(kind)), id, reading ?? '', term, ...aliases].map(tidy).join('\t'),
  );
  return [tidy(title), ...lines].join('\n');
}

export function unpackNames({
  videoId,
  language,
  packed,
}: Pick<EditionNames, 'videoId' | 'language'> & { packed: string }): EditionNames {
  const [title = '', ...lines] = packed.split('\n');
  const entries = lines.map((line): EntryNames => {
    const [kind = '', id = '', reading = '', term = '', ...aliases] = line.split('\t');
    return { id, term, aliases, kind: KINDS[Number(kind)] ?? 'term', ...(reading && { reading }) };
  });
  return { videoId, language, title, entries };
}
