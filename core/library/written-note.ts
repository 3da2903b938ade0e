import { toVideoId, type VideoId } from '../video/video-id.ts';

/** What own notes were added from that were begun here: the source of their ids. */
export const WRITTEN = 'written';

/** A written note as the address of its editor names it. */
export interface WrittenNote {
  readonly videoId: VideoId;
  readonly path: string;
}

/** The address of a written note's editor, from another page of ours. */
export const editorAddress = ({ videoId, path }: WrittenNote): string =>
  `editor.html?v=${videoId}&file=${encodeURIComponent(path)}`;

/** Reads it back. @param query What follows the page's name, with its `?`. `null` when it names no note. */
export function readEditorAddress(query: string): WrittenNote | null {
  const [, id, file] = /^\?v=([^&]+)&file=([^&]+)$/u.exec(query) ?? [];
  const videoId = toVideoId(id ?? '');
  try {
    return videoId && file !== undefined ? { videoId, path: decodeURIComponent(file) } : null;
  } catch {
    return null;
  }
}
