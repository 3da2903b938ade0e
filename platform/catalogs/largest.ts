/** Largest files, uncompressed. A million episodes have a filter of 2.3 MB and some 80,000 shards. */
export const LARGEST = {
  filter: 64 * 1024 * 1024,
  list: 128 * 1024 * 1024,
  shard: 64 * 1024 * 1024,
} as const;

/** Text shrinks to a fifth or so when it is compressed; what unpacks to far more than the catalog says was made to do harm. */
const MOST_SHRUNK = 50;
const SPARE = 1_000_000;

/** The limit of a list, uncompressed, whose size catalog.json states as it is stored. */
export const limitOf = ({ bytes }: { readonly bytes: number }, largest: number): number =>
  Math.min(largest, bytes * MOST_SHRUNK + SPARE);
