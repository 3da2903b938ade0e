import type { ShardList } from '../../core/catalog/shard-list.ts';
import { shardOf } from '../../core/catalog/shard-tree.ts';
import { hashVideo } from '../../core/catalog/video-hash.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import { subscribed } from './catalog-records.ts';
import { type Membership, readMembership } from './membership-record.ts';
import type { CatalogRecord, CatalogsDatabase } from './schema.ts';

/** A catalog with a note for a video, and the name of the shard that has it. */
export interface CatalogWithNote {
  readonly record: CatalogRecord;
  readonly shards: ShardList;
  readonly shard: string;
}

/** The catalogs the viewer has subscribed to, as they were when first asked for. */
export interface KnownCatalogs {
  /** Those that have a note for a video, in the viewer's order. Sends no request. */
  having(videoId: VideoId): Promise<readonly CatalogWithNote[]>;
  /** The next question reads them again. */
  forget(): void;
}

interface Known extends Omit<CatalogWithNote, 'shard'> {
  readonly has: Membership;
}

export function knownCatalogs(connect: () => Promise<CatalogsDatabase>): KnownCatalogs {
  let known: Promise<readonly Known[]> | null = null;

  async function load(): Promise<readonly Known[]> {
    const database = await connect();
    const records = await subscribed(database);
    const all = await Promise.all(
      records.map(async (record): Promise<Known | null> => {
        const { id } = record;
        const [membership, shards] = await Promise.all([database.get('membership', id), database.get('shards', id)]);
        if (!membership || !shards) return null;
        const readPart = async (part: number) => (await connect()).get('filters', [id, part]);
        return { record, has: readMembership(membership, readPart), shards };
      }),
    );
    return all.filter((one) => one !== null);
  }

  return {
    async having(videoId) {
      known ??= load();
      const all = await known.catch((error: unknown) => {
        known = null;
        throw error;
      });
      const found = await Promise.all(
        all.map(async ({ record, has, shards }): Promise<CatalogWithNote | null> => {
          const shard = (await has(videoId)) ? shardOf(hashVideo(videoId), shards) : null;
          return shard === null ? null : { record, shards, shard };
        }),
      );
      return found.filter((one) => one !== null);
    },
    forget() {
      known = null;
    },
  };
}
