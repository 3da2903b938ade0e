import { toVideoId, type VideoId } from '../video/video-id.ts';

/** What own notes were added from that were begun here: the source of their ids. */
export const WRITTEN = 'written';

/** An own note as the address of its editor names it: one begun here, or one that was imported. */
export interface WrittenNote {
  readonly videoId: VideoId;
  /** {@link WRITTEN}, or what it was imported from. */
  readonly source: string;
  /** Of its id, within the source. */
  readonly path: string;
}

/** The address of an own note's editor, from another page of ours. */
export function editorAddress({ videoId, source, path }: WrittenNote): string {
  const from = source === WRITTEN ? '' : `&from=${encodeURIComponent(source)}`;
  return `editor.html?v=${videoId}&file=${encodeURIComponent(path)}${from}`;
}

/** Reads it back. @param query What follows the page's name, with its `?`. `null` when it names no note. */
export function readEditorAddress(query: string): WrittenNote | null {
  const [, id, file, from] = /^\?v=([^&]+)&file=([^&]+)(?:&from=([^&]+))?$/u.exec(query) ?? [];
  const videoId = toVideoId(id ?? '');
  if (!videoId || file === undefined) return null;
  try {
    const source = from === undefined ? WRITTEN : decodeURIComponent(from);
    return { videoId, source, path: decodeURIComponent(file) };
  } catch {
    return null;
  }
}
