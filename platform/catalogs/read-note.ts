import type { Catalog } from '../../core/catalog/catalog.ts';
import { decodeNote, LARGEST_CATALOG_NOTE } from '../../core/catalog/decode-note.ts';
import type { ShardNote } from '../../core/catalog/shard-file.ts';
import type { EpisodeEdition } from '../../core/note/episode.ts';
import { unpack } from './unpack.ts';

/** An author's own times are exact; a publisher's from a transcript are, too, when they are known this well (seconds). */
const EXACT_ENOUGH = 30;

/** Opens a note of a catalog; `null` when it is damaged. */
export async function readNote(
  bytes: Uint8Array<ArrayBuffer>,
  { file, language }: ShardNote,
  { id, title, publisher }: Catalog,
): Promise<EpisodeEdition | null> {
  const unpacked = await unpack(bytes, LARGEST_CATALOG_NOTE);
  const note = 'contents' in unpacked ? decodeNote(unpacked.contents) : null;
  if (!note || note.edition.language !== language) return null;
  const known = note.times.filter(({ earliest, latest }) => latest - earliest <= EXACT_ENOUGH);
  const timestamps = Object.fromEntries(known.map(({ section, start }) => [section, start]));
  return {
    ...note.edition,
    timestamps: { ...timestamps, ...note.edition.timestamps },
    note: { origin: 'catalog', source: id, path: file },
    catalog: { id, title, publisher: publisher ?? null },
  };
}
