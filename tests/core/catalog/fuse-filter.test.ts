import { expect, test } from 'vitest';
import {
  buildFilter,
  decodeFilter,
  encodeFilter,
  filterHas,
  filterInPartsHas,
  filterParts,
} from '../../../core/catalog/fuse-filter.ts';
import { hashVideo } from '../../../core/catalog/video-hash.ts';
import { madeUpIds } from './made-up-ids.ts';

const hashes = (count: number, seed?: number) => madeUpIds(count, seed).map(hashVideo);

test.each([0, 1, 2, 3, 7, 100, 9180])(
  'a filter of %i videos contains every one of them, also after encoding',
  (count) => {
    const keys = hashes(count);
    const filter = decodeFilter(encodeFilter(buildFilter(keys)));
    expect(filter && keys.every((key) => filterHas(filter, key))).toBe(true);
  },
);

test('in parts it answers the same, by three of them at most', async () => {
  const keys = hashes(100_000);
  const filter = buildFilter(keys);
  const parts = filterParts(filter);
  expect(parts.length).toBeGreaterThan(6);
  for (const key of [...keys.slice(0, 2000), ...hashes(2000, 77)]) {
    const read = new Set<number>();
    const answer = await filterInPartsHas(filter, key, async (part) => {
      read.add(part);
      return parts[part];
    });
    expect(answer).toBe(filterHas(filter, key));
    expect(read.size).toBeLessThanOrEqual(3);
  }
  expect(await filterInPartsHas(filter, keys[0] as never, async () => undefined)).toBe(false);
});

test('of 400,000 other videos about one in 65,536 is a false positive', () => {
  const filter = buildFilter(hashes(9180));
  const wrong = hashes(400_000, 77).filter((key) => filterHas(filter, key)).length;
  expect(wrong).toBeLessThan(25);
});

test('an archive of 9,180 takes at most 2.6 bytes a video', () => {
  expect(encodeFilter(buildFilter(hashes(9180))).length / 9180).toBeLessThanOrEqual(2.6);
});

test('the same videos give the same bytes in any order', () => {
  const keys = hashes(500);
  expect(encodeFilter(buildFilter(keys.toReversed()))).toEqual(encodeFilter(buildFilter(keys)));
});

test('duplicate videos are refused', () => {
  const [key] = hashes(1);
  expect(() => buildFilter(key ? [key, key] : [])).toThrow('distinct');
});

test.each([
  ['nothing', () => new Uint8Array()],
  ['a web page', () => new TextEncoder().encode('<!doctype html><title>404</title>')],
  ['a truncated filter', () => encodeFilter(buildFilter(hashes(100))).slice(0, -2)],
  ['a filter with more behind it', () => new Uint8Array([...encodeFilter(buildFilter(hashes(100))), 0, 0])],
])('%s is no filter', (_, bytes) => {
  expect(decodeFilter(bytes())).toBeNull();
});
