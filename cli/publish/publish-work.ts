import type { EpisodeEdition } from '../../core/note/episode.ts';
import type { Timeline } from '../../core/timeline/timeline.ts';
import type { Transcript } from '../../core/transcript/cue.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import { type CompiledFile, failed, readAndCompile } from '../compile-file.ts';
import { type Crew, createCrew } from '../crew.ts';
import { chaptersJson, episodePage } from './episode-page.ts';
import { type NewNote, packNotes, unpackedEdition } from './pack-note.ts';

/** A note file to compile, and to pack as its video's only note, which it nearly always is. */
export interface NoteTask {
  readonly kind: 'note';
  readonly file: string;
  /** The note's identity within the catalog. */
  readonly path: string;
}

/** A video with several notes, a transcript file, or pages to write. */
export interface VideoTask {
  readonly kind: 'video';
  readonly videoId: VideoId;
  /** Each is packed alone, in the order of the files. */
  readonly notes: readonly { readonly path: string; readonly content: Uint8Array }[];
  readonly transcript: Transcript | null;
  /** Whether to write pages, too. */
  readonly site: boolean;
}

export interface CompiledNoteFile {
  readonly kind: 'note';
  readonly compiled: CompiledFile;
  /** `null` when the file could not be compiled. */
  readonly note: NewNote | null;
}

export interface PublishedVideo {
  readonly kind: 'video';
  readonly notes: readonly NewNote[];
  /** Files of the site, relative to its folder `v`. */
  readonly pages: readonly (readonly [file: string, contents: string])[];
}

export type PublishTask = NoteTask | VideoTask;
export type PublishResult = CompiledNoteFile | PublishedVideo | { readonly kind: 'failed'; readonly reason: string };
export type PublishCrew = Crew<PublishTask, PublishResult>;

/** @param count The number of notes. */
export const createPublishCrew = (count: number): PublishCrew =>
  createCrew(count, new URL('./publish.worker.ts', import.meta.url), doPublishTask, (task, error) =>
    task.kind === 'note'
      ? { kind: 'note', compiled: failed(task.file, error), note: null }
      : { kind: 'failed', reason: `${task.videoId}: ${error instanceof Error ? error.message : error}` },
  );

export const doPublishTask = (task: PublishTask): Promise<PublishResult> =>
  task.kind === 'note' ? packFile(task) : packVideo(task);

async function packFile({ file, path }: NoteTask): Promise<CompiledNoteFile> {
  const { note, compiled } = await readAndCompile(file);
  if (!note) return { kind: 'note', compiled, note: null };
  const { packed } = await packNotes([{ file: path, edition: note.edition }], null, false);
  return { kind: 'note', compiled, note: packed[0] ?? null };
}

async function packVideo({ videoId, notes, transcript, site }: VideoTask): Promise<PublishedVideo> {
  const given = notes.map(({ path, content }) => ({ file: path, edition: unpackedEdition(content) }));
  const { editions, timelines, packed } = await packNotes(given, transcript, site);
  return { kind: 'video', notes: packed, pages: site ? pagesOf(videoId, editions, timelines) : [] };
}

function pagesOf(
  videoId: VideoId,
  editions: readonly EpisodeEdition[],
  timelines: readonly (Timeline | null)[],
): PublishedVideo['pages'] {
  const named = editions.map((edition, index) => ({ ...edition, file: pageFile(videoId, index) }));
  return named.flatMap((edition, index) => {
    const timeline = timelines[index] as Timeline;
    const page = episodePage({ videoId, edition, timeline, editions: named, file: edition.file });
    const chapters = chaptersFile(edition.file);
    return [
      [edition.file, page],
      [chapters, chaptersJson(edition, timeline)],
    ] as const;
  });
}

/** The file name of the page of a video's note, by the note's position. */
export const pageFile = (videoId: VideoId, index: number): string =>
  index === 0 ? `${videoId}.html` : `${videoId}-${index + 1}.html`;

const chaptersFile = (page: string): string => page.replace('.html', '.chapters.json');

/** All files of a video with this many notes in the site's folder `v`. */
export const pageFiles = (videoId: VideoId, notes: number): string[] =>
  Array.from({ length: notes }, (_, index) => pageFile(videoId, index)).flatMap((page) => [page, chaptersFile(page)]);
