import { createRepeatFinder } from '../../compiler/library.ts';
import type { Catalog } from '../../core/catalog/catalog.ts';
import type { Problem } from '../../core/note/problem.ts';
import { decodeTranscript } from '../../core/transcript/decode-transcript.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import { compileFiles } from '../compile-files.ts';
import { readNamedText } from '../read-file.ts';
import { createSpool, type Place } from '../spool.ts';
import { createWorkerPool } from '../worker-pool.ts';
import type { CatalogAbout } from './catalog-about.ts';
import { createCatalogWriter } from './catalog-writer.ts';
import { findTranscripts } from './find-transcripts.ts';
import type { PublishedVideo, VideoToPublish } from './publish-video.ts';
import { type PublisherState, readState, type StoredSource } from './publisher-state.ts';
import { type SourceFile, sourceFiles } from './source-files.ts';

export interface PublishOptions {
  readonly paths: readonly string[];
  readonly out: string;
  readonly about: CatalogAbout;
  /** A folder of transcripts named after their videos. */
  readonly transcripts: string | null;
  readonly site: boolean;
}

export interface PublishReport {
  readonly catalog: Catalog;
  /** Videos whose notes were compiled in this run. */
  readonly renewed: number;
  readonly problems: readonly Problem[];
  /** Files that are about no video. */
  readonly noVideo: number;
}

/** Changes with everything that changes what is published of the same notes. */
const MAKER = 'sleevenotes 2';
/** Videos under way at a time: enough for all cores, few enough that memory stays flat. */
const AHEAD = 8;

/**
 * Publishes notes as a catalog in a folder. A run with the same notes changes no byte; one with a few changes compiles
 * these, and writes the shards they are in and a file of news. catalog.json comes last, so that a run that is
 * interrupted leaves the catalog of before.
 */
export async function publish({ paths, out, about, transcripts, site }: PublishOptions): Promise<PublishReport> {
  const maker = `${MAKER}${site ? ' with site' : ''}`;
  const state = await readState(out, maker);
  const sources = await sourceFiles(paths);
  const heard = await findTranscripts(sources, transcripts);
  const run = await compileChanged(sources, state, heard);
  const writer = await createCatalogWriter(out, about, state);
  const pool = createWorkerPool<VideoToPublish, PublishedVideo | { readonly failed: string }>(
    new URL('./publish-video.worker.ts', import.meta.url),
    ({ videoId }, error) => ({ failed: `${videoId}: ${error instanceof Error ? error.message : error}` }),
  );
  try {
    const waiting: Promise<PublishedVideo | { readonly failed: string }>[] = [];
    const take = async () => {
      const video = await waiting.shift();
      if (!video) return;
      if ('failed' in video) throw new Error(`A note could not be published (${video.failed}).`);
      await writer.addVideo(
        video,
        heard.hashOf(
          video.videoId,
          (run.videos.get(video.videoId) ?? []).map(({ path }) => path),
        ),
      );
    };
    for (const [videoId, notes] of run.videos) {
      const read = notes.map(async ({ path, place }) => ({ file: path, edition: await run.spool.read(place) }));
      const transcript = await readTranscriptOf(
        heard.fileOf(
          videoId,
          notes.map(({ path }) => path),
        ),
      );
      waiting.push(pool.run({ videoId, notes: await Promise.all(read), transcript, site }));
      if (waiting.length >= AHEAD) await take();
    }
    while (waiting.length > 0) await take();
  } finally {
    await Promise.all([pool.end(), run.spool.destroy()]);
  }
  const catalog = await writer.finish({ maker, sources: run.sources, gone: run.gone, site });
  return { catalog, renewed: run.videos.size, problems: run.problems, noVideo: run.noVideo };
}

async function readTranscriptOf(file: string | null) {
  return file === null ? null : decodeTranscript((await readNamedText(file, 'transcript')).text);
}

/** Compiles every note of the videos with a file that is new, changed or gone since the last run. */
async function compileChanged(
  files: readonly SourceFile[],
  state: PublisherState,
  heard: Awaited<ReturnType<typeof findTranscripts>>,
) {
  const spool = await createSpool();
  const byFile = new Map(files.map((source) => [source.file, source]));
  const present = new Map(files.map((source) => [source.path, source]));
  const sources = new Map<string, StoredSource>();
  const changed: SourceFile[] = [];
  const renewed = new Set<VideoId>();
  const renew = (videoId: VideoId | null | undefined) => videoId && renewed.add(videoId);
  for (const source of files) {
    const before = state.sources.get(source.path);
    if (before?.hash === source.hash) sources.set(source.path, before);
    else {
      changed.push(source);
      renew(before?.videoId);
    }
  }
  for (const [path, { videoId }] of state.sources) if (!present.has(path)) renew(videoId);
  for (const [videoId, { transcript, notes }] of state.videos) {
    if (
      heard.hashOf(
        videoId,
        notes.map(({ file }) => file),
      ) !== transcript
    )
      renew(videoId);
  }

  const problems: Problem[] = [];
  const places = new Map<string, Compiled>();
  async function compile(some: readonly SourceFile[]): Promise<void> {
    for await (const note of compileFiles(
      some.map(({ file }) => file),
      'edition',
    )) {
      const { path, hash } = byFile.get(note.file) as SourceFile;
      sources.set(path, { hash, videoId: note.videoId, noVideo: note.noVideo });
      renew(note.videoId);
      if (!note.noVideo) problems.push(...note.problems);
      if (note.edition === null) continue;
      places.set(path, {
        place: await spool.add(note.told),
        fingerprint: note.fingerprint,
        sourceLine: note.sourceLine,
      });
    }
  }
  await compile(changed);
  // Their other notes have not changed, but belong to the same episode.
  await compile(files.filter(({ path }) => renewed.has(sources.get(path)?.videoId as VideoId) && !places.has(path)));

  const videos = new Map<VideoId, { readonly path: string; readonly place: Place }[]>();
  const repeats = createRepeatFinder();
  for (const { path } of files) {
    const compiled = places.get(path);
    const videoId = sources.get(path)?.videoId;
    if (!compiled || !videoId) continue;
    const repeated = repeats.add(path, { ...compiled, videoId });
    problems.push(...repeated);
    if (repeated.length > 0) continue;
    videos.set(videoId, [...(videos.get(videoId) ?? []), { path, place: compiled.place }]);
  }
  const noVideo = [...sources.values()].filter((source) => source.noVideo).length;
  return { spool, sources, videos, problems, noVideo, gone: [...renewed].filter((videoId) => !videos.has(videoId)) };
}

interface Compiled {
  readonly place: Place;
  readonly fingerprint: string;
  readonly sourceLine: number;
}
