import type { VideoHash } from './video-hash.ts';

/** An item to be placed in a shard. */
export interface ShardItem {
  readonly hash: VideoHash;
  /** Bytes it takes in the shard, compressed. */
  readonly bytes: number;
}

/** Fewest notes in a shard, in catalogs that have this many: a request does not reveal which of them is read. */
const FEWEST = 8;
/** Shards below this size are not split: smaller files would load no faster. */
const SMALL = 256 * 1024;
/** Bits of the hash that can lead to a shard. */
const MOST_BITS = 32;

/**
 * Divides items among shards, each named by the leading bits of its items' hashes (`''`, `0`, `101`). A shard is split
 * while it is large and both halves would hold {@link FEWEST}, so adding or removing an item moves only items of its own
 * shard.
 * @returns The items of every shard that has any, by its name, in the order of the names.
 */
export function divideIntoShards<Item extends ShardItem>(items: readonly Item[]): ReadonlyMap<string, readonly Item[]> {
  const shards = new Map<string, readonly Item[]>();
  const divide = (bits: string, inside: readonly Item[]): void => {
    const halves = [0, 1].map((bit) => inside.filter(({ hash }) => bitOf(hash, bits.length) === bit));
    const small = inside.reduce((sum, { bytes }) => sum + bytes, 0) <= SMALL;
    if (small || bits.length === MOST_BITS || halves.some(({ length }) => length < FEWEST)) {
      if (inside.length > 0) shards.set(bits, inside);
      return;
    }
    for (const [bit, half] of halves.entries()) divide(`${bits}${bit}`, half);
  };
  divide('', items);
  return shards;
}

/** The name of the shard that has a hash, among the names of all shards; `null` when no shard does. */
export function shardOf(hash: VideoHash, names: { has(name: string): boolean }): string | null {
  let bits = '';
  for (let depth = 0; depth <= MOST_BITS; depth++) {
    if (names.has(bits)) return bits;
    bits += bitOf(hash, depth);
  }
  return null;
}

const bitOf = ({ high }: VideoHash, depth: number): number => (high >>> (31 - depth)) & 1;
