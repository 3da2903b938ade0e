import type { CatalogFault } from '../../core/catalog/fault.ts';
import type { Membership } from '../../core/catalog/membership.ts';
import { decodeShard, type Shard, type ShardNote } from '../../core/catalog/shard-file.ts';
import type { ShardList } from '../../core/catalog/shard-list.ts';
import { shardOf } from '../../core/catalog/shard-tree.ts';
import { hashVideo } from '../../core/catalog/video-hash.ts';
import type { Episode, EpisodeEdition, EpisodeSummary } from '../../core/note/episode.ts';
import type { MissingNotes } from '../../core/session/elsewhere.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import type { CatalogNotesPort } from '../ports.ts';
import { isPrivate } from '../storage/private-window.ts';
import { faultOf } from './catalog-failure.ts';
import { subscribed } from './catalog-records.ts';
import { announceCatalogs, onCatalogs } from './changes.ts';
import { shardLock } from './early-copies.ts';
import { fetchPiece, fetchShard, type Held, keepShard } from './fetch-shard.ts';
import { keptOf, markUsed, readKept, sweep } from './kept-files.ts';
import { lookAt, lookDaily } from './look-at.ts';
import { readMembership } from './membership-record.ts';
import { readNote } from './read-note.ts';
import type { CatalogRecord, CatalogsDatabase, KeptRecord } from './schema.ts';

/** A catalog ready to be asked for videos. */
interface Known {
  readonly record: CatalogRecord;
  readonly has: Membership;
  readonly shards: ShardList;
}

/** What a host is asked again for, when one of its files is gone: its news, unless they are this new. */
const FRESH_MS = 10 * 60 * 1000;

/** The notes of the catalogs the viewer has subscribed to. */
export function notesOfCatalogs(connect: () => Promise<CatalogsDatabase>): CatalogNotesPort {
  const held: Held = new Map();
  let known: Promise<readonly Known[]> | null = null;
  /** The editions decoded last: while a page opens it asks for the same ones several times. */
  let recent: { readonly of: string; readonly editions: Promise<readonly EpisodeEdition[]> } | null = null;
  onCatalogs((change) => {
    if (change === 'list') {
      known = null;
      recent = null;
    }
  });

  async function load(): Promise<readonly Known[]> {
    const database = await connect();
    const records = await subscribed(database);
    const all = await Promise.all(
      records.map(async (record): Promise<Known | null> => {
        const [membership, shards] = await Promise.all([
          database.get('membership', record.id),
          database.get('shards', record.id),
        ]);
        return membership && shards ? { record, has: readMembership(membership), shards } : null;
      }),
    );
    return all.filter((one) => one !== null);
  }

  async function having(videoId: VideoId): Promise<readonly (Known & { readonly shard: string })[]> {
    known ??= load();
    const mine = known;
    const all = await mine.catch((error: unknown) => {
      known = null;
      throw error;
    });
    return all.flatMap((one) => {
      const shard = one.has(videoId) ? shardOf(hashVideo(videoId), one.shards) : null;
      return shard === null ? [] : [{ ...one, shard }];
    });
  }

  /** The bytes of a file that is here. */
  async function bytesOf(
    database: CatalogsDatabase,
    id: string,
    file: string,
  ): Promise<Uint8Array<ArrayBuffer> | null> {
    return held.get(`${id} ${file}`) ?? (await readKept(database, { catalog: id, file }));
  }

  /** The shard as it is published now, if it is here. */
  async function currentShard(database: CatalogsDatabase, { record, shards, shard }: Known & { shard: string }) {
    const bytes = await bytesOf(database, record.id, shards.get(shard) ?? '');
    return bytes && decodeShard(bytes);
  }

  /** The newest one of before that has the video, for a viewer without a network. */
  async function olderShard(database: CatalogsDatabase, { record }: Known, videoId: VideoId): Promise<Shard | null> {
    const kept = (await keptOf(database, record.id)).filter(({ piece }) => !piece);
    const byName = new Map<string, KeptRecord>(kept.map((one) => [one.shard, one]));
    const name = shardOf(hashVideo(videoId), byName);
    const file = name === null ? undefined : byName.get(name)?.file;
    const bytes = file === undefined ? null : await readKept(database, { catalog: record.id, file });
    return bytes && decodeShard(bytes);
  }

  async function editionsOf(
    database: CatalogsDatabase,
    one: Known & { shard: string },
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

  async function find(videoId: VideoId): Promise<Episode | null> {
    const database = await connect();
    const catalogs = await having(videoId);
    const [first, ...rest] = (await Promise.all(catalogs.map((one) => editionsOf(database, one, videoId)))).flat();
    if (!first) return null;
    const revision = catalogs.map(({ shards, shard }) => shards.get(shard)).join('+');
    return { videoId, revision, editions: [first, ...rest] };
  }

  async function missing(videoId: VideoId): Promise<readonly MissingNotes[]> {
    const database = await connect();
    void lookDaily(database).catch((error: unknown) => console.warn('Sleevenotes: no news of catalogs', error));
    const lacking: MissingNotes[] = [];
    for (const one of await having(videoId)) {
      if (await isHere(database, one, videoId)) continue;
      const { id, title, publisher } = one.record.catalog;
      const request = one.record.address + one.shards.get(one.shard);
      lacking.push({ id, title, publisher: publisher ?? null, host: new URL(one.record.address).host, request });
    }
    return lacking;
  }

  async function isHere(
    database: CatalogsDatabase,
    one: Known & { shard: string },
    videoId: VideoId,
  ): Promise<boolean> {
    const shard = await currentShard(database, one);
    if (!shard) return false;
    const kept = await Promise.all(
      shard.notes
        .filter((note) => note.videoId === videoId && note.piece !== undefined)
        .map(({ piece = '' }) => bytesOf(database, one.record.id, piece)),
    );
    return kept.every((bytes) => bytes !== null);
  }

  /** Resolves as soon as the note can be shown: it is stored meanwhile. */
  function fetchFor(database: CatalogsDatabase, one: Known & { shard: string }, videoId: VideoId): Promise<void> {
    const { record, shards, shard: name } = one;
    return new Promise((shown, failed) => {
      // Two windows on one video ask once.
      const asking = navigator.locks.request(shardLock(record.id, name), async () => {
        const place = { database, record, held, mayKeep: !(await isPrivate()) };
        const present = await currentShard(database, one);
        const fetched = present ? null : await fetchShard(place, shards, name);
        const stored = fetched && keepShard(place, fetched);
        try {
          for (const { videoId: of, piece } of (present ?? fetched?.shard)?.notes ?? []) {
            if (of !== videoId || piece === undefined || (await bytesOf(database, record.id, piece))) continue;
            await fetchPiece(place, name, piece);
          }
          shown();
        } finally {
          await stored;
        }
        if (!place.mayKeep) return;
        await sweep(database);
        announceCatalogs('notes');
      });
      // After the note is shown, what fails is tidying up, which the next one does again.
      asking.catch(failed);
    });
  }

  async function fetchOne(one: Known & { shard: string }, videoId: VideoId): Promise<CatalogFault | null> {
    const database = await connect();
    try {
      await fetchFor(database, one, videoId);
      return null;
    } catch (error) {
      // A publisher may have replaced the file since the last look.
      const again = await afterNews(database, one, videoId);
      if (!again) return faultOf(error);
      return fetchFor(database, again, videoId).then(() => null, faultOf);
    }
  }

  async function afterNews(
    database: CatalogsDatabase,
    { record, shards, shard }: Known & { shard: string },
    videoId: VideoId,
  ) {
    if ((await isPrivate()) || Date.now() - record.lookedAt < FRESH_MS) return null;
    await lookAt(database, record.id);
    known = null;
    const now = (await having(videoId)).find((one) => one.record.id === record.id);
    return now && now.shards.get(now.shard) !== shards.get(shard) ? now : null;
  }

  return {
    find,
    missing: async (videoId) => ({ notes: await missing(videoId), mayFetch: !(await isPrivate()) }),
    async fetch(videoId) {
      const lacking = new Set((await missing(videoId)).map(({ id }) => id));
      const catalogs = (await having(videoId)).filter(({ record }) => lacking.has(record.id));
      const faults = await Promise.all(catalogs.map((one) => fetchOne(one, videoId)));
      return catalogs.flatMap(({ record }, at) => {
        const fault = faults[at];
        return fault ? [{ title: record.catalog.title, fault }] : [];
      });
    },
    async list() {
      const database = await connect();
      const all: EpisodeSummary[] = [];
      for (const { id } of await subscribed(database)) {
        for (const { videoId, editions } of (await database.get('titles', id)) ?? []) {
          const note = { origin: 'catalog', source: id, path: '' } as const;
          all.push({ videoId, revision: id, editions: editions.map((edition) => ({ ...edition, note })) });
        }
      }
      return all;
    },
    async used(videoId) {
      if (await isPrivate()) return;
      const database = await connect();
      const files = (await having(videoId)).map(({ record, shards, shard }) => ({
        catalog: record.id,
        file: shards.get(shard),
      }));
      const records = await Promise.all(files.map(({ catalog, file = '' }) => database.get('kept', [catalog, file])));
      await markUsed(
        database,
        records.filter((record) => record !== undefined),
        Date.now(),
      );
    },
    subscribe: (listener) => onCatalogs((change) => change !== 'progress' && listener()),
  };
}
