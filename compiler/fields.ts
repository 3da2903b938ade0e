import type { FrontMatter } from './front-matter.ts';

type Data = FrontMatter['data'];

/** A value of the front matter and its key, as the author spelled it. */
export interface Field {
  readonly key: string;
  readonly value: unknown;
}

/** The plain spelling of a key: `sourceurl` for `Source_URL`, `source-url` and `sourceUrl`. */
export function plainKey(key: string): string {
  return /^[a-z\d]*$/.test(key) ? key : key.toLowerCase().replaceAll(/[\s_-]+/g, '');
}

const isEmpty = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/**
 * The first of the keys with a value, whatever its case and separators. An exact spelling is preferred to one that differs
 * in these.
 *
 * @param keys In plain spelling (see {@link plainKey}), highest priority first.
 */
export function fieldOf(data: Data, keys: readonly string[]): Field | null {
  const spelled = spellingsIn(data);
  for (const key of keys) {
    if (Object.hasOwn(data, key) && !isEmpty(data[key])) return { key, value: data[key] };
    const other = spelled.get(key)?.find((each) => !isEmpty(data[each]));
    if (other !== undefined) return { key: other, value: data[other] };
  }
  return null;
}

/** Cache of a note's keys by plain spelling: about a hundred are looked up per note. */
const spellings = new WeakMap<Data, ReadonlyMap<string, readonly string[]>>();

function spellingsIn(data: Data): ReadonlyMap<string, readonly string[]> {
  const known = spellings.get(data);
  if (known) return known;
  const made = new Map<string, string[]>();
  for (const key of Object.keys(data)) {
    const plain = plainKey(key);
    made.set(plain, [...(made.get(plain) ?? []), key]);
  }
  spellings.set(data, made);
  return made;
}

/** The deepest nesting of values that is read. */
const DEEPEST = 4;

/** All texts below a value, in order, each with the path of its keys. */
export function* textsIn(
  value: unknown,
  path: readonly string[] = [],
): Generator<{ path: readonly string[]; text: string }> {
  if (typeof value === 'string') yield { path, text: value };
  else if (typeof value === 'number') yield { path, text: String(value) };
  else if (value !== null && typeof value === 'object' && path.length <= DEEPEST) {
    for (const [key, each] of Object.entries(value)) yield* textsIn(each, Array.isArray(value) ? path : [...path, key]);
  }
}
