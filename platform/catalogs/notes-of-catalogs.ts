import type { CatalogFault } from '../../core/catalog/fault.ts';
import type { Episode, EpisodeSummary } from '../../core/note/episode.ts';
import type { MissingNotes } from '../../core/session/elsewhere.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import type { CatalogNotesPort } from '../ports.ts';
import { isPrivate } from '../storage/private-window.ts';
import { faultOf } from './catalog-failure.ts';
import { subscribed } from './catalog-records.ts';
import { announceCatalogs, onCatalogs } from './changes.ts';
import { shardLock } from './early-copies.ts';
import { fetchPiece, fetchShard, type Held, keepShard } from './fetch-shard.ts';
import { goOnKeeping } from './keep-whole.ts';
import { markUsed, sweep } from './kept-files.ts';
import { type CatalogWithNote, knownCatalogs } from './known-catalogs.ts';
import { lookAgain, lookDaily } from './look-at.ts';
import { notesHere } from './notes-here.ts';
import type { CatalogsDatabase } from './schema.ts';

/** The notes of the catalogs the viewer has subscribed to. */
export function notesOfCatalogs(connect: () => Promise<CatalogsDatabase>): CatalogNotesPort {
  const held: Held = new Map();
  const { having, forget: forgetCatalogs } = knownCatalogs(connect);
  const { editionsOf, currentShard, bytesOf, isHere, forget: forgetNotes } = notesHere(held);
  onCatalogs((change) => {
    if (change === 'list') {
      forgetCatalogs();
      forgetNotes();
    }
  });

  async function find(videoId: VideoId): Promise<Episode | null> {
    const database = await connect();
    const catalogs = await having(videoId);
    const [first, ...rest] = (await Promise.all(catalogs.map((one) => editionsOf(database, one, videoId)))).flat();
    if (!first) return null;
    const revision = catalogs.map(({ shards, shard }) => shards.get(shard)).join('+');
    return { videoId, revision, editions: [first, ...rest] };
  }

  /** What is new in a catalog that is kept whole is fetched at once, and not when it is read, which would tell its host. */
  async function news(database: CatalogsDatabase): Promise<void> {
    if (await lookDaily(database)) await goOnKeeping(database);
  }

  async function missing(videoId: VideoId): Promise<readonly MissingNotes[]> {
    const database = await connect();
    void news(database).catch((error: unknown) => console.warn('Sleevenotes: no news of catalogs', error));
    const lacking: MissingNotes[] = [];
    for (const one of await having(videoId)) {
      if (await isHere(database, one, videoId)) continue;
      const { id, title, publisher } = one.record.catalog;
      const request = one.record.address + one.shards.get(one.shard);
      lacking.push({ id, title, publisher: publisher ?? null, host: new URL(one.record.address).host, request });
    }
    return lacking;
  }

  /** The kept files that a video's notes are in: its shard, and those of long notes. */
  async function keptFor(database: CatalogsDatabase, one: CatalogWithNote, videoId: VideoId) {
    const { record, shards, shard } = one;
    const notes = (await currentShard(database, one))?.notes.filter((note) => note.videoId === videoId) ?? [];
    const files = [shards.get(shard), ...notes.map(({ piece }) => piece)].filter((file) => file !== undefined);
    return Promise.all(files.map((file) => database.get('kept', [record.id, file])));
  }

  /** Resolves as soon as the note can be shown: it is stored meanwhile. */
  function fetchFor(database: CatalogsDatabase, one: CatalogWithNote, videoId: VideoId): Promise<void> {
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

  async function fetchOne(one: CatalogWithNote, videoId: VideoId): Promise<CatalogFault | null> {
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

  async function afterNews(database: CatalogsDatabase, { record, shards, shard }: CatalogWithNote, videoId: VideoId) {
    if (!(await lookAgain(database, record))) return null;
    forgetCatalogs();
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
      const records = (await Promise.all((await having(videoId)).map((one) => keptFor(database, one, videoId)))).flat();
      await markUsed(
        database,
        records.filter((record) => record !== undefined),
        Date.now(),
      );
    },
    subscribe: (listener) => onCatalogs((change) => change !== 'progress' && listener()),
  };
}
