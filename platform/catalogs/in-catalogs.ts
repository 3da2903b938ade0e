import type { Membership } from '../../core/catalog/membership.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import { answerTo, existingDatabase } from '../store/existing-database.ts';
import { onCatalogs } from './changes.ts';
import { CATALOGS_DATABASE, MEMBERSHIP_STORE, type MembershipRecord, readMembership } from './membership-record.ts';

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

  async function read(): Promise<readonly Filter[]> {
    const database = await connect();
    if (!database) return [];
    const records = database.transaction(MEMBERSHIP_STORE).objectStore(MEMBERSHIP_STORE).getAll();
    return ((await answerTo(records)) as MembershipRecord[]).map((record) => ({
      id: record.id,
      has: readMembership(record),
    }));
  }

  return async (videoId) => {
    filters ??= read();
    try {
      return (await filters).flatMap(({ id, has }) => (has(videoId) ? [id] : []));
    } catch {
      // Damaged storage has no note to show; the library's page says what is wrong with it.
      filters = null;
      return [];
    }
  };
}
