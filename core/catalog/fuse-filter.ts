import { mix32, type VideoHash } from './video-hash.ts';

/**
 * Binary fuse filter with 16-bit fingerprints (Graf & Lemire 2022, "Binary Fuse Filters: Fast and Smaller Than Xor
 * Filters"): contains every key it was built from; false positive rate one in 65,536. The fingerprints of
 * a key's three places, one in each of three neighbouring segments, add up (XOR) to the key's own fingerprint.
 */
export interface FuseFilter extends FilterShape {
  readonly fingerprints: Uint16Array<ArrayBuffer>;
}

/** All of a filter but its fingerprints. */
export interface FilterShape {
  readonly seed: number;
  /** A power of two. */
  readonly segmentLength: number;
  /** Number of segments with first places; two more segments follow. */
  readonly segmentCount: number;
}

/** Seeds tried: with distinct keys one in several fails, and this many in a row never do. */
const MOST_SEEDS = 100;

/**
 * Builds the filter of distinct keys; the order does not matter, and the same keys give the same filter.
 * @throws {Error} when keys are not distinct.
 */
export function buildFilter(keys: readonly VideoHash[]): FuseFilter {
  const { segmentLength, segmentCount } = shapeFor(keys.length);
  for (let seed = 1; seed <= MOST_SEEDS; seed++) {
    const filter = { seed, segmentLength, segmentCount, fingerprints: new Uint16Array(0) };
    const order = peel(keys, filter);
    if (order) return { ...filter, fingerprints: assign(keys, filter, order) };
  }
  throw new Error('a filter needs distinct keys');
}

/** Whether a key is (almost surely) one the filter was built from. */
export function filterHas(filter: FuseFilter, key: VideoHash): boolean {
  const { fingerprints } = filter;
  return placesOf(key, filter).reduce((sum, place) => sum ^ (fingerprints[place] ?? 0), 0) === printOf(key, filter);
}

/** Fingerprints in a part: 32 kB. Browsers keep values of more than 64 kB in files of their own, which take long to read. */
const PART = 0x4000;

/** The fingerprints in parts, to be stored one by one. */
export function filterParts({ fingerprints }: FuseFilter): readonly Uint16Array<ArrayBuffer>[] {
  const parts = Math.ceil(fingerprints.length / PART);
  return Array.from({ length: parts }, (_, at) => fingerprints.slice(at * PART, (at + 1) * PART));
}

/**
 * As {@link filterHas}, with the filter in parts, of which it needs three at most.
 * @param read Reads a part by its number; `undefined` when it is missing.
 */
export async function filterInPartsHas(
  shape: FilterShape,
  key: VideoHash,
  read: (part: number) => Promise<Uint16Array | undefined>,
): Promise<boolean> {
  const prints = await Promise.all(
    placesOf(key, shape).map(async (place) => (await read(Math.floor(place / PART)))?.[place % PART] ?? 0),
  );
  return prints.reduce((sum, print) => sum ^ print, 0) === printOf(key, shape);
}

/** Sizes from the paper, section 4, for three places a key. */
function shapeFor(count: number): Pick<FuseFilter, 'segmentLength' | 'segmentCount'> {
  const size = Math.max(count, 2);
  const segmentLength = Math.min(2 ** Math.floor(Math.log(size) / Math.log(3.33) + 2.25), 2 ** 18);
  const factor = Math.max(1.125, 0.875 + (0.25 * Math.log(1_000_000)) / Math.log(size));
  const segments = Math.ceil((size * factor) / segmentLength);
  return { segmentLength, segmentCount: Math.max(1, segments - 2) };
}

const placesIn = ({ segmentLength, segmentCount }: FilterShape) => (segmentCount + 2) * segmentLength;

/** The three places of a key, one in each of three neighbouring segments. */
function placesOf(
  { high, low }: VideoHash,
  { seed, segmentLength, segmentCount }: FilterShape,
): [number, number, number] {
  const one = mix32(high ^ mix32(seed));
  const two = mix32(low ^ one);
  const three = mix32(two ^ high);
  const mask = segmentLength - 1;
  const first = Math.floor((one / 2 ** 32) * segmentCount * segmentLength);
  return [first, (first + segmentLength) ^ (two & mask), (first + 2 * segmentLength) ^ (three & mask)];
}

/** Never 0, or an empty filter would contain every key. */
const printOf = ({ high, low }: VideoHash, { seed }: FilterShape) => (mix32(low ^ mix32(high + seed)) % 0xffff) + 1;

/** Keys in the order in which each has a place no later key has, with that place; `null` when the seed fails. */
function peel(
  keys: readonly VideoHash[],
  shape: FilterShape,
): { readonly key: Uint32Array; readonly place: Uint32Array } | null {
  const counts = new Uint32Array(placesIn(shape));
  /** XOR of all keys at a place; for a single key the key itself. */
  const keysAt = new Uint32Array(counts.length);
  for (const [index, key] of keys.entries()) {
    for (const place of placesOf(key, shape)) {
      counts[place] = (counts[place] ?? 0) + 1;
      keysAt[place] = (keysAt[place] ?? 0) ^ index;
    }
  }
  const order = { key: new Uint32Array(keys.length), place: new Uint32Array(keys.length) };
  const single: number[] = [];
  for (const [place, count] of counts.entries()) if (count === 1) single.push(place);
  let done = 0;
  for (let place = single.pop(); place !== undefined; place = single.pop()) {
    if (counts[place] !== 1) continue;
    const index = keysAt[place] ?? 0;
    order.key[done] = index;
    order.place[done++] = place;
    for (const other of placesOf(keys[index] as VideoHash, shape)) {
      counts[other] = (counts[other] ?? 0) - 1;
      keysAt[other] = (keysAt[other] ?? 0) ^ index;
      if (counts[other] === 1) single.push(other);
    }
  }
  return done === keys.length ? order : null;
}

/** In reverse order: a key's other two places then already have their final fingerprints. */
function assign(
  keys: readonly VideoHash[],
  shape: FilterShape,
  order: { key: Uint32Array; place: Uint32Array },
): Uint16Array<ArrayBuffer> {
  const fingerprints = new Uint16Array(placesIn(shape));
  for (let at = keys.length - 1; at >= 0; at--) {
    const key = keys[order.key[at] ?? 0] as VideoHash;
    const own = order.place[at] ?? 0;
    fingerprints[own] = 0;
    let print = printOf(key, shape);
    for (const place of placesOf(key, shape)) print ^= fingerprints[place] ?? 0;
    fingerprints[own] = print;
  }
  return fingerprints;
}

/** `SNF1`, then seed, segment length, segment count (little-endian, 32 bits each), then the fingerprints. */
const MAGIC = 0x31464e53;
const HEAD = 16;

export function encodeFilter({ seed, segmentLength, segmentCount, fingerprints }: FuseFilter): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(HEAD + fingerprints.length * 2);
  const view = new DataView(bytes.buffer);
  for (const [at, value] of [MAGIC, seed, segmentLength, segmentCount].entries()) view.setUint32(at * 4, value, true);
  for (const [at, print] of fingerprints.entries()) view.setUint16(HEAD + at * 2, print, true);
  return bytes;
}

/** Reads what {@link encodeFilter} wrote; `null` when the bytes are anything else. */
export function decodeFilter(bytes: Uint8Array): FuseFilter | null {
  if (bytes.length < HEAD) return null;
  // Read as the numbers they are, which is far quicker than one by one. Every browser runs on little-endian processors.
  const { buffer } = new Uint8Array(bytes);
  const head = new Uint32Array(buffer, 0, HEAD / 4);
  const [magic, seed, segmentLength, segmentCount] = [...head] as [number, number, number, number];
  const isPower = segmentLength > 0 && (segmentLength & (segmentLength - 1)) === 0;
  if (magic !== MAGIC || !isPower || segmentCount === 0) return null;
  const places = (segmentCount + 2) * segmentLength;
  if (bytes.length !== HEAD + places * 2) return null;
  const fingerprints = new Uint16Array(buffer, HEAD);
  return { seed, segmentLength, segmentCount, fingerprints };
}
