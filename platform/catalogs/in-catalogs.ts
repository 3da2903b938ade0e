import type { VideoId } from '../../core/video/video-id.ts';
import { answerTo, existingDatabase } from '../store/existing-database.ts';
import { onCatalogs } from './changes.ts';
import {
  CATALOGS_DATABASE,
  FILTERS_STORE,
  MEMBERSHIP_STORE,
  type Membership,
  type MembershipRecord,
  readMembership,
} from './membership-record.ts';

interface Filter {
  readonly id: string;
  readonly has: Membership;
}

/** The ids of the catalogs that have a note for a video, as far as their filters tell. Sends no request. */
export function createInCatalogs(): (videoId: VideoId) => Promise<readonly string[]> {
  const connect = existingDatabase(CATALOGS_DATABASE);
  let filters: Promise<readonly Filter[]> | null = null;
  // The worker was started by a message that is about to ask.
  void connect();
  onCatalogs((change) => {
    if (change === 'list') filters = null;
  });

  async function from<T>(store: string, ask: (store: IDBObjectStore) => IDBRequest): Promise<T | undefined> {
    const database = await connect();
    return database ? answerTo(ask(database.transaction(store).objectStore(store))) : undefined;
  }

  async function read(): Promise<readonly Filter[]> {
    const records = await from<readonly MembershipRecord[]>(MEMBERSHIP_STORE, (store) => store.getAll());
    return (records ?? []).map((record) => ({
      id: record.id,
      has: readMembership(record, (part) => from(FILTERS_STORE, (store) => store.get([record.id, part]))),
    }));
  }

  return async (videoId) => {
    filters ??= read();
    try {
      const asked = (await filters).map(async ({ id, has }) => ((await has(videoId)) ? [id] : []));
      return (await Promise.all(asked)).flat();
    } catch {
      // Damaged storage has no note to show; the library's page says what is wrong with it.
      filters = null;
      return [];
    }
  };
}
