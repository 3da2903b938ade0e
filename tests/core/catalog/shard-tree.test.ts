import { expect, test } from 'vitest';
import { divideIntoShards, shardOf } from '../../../core/catalog/shard-tree.ts';
import { hashVideo } from '../../../core/catalog/video-hash.ts';
import { madeUpIds } from './made-up-ids.ts';

const items = (count: number, bytes = 18_000) =>
  madeUpIds(count).map((videoId) => ({ videoId, hash: hashVideo(videoId), bytes }));

test('every video is in the shard its hash leads to, at least eight share one, and few are large', () => {
  const all = items(9180);
  const shards = divideIntoShards(all);
  for (const item of all) expect(shards.get(shardOf(item.hash, shards) ?? 'none')).toContain(item);
  const sizes = [...shards.values()].map(({ length }) => length).sort((a, b) => a - b);
  expect(sizes.reduce((sum, size) => sum + size)).toBe(9180);
  expect(sizes[0]).toBeGreaterThanOrEqual(8);
  const kilobytes = (share: number) => ((sizes[Math.floor(sizes.length * share)] ?? 0) * 18_000) / 1024;
  expect(kilobytes(0.5)).toBeLessThanOrEqual(220);
  expect(kilobytes(0.95)).toBeLessThanOrEqual(400);
});

test('adding or removing a note changes its own shard only', () => {
  const all = items(1000);
  const before = divideIntoShards(all.slice(1));
  const after = divideIntoShards(all);
  const changed = [...after].filter(([name, inside]) => before.get(name)?.length !== inside.length);
  const own = shardOf(hashVideo(all[0]?.videoId as never), after);
  expect(changed.every(([name]) => name.startsWith(own?.slice(0, -1) ?? 'none'))).toBe(true);
});

test('a small catalog is one shard, an empty one none', () => {
  expect([...divideIntoShards(items(5)).keys()]).toEqual(['']);
  expect(divideIntoShards([]).size).toBe(0);
  expect(shardOf(hashVideo(madeUpIds(1)[0] as never), new Map())).toBeNull();
});
