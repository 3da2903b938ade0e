import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { dirname, extname, join, relative, resolve, sep } from 'node:path';
import { toVideoId } from '../../core/video/video-id.ts';
import { notePaths } from '../note-paths.ts';

/** A note file to publish. */
export interface SourceFile {
  readonly file: string;
  /** Its path within the given folder, with `/`: the same on every machine, and the note's identity for subscribers. */
  readonly path: string;
  /** Of all bytes of the file; `null` when it cannot be read. */
  readonly hash: string | null;
}

/** What is found at some paths. */
export interface Sources {
  readonly files: readonly SourceFile[];
  /** Symbolic links, which are skipped. */
  readonly links: readonly string[];
}

/**
 * All note files of some paths, sorted by path. With several paths given, each begins with the folder's name, and with those
 * above it where two folders have the same. A file that is found twice counts once.
 */
export async function findSources(paths: readonly string[]): Promise<Sources> {
  const roots = await Promise.all(
    paths.map(async (given) => {
      const { files, links } = await notePaths([given]);
      return { files, links, root: (await stat(given)).isDirectory() ? resolve(given) : dirname(resolve(given)) };
    }),
  );
  const prefixes = paths.length > 1 ? distinctNames(roots.map(({ root }) => root)) : null;
  const found = new Map<string, SourceFile>();
  for (const { files, root } of roots) {
    for (const file of files) {
      const absolute = resolve(file);
      if (found.has(absolute)) continue;
      const inside = withSlashes(relative(root, absolute));
      const path = prefixes ? `${prefixes.get(root)}/${inside}` : inside;
      found.set(absolute, { file, path, hash: readableHash(absolute) });
    }
  }
  const files = [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files, links: roots.flatMap(({ links }) => links) };
}

/** Elsewhere than on Windows a backslash is a letter like any other. */
const withSlashes = (path: string) => path.split(sep).join('/');

/** The shortest endings of some folders' paths that differ from each other, by folder. */
function distinctNames(folders: readonly string[]): ReadonlyMap<string, string> {
  const distinct = [...new Set(folders)];
  const depth = Math.max(...distinct.map((folder) => folder.split(sep).length));
  for (let parts = 1; parts < depth; parts++) {
    const names = distinct.map((folder) => folder.split(sep).slice(-parts).join('/'));
    if (new Set(names).size === distinct.length)
      return new Map(distinct.map((folder, at) => [folder, names[at] ?? '']));
  }
  return new Map(distinct.map((folder) => [folder, withSlashes(folder)]));
}

/** Of all bytes. A stream would take ten times as long for a file as short as a note. */
export function hashFile(path: string): string {
  const hash = createHash('sha256');
  const file = openSync(path, 'r');
  try {
    for (let read = readSync(file, part); read > 0; read = readSync(file, part)) hash.update(part.subarray(0, read));
  } finally {
    closeSync(file);
  }
  return hash.digest('hex').slice(0, 16);
}

const part = Buffer.alloc(64 * 1024);

/** `null` when the file cannot be read: compiling says why. */
function readableHash(path: string): string | null {
  try {
    return hashFile(path);
  } catch {
    return null;
  }
}

const TRANSCRIPT = new Set(['.vtt', '.srt', '.json3', '.json', '.srv3', '.xml', '.sbv', '.ttml', '.ass']);

/**
 * Transcript files in a folder, by the video id in their names (downloaders write `ID.en.vtt`) and by their names up to the
 * first dot, which may be that of a note.
 */
export async function transcriptFiles(folder: string): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  const entries = await readdir(folder, { withFileTypes: true });
  for (const name of entries
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map((entry) => entry.name)
    .sort()) {
    if (!TRANSCRIPT.has(extname(name).toLowerCase())) continue;
    const bare = name.slice(0, name.indexOf('.', 1));
    const id = toVideoId(bare.slice(0, 11)) ?? toVideoId(/\[([\w-]{11})\]/.exec(name)?.[1] ?? '');
    for (const key of [bare, ...(id ? [id] : [])]) if (!files.has(key)) files.set(key, join(folder, name));
  }
  return files;
}
