import { basename, dirname, extname } from 'node:path';
import type { VideoId } from '../../core/video/video-id.ts';
import { hashFile, type SourceFile, transcriptFiles } from './source-files.ts';

/** The transcript files found, by video. */
export interface Transcripts {
  /** @param notes Paths of the video's notes. */
  fileOf(videoId: VideoId, notes: readonly string[]): string | null;
  /** The hash of that file. */
  hashOf(videoId: VideoId, notes: readonly string[]): string | null;
}

/** Finds transcripts in a folder and beside the notes: `VIDEOID.vtt`, `VIDEOID.en.srt`, or with the note's own name. */
export async function findTranscripts(sources: readonly SourceFile[], folder: string | null): Promise<Transcripts> {
  const folders = [...(folder === null ? [] : [folder]), ...new Set(sources.map(({ file }) => dirname(file)))];
  const files = new Map<string, string>();
  for (const each of folders) {
    for (const [name, file] of await transcriptFiles(each)) if (!files.has(name)) files.set(name, file);
  }
  const hashes = new Map<string, string>();
  for (const [name, file] of files) {
    try {
      hashes.set(file, hashes.get(file) ?? hashFile(file));
    } catch (error) {
      if (!ledNowhere(error)) throw error;
      files.delete(name);
    }
  }
  const fileOf = (videoId: VideoId, notes: readonly string[]) => {
    const names = [videoId, ...notes.map((path) => basename(path, extname(path)))];
    return names.map((name) => files.get(name)).find((file) => file !== undefined) ?? null;
  };
  return { fileOf, hashOf: (videoId, notes) => hashes.get(fileOf(videoId, notes) ?? '') ?? null };
}

/** A link to nothing, or to a folder, is no transcript. */
const ledNowhere = (error: unknown) =>
  ['ENOENT', 'EISDIR', 'ELOOP'].includes((error as NodeJS.ErrnoException).code ?? '');
