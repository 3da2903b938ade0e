/** Notes of made-up words, with the sizes and numbers of terms of the real archive. */
import { mkdtemp, readdir, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ARCHIVE, makeSources } from '../lookup/made-up.ts';

const random = randomFrom(7);
export const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
export const WORDS = Array.from({ length: 3000 }, () =>
  Array.from({ length: 2 + Math.floor(random() * 3) }, () =>
    String.fromCodePoint(0x4e00 + Math.floor(random() * 3000)),
  ).join(''),
);

function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export function generateNote(at: number, bytes: number): string {
  const id = `bench${String(at).padStart(6, '0')}`;
  const parts = [
    `---\nsource: https://www.youtube.com/watch?v=${id}\ntitle: ${pick(WORDS)} ${at}\nlang: zh-Hans\n---\n`,
  ];
  let size = 0;
  for (let section = 1; size < bytes; section++) {
    const sentences = Array.from({ length: 20 }, () => Array.from({ length: 12 }, () => pick(WORDS)).join(''));
    const term = pick(WORDS);
    const text = `### ${pick(WORDS)}${section}\n\n**${term}**（${term}: ${sentences[0]}）${sentences.slice(1).join('。')}。\n\n`;
    size += Buffer.byteLength(text);
    parts.push(text);
  }
  return parts.join('');
}

/** A random note size in bytes: log-normal with the archive's median and mean, capped at its longest. */
export function archiveSize(): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Math.min(11_000 * Math.exp(1.59 * normal), 1_100_000);
}

/**
 * Notes that consist mostly of terms, which repeat from note to note as in the archive (bench/lookup/made-up.ts); each has one
 * term that no other note has.
 *
 * @returns Makes the note with a number from `first` on, which is part of the names of its video and its own term.
 */
export function createTerms(count: number, first: number): (at: number) => string {
  const sources = makeSources(count * ARCHIVE.perNote);
  return (at) => {
    const terms = sources[at - first]?.entries.map(({ term, aliases }) => {
      const names = aliases.length > 0 ? `${aliases.join(' / ')}: ` : '';
      return `**${term}**（${names}${pick(WORDS)}${pick(WORDS)}）`;
    });
    const own = `**only${at}**（only${at}: ${pick(WORDS)}）`;
    return `${generateNote(at, 0)}### ${pick(WORDS)}\n\n${own}${terms?.join('，')}。\n`;
  };
}

export async function generateFolder(count: number, make: (at: number) => string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sleevenotes-bench-'));
  for (let at = 0; at < count; at++) await writeFile(join(folder, `${String(at).padStart(5, '0')}.md`), make(at));
  return folder;
}

export async function sizeOf(folder: string): Promise<number> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter(
    (entry) => entry.isFile() && /\.(?:md|markdown|txt)$/.test(entry.name),
  );
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(file.parentPath, file.name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}
