import type { LookupIndex } from '../../core/glossary/build-index.ts';
import type { LookupSource } from '../../core/glossary/lookup-source.ts';
import { buildNameIndex, type NameIndex, openIndex } from '../../core/glossary/name-index.ts';
import { FOLD_VERSION } from '../../core/text/fold.ts';

/**
 * Glossaries as a file: their index, read without being built, and the names as they are written. After a change of
 * the folding, the index is built from these again.
 */
interface Pack {
  readonly index: NameIndex;
  readonly sources: readonly LookupSource[];
}

/** A reference to a list of numbers: its type, and its position in the bytes after the text. */
type Numbers = { readonly numbers: 'i32' | 'u8'; readonly at: number; readonly length: number };

/** Offsets of four-byte numbers must be multiples of it. */
const ALIGN = 4;
const aligned = (length: number) => Math.ceil(length / ALIGN) * ALIGN;

/** A pack as bytes: the length of a JSON text (four bytes, the lowest first), the text, then the numbers it points to. */
export function writePack(sources: readonly LookupSource[]): Uint8Array<ArrayBuffer> {
  const lists: (Int32Array | Uint8Array)[] = [];
  let size = 0;
  const pack: Pack = { index: buildNameIndex(sources), sources };
  const text = JSON.stringify(pack, (_, value: unknown) => {
    if (!(value instanceof Int32Array || value instanceof Uint8Array)) return value;
    const numbers: Numbers = { numbers: value instanceof Int32Array ? 'i32' : 'u8', at: size, length: value.length };
    lists.push(value);
    size += aligned(value.byteLength);
    return numbers;
  });
  const json = new TextEncoder().encode(text);
  const start = aligned(4 + json.length);
  const bytes = new Uint8Array(start + size);
  new DataView(bytes.buffer).setUint32(0, json.length, true);
  bytes.set(json, 4);
  let at = start;
  for (const list of lists) {
    bytes.set(new Uint8Array(list.buffer, list.byteOffset, list.byteLength), at);
    at += aligned(list.byteLength);
  }
  return bytes;
}

/**
 * The inverse of {@link writePack}, ready to be searched.
 *
 * @param bytes Made by this extension's own build; nothing is checked.
 */
export function readPack(bytes: ArrayBuffer): LookupIndex {
  const length = new DataView(bytes).getUint32(0, true);
  const start = aligned(4 + length);
  const text = new TextDecoder().decode(new Uint8Array(bytes, 4, length));
  const { index, sources } = JSON.parse(text, (_, value: unknown) => {
    if (!isNumbers(value)) return value;
    const list = value.numbers === 'i32' ? Int32Array : Uint8Array;
    return new list(bytes, start + value.at, value.length);
  }) as Pack;
  const current = index.folding === FOLD_VERSION ? index : buildNameIndex(sources);
  return { names: openIndex(current), sources, definitions: null };
}

const isNumbers = (value: unknown): value is Numbers =>
  typeof value === 'object' && value !== null && 'numbers' in value;
