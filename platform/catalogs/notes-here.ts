import { decodeShard, type Shard, type ShardNote } from '../../core/catalog/shard-file.ts';
import { shardOf } from '../../core/catalog/shard-tree.ts';
import { hashVideo } from '../../core/catalog/video-hash.ts';
import type { EpisodeEdition } from '../../core/note/episode.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import type { Held } from './fetch-shard.ts';
import { keptOf, readKept } from './kept-files.ts';
import type { CatalogWithNote } from './known-catalogs.ts';
import { readNote } from './read-note.ts';
import type { CatalogRecord, CatalogsDatabase, KeptRecord } from './schema.ts';

/** Reads what is here of catalogs: kept files, and those held in memory. */
export interface NotesHere {
  /** The editions of a video in one catalog; none when its shard is not here. */
  editionsOf(database: CatalogsDatabase, one: CatalogWithNote, videoId: VideoId): Promise<readonly EpisodeEdition[]>;
  /** The shard as it is published now, if it is here. */
  currentShard(database: CatalogsDatabase, one: CatalogWithNote): Promise<Shard | null>;
  /** The bytes of a file that is here. */
  bytesOf(database: CatalogsDatabase, id: string, file: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Whether all of a video's notes in a catalog are here as they are published now. */
  isHere(database: CatalogsDatabase, one: CatalogWithNote, videoId: VideoId): Promise<boolean>;
  /** Forgets the editions decoded last. */
  forget(): void;
}

export function notesHere(held: Held): NotesHere {
  /** The editions decoded last: while a page opens it asks for the same ones several times. */
  let recent: { readonly of: string; readonly editions: Promise<readonly EpisodeEdition[]> } | null = null;

  /** The bytes of a file that is here. */
  async function bytesOf(
    database: CatalogsDatabase,
    id: string,
    file: string,
  ): Promise<Uint8Array<ArrayBuffer> | null> {
    return held.get(`${id} ${file}`) ?? (await readKept(database, { catalog: id, file }));
  }

  /** The shard as it is published now, if it is here. */
  async function currentShard(database: CatalogsDatabase, { record, shards, shard }: CatalogWithNote) {
    const bytes = await bytesOf(database, record.id, shards.get(shard) ?? '');
    return bytes && decodeShard(bytes);
  }

  /** The newest one of before that has the video, for a viewer without a network. */
  async function olderShard(
    database: CatalogsDatabase,
    { record }: CatalogWithNote,
    videoId: VideoId,
  ): Promise<Shard | null> {
    const kept = (await keptOf(database, record.id)).filter(({ piece }) => !piece);
    const byName = new Map<string, KeptRecord>(kept.map((one) => [one.shard, one]));
    const name = shardOf(hashVideo(videoId), byName);
    const file = name === null ? undefined : byName.get(name)?.file;
    const bytes = file === undefined ? null : await readKept(database, { catalog: record.id, file });
    return bytes && decodeShard(bytes);
  }

  async function editionsOf(
    database: CatalogsDatabase,
    one: CatalogWithNote,
    videoId: VideoId,
  ): Promise<readonly EpisodeEdition[]> {
    const { record, shards, shard: name } = one;
    const current = await currentShard(database, one);
    const shard = current ?? (await olderShard(database, one, videoId));
    if (!shard) return [];
    const notes = shard.notes.filter((each) => each.videoId === videoId);
    // A long note's own file may arrive at any time.
    if (!current || notes.some(({ piece }) => piece !== undefined)) return decoded(database, record, shard, notes);
    const of = `${record.id} ${shards.get(name)} ${videoId}`;
    if (recent?.of !== of) recent = { of, editions: decoded(database, record, shard, notes) };
    return recent.editions;
  }

  async function decoded(
    database: CatalogsDatabase,
    { id, catalog }: CatalogRecord,
    shard: Shard,
    notes: readonly ShardNote[],
  ): Promise<readonly EpisodeEdition[]> {
    const editions: EpisodeEdition[] = [];
    for (const note of notes) {
      const bytes = note.piece === undefined ? shard.read(note) : await bytesOf(database, id, note.piece);
      const edition = bytes && (await readNote(bytes, note, catalog));
      if (edition) editions.push(edition);
    }
    return editions;
  }

  async function isHere(database: CatalogsDatabase, one: CatalogWithNote, videoId: VideoId): Promise<boolean> {
    const shard = await currentShard(database, one);
    if (!shard) return false;
    const kept = await Promise.all(
      shard.notes
        .filter((note) => note.videoId === videoId && note.piece !== undefined)
        .map(({ piece = '' }) => bytesOf(database, one.record.id, piece)),
    );
    return kept.every((bytes) => bytes !== null);
  }

  return {
    editionsOf,
    currentShard,
    bytesOf,
    isHere,
    forget() {
      recent = null;
    },
  };
}
