/** Largest files, uncompressed. A million episodes have a filter of 2.3 MB and some 80,000 shards. */
export const LARGEST = {
  filter: 64 * 1024 * 1024,
  list: 128 * 1024 * 1024,
  shard: 64 * 1024 * 1024,
} as const;
