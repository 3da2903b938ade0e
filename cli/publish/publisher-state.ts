import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { VideoId } from '../../core/video/video-id.ts';
import type { PublishedNote } from './pack-note.ts';

/** The file beside the catalog, for its publisher only, with the results that the next run can reuse. */
const FILE = 'publisher.bin';

/** A note in the catalog. */
export interface StoredNote extends PublishedNote {
  /** The size of the note, compressed. */
  readonly bytes: number;
  /** The file of a long note; `null` for one that is in its video's shard. */
  readonly piece: string | null;
}

export interface StoredSource {
  readonly hash: string;
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
  sources: new Map(),
  videos: new Map(),
  shards: new Map(),
  sinceFilter: 0,
};

/** The state after the last run; {@link noState} when there is none, or it is damaged or of another version. */
export async function readState(folder: string, maker: string): Promise<PublisherState> {
  try {
    const stored = JSON.parse(gunzipSync(await readFile(join(folder, FILE))).toString());
    if (stored.maker !== maker) return noState;
    return {
      maker,
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
  const { maker, sources, videos, shards, sinceFilter } = state;
  const stored = { maker, sources: [...sources], videos: [...videos], shards: [...shards], sinceFilter };
  await writeFile(join(folder, FILE), gzipSync(JSON.stringify(stored)));
}

export const STATE_FILE = FILE;
