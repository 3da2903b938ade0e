import type { Membership } from '../../core/catalog/membership.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import { answerTo, existingDatabase } from '../store/existing-database.ts';
import { onCatalogs } from './changes.ts';
import { CATALOGS_DATABASE, MEMBERSHIP_STORE, type MembershipRecord, readMembership } from './membership-record.ts';

/** Whether a catalog has a note for the video, as far as its filter tells. No host is asked. */
export function createInCatalogs(): (videoId: VideoId) => Promise<boolean> {
  const connect = existingDatabase(CATALOGS_DATABASE);
  let filters: Promise<readonly Membership[]> | null = null;
  onCatalogs((change) => {
    if (change === 'list') filters = null;
  });

  async function read(): Promise<readonly Membership[]> {
    const database = await connect();
    if (!database) return [];
    const records = database.transaction(MEMBERSHIP_STORE).objectStore(MEMBERSHIP_STORE).getAll();
    return ((await answerTo(records)) as MembershipRecord[]).map(readMembership);
  }

  return async (videoId) => {
    filters ??= read();
    try {
      return (await filters).some((has) => has(videoId));
    } catch {
      // Damaged storage has no note to show; the library's page says what is wrong with it.
      filters = null;
      return false;
    }
  };
}
