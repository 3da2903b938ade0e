import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { VideoId } from '../../core/video/video-id.ts';
import type { PublishedNote } from './pack-note.ts';

/** Beside the catalog, for its publisher only: what the next run need not do again. */
const FILE = 'publisher.bin';

/** A note in the catalog. */
export interface StoredNote extends PublishedNote {
  /** Compressed. */
  readonly bytes: number;
  /** The file of a long note; `null` for one that lies in its video's shard. */
  readonly piece: string | null;
}

export interface StoredSource {
  readonly hash: string;
  readonly videoId: VideoId | null;
  /** Whether it is about no video, which is no fault. */
  readonly noVideo: boolean;
}

export interface StoredVideo {
  readonly notes: readonly StoredNote[];
  /** The hash of the transcript file its times come from; `null` without one. */
  readonly transcript: string | null;
}

export interface PublisherState {
  /** Who made it: of another version everything is made again. */
  readonly maker: string;
  /** Every file, by its path: the hash of its bytes, and the video it is about. */
  readonly sources: ReadonlyMap<string, StoredSource>;
  readonly videos: ReadonlyMap<VideoId, StoredVideo>;
  /** The file of each shard. */
  readonly shards: ReadonlyMap<string, string>;
  /** Videos that came, changed or went since the filter was made. */
  readonly sinceFilter: number;
}

export const noState: PublisherState = {
  maker: '',
  sources: new Map(),
  videos: new Map(),
  shards: new Map(),
  sinceFilter: 0,
};

/** The state that the last run left; that of a first run when there is none, it is damaged or another version's. */
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
