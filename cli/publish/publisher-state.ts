import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type Catalog, readCatalog } from '../../core/catalog/catalog.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import type { PublishedNote } from './pack-note.ts';
import { writeWhole } from './write-whole.ts';

/** The file beside the catalog, for its publisher only, with the results that the next run can reuse. */
export const STATE_FILE = 'publisher.bin';

/** A note in the catalog. */
export interface StoredNote extends PublishedNote {
  /** The size of the note, compressed. */
  readonly bytes: number;
  /** Of the compressed note. */
  readonly hash: string;
  /** The file of a long note; `null` for one that is in its video's shard. */
  readonly piece: string | null;
}

export interface StoredSource {
  /** `null` for a file with an error, which is compiled again each time to say so again. */
  readonly hash: string | null;
  readonly videoId: VideoId | null;
  /** Whether it is about no video, which is not an error. */
  readonly noVideo: boolean;
}

export interface StoredVideo {
  readonly notes: readonly StoredNote[];
  /** The hash of the transcript file its times come from; `null` without one. */
  readonly transcript: string | null;
}

export interface PublisherState {
  /** The version of the publisher that wrote the state; after a change everything is published again. */
  readonly maker: string;
  /** The catalog that the state belongs to. catalog.json is an older one when the run was killed before it wrote that. */
  readonly catalog: Catalog | null;
  /** Every source file, by path. */
  readonly sources: ReadonlyMap<string, StoredSource>;
  readonly videos: ReadonlyMap<VideoId, StoredVideo>;
  /** The file of each shard. */
  readonly shards: ReadonlyMap<string, string>;
  /** The number of videos added, changed or removed since the filter was built. */
  readonly sinceFilter: number;
}

export const noState: PublisherState = {
  maker: '',
  catalog: null,
  sources: new Map(),
  videos: new Map(),
  shards: new Map(),
  sinceFilter: 0,
};

/** The state after the last run; {@link noState} when there is none, or it is damaged or of another version. */
export async function readState(folder: string, maker: string): Promise<PublisherState> {
  try {
    const stored = JSON.parse(gunzipSync(await readFile(join(folder, STATE_FILE))).toString());
    const answer = readCatalog(JSON.stringify(stored.catalog));
    if (stored.maker !== maker || !answer.ok) return noState;
    return {
      maker,
      catalog: answer.catalog,
      sources: new Map(stored.sources),
      videos: new Map(stored.videos),
      shards: new Map(stored.shards),
      sinceFilter: stored.sinceFilter,
    };
  } catch {
    return noState;
  }
}

export async function writeState(folder: string, state: PublisherState): Promise<void> {
  const { sources, videos, shards, ...rest } = state;
  const stored = { ...rest, sources: [...sources], videos: [...videos], shards: [...shards] };
  await writeWhole(join(folder, STATE_FILE), gzipSync(JSON.stringify(stored)));
}
