import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { toVideoId } from '../../core/video/video-id.ts';
import { notePaths } from '../note-paths.ts';

/** A note file to publish. */
export interface SourceFile {
  readonly file: string;
  /** Its path within the given folder, with `/`: the same on every machine, and the note's identity for subscribers. */
  readonly path: string;
  /** Of all bytes of the file. */
  readonly hash: string;
}

/** All note files of some paths, sorted by path. With several paths given, each begins with the folder's name. */
export async function sourceFiles(paths: readonly string[]): Promise<SourceFile[]> {
  const found: SourceFile[] = [];
  for (const given of paths) {
    const { files } = await notePaths([given]);
    const root = (await stat(given)).isDirectory() ? resolve(given) : dirname(resolve(given));
    for (const file of files) {
      const inside = relative(root, resolve(file)).replaceAll('\\', '/');
      const path = paths.length > 1 ? `${basename(root)}/${inside}` : inside;
      found.push({ file, path, hash: hashFile(file) });
    }
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
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

const TRANSCRIPT = new Set(['.vtt', '.srt', '.json3', '.json', '.srv3', '.xml', '.sbv', '.ttml', '.ass']);

/**
 * Transcript files in a folder, by the video id in their names (downloaders write `ID.en.vtt`) and by their names up to the
 * first dot, which may be that of a note.
 */
export async function transcriptFiles(folder: string): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const name of (await readdir(folder)).sort()) {
    if (!TRANSCRIPT.has(extname(name).toLowerCase())) continue;
    const bare = name.slice(0, name.indexOf('.', 1));
    const id = toVideoId(bare.slice(0, 11)) ?? toVideoId(/\[([\w-]{11})\]/.exec(name)?.[1] ?? '');
    for (const key of [bare, ...(id ? [id] : [])]) if (!files.has(key)) files.set(key, join(folder, name));
  }
  return files;
}
