import { createRepeatFinder } from '../../compiler/library.ts';
import type { Catalog } from '../../core/catalog/catalog.ts';
import type { Problem } from '../../core/note/problem.ts';
import { decodeTranscript } from '../../core/transcript/decode-transcript.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import { inOrder } from '../crew.ts';
import { readNamedText } from '../read-file.ts';
import { UsageError } from '../usage-error.ts';
import type { CatalogAbout } from './catalog-about.ts';
import { createCatalogWriter } from './catalog-writer.ts';
import { findTranscripts, type Transcripts } from './find-transcripts.ts';
import { lockFolder } from './folder-lock.ts';
import { readLastRun } from './last-run.ts';
import { createNoteSpool, type NoteSpool, type SpooledNote } from './note-spool.ts';
import { createPublishCrew, type PublishCrew, type PublishedVideo } from './publish-work.ts';
import type { PublisherState, StoredSource } from './publisher-state.ts';
import { claimPages } from './site.ts';
import { findSources, type SourceFile } from './source-files.ts';

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
  /** Videos that are new, changed or gone since the last run. */
  readonly changes: number;
  readonly problems: readonly Problem[];
  /** Files that are about no video. */
  readonly noVideo: number;
  /** Symbolic links, which are skipped. */
  readonly links: readonly string[];
}

/** The version of the publisher's output: change it when the same notes give other files. */
const MAKER = 'sleevenotes 4';

/**
 * Publishes notes as a catalog in a folder. A run with the same notes changes nothing; one with a few changed notes compiles
 * those and writes their shards and a file of news. catalog.json is written last, so that a run that is killed leaves the
 * previous catalog intact; the next run then comes to the same files.
 * @throws {UsageError} when the folder cannot be published to. Errors of the file system are thrown as they are.
 */
export async function publish(options: PublishOptions): Promise<PublishReport> {
  const { paths, out, about, site } = options;
  const { files, links } = await findSources(paths);
  const release = await lockFolder(out);
  try {
    if (site) await claimPages(out, about);
    return { ...(await publishSources(files, options)), links };
  } finally {
    await release();
  }
}

async function publishSources(
  sources: readonly SourceFile[],
  { paths, out, about, transcripts, site }: PublishOptions,
): Promise<Omit<PublishReport, 'links'>> {
  const maker = `${MAKER}${site ? ' with site' : ''}`;
  const last = await readLastRun(out, maker, site);
  if (sources.length === 0 && !last.published) throw new UsageError(`there are no notes in ${paths.join(', ')}`);
  const { state } = last;
  const heard = await findTranscripts(sources, transcripts);
  const spool = createNoteSpool();
  const changed = sources.filter(({ path, hash }) => hash === null || state.sources.get(path)?.hash !== hash);
  const writer = await createCatalogWriter(out, about, last);
  let crew = createPublishCrew(changed.length);
  try {
    const run = await compileChanged({ sources, changed, state, heard, spool, crew });
    // Few videos need workers again; until then their memory is free for the lists.
    await crew.end();
    const videos = [...run.videos].map(([videoId, notes]) => videoToPublish(videoId, notes, heard, site));
    crew = createPublishCrew(videos.filter(({ isPacked }) => !isPacked).length);
    for await (const { videoId, video, transcript } of publishedVideos(videos, { spool, crew, site }))
      await writer.addVideo(videoId, video, transcript);
    await crew.end();
    const { catalog, changes } = await writer.finish({ maker, sources: run.sources, gone: run.gone, site });
    return { catalog, changes, problems: run.problems, noVideo: run.noVideo };
  } finally {
    await crew.end();
    spool.destroy();
    writer.end();
  }
}

interface Means {
  readonly spool: NoteSpool;
  readonly crew: PublishCrew;
}

interface VideoToPublish {
  readonly videoId: VideoId;
  readonly notes: readonly SpooledNote[];
  readonly transcriptFile: string | null;
  /** The hash of that file. */
  readonly transcript: string | null;
  /** Whether nothing is left to do: a video's only note was packed when it was compiled. */
  readonly isPacked: boolean;
}

function videoToPublish(
  videoId: VideoId,
  notes: readonly SpooledNote[],
  heard: Transcripts,
  site: boolean,
): VideoToPublish {
  const paths = notes.map(({ path }) => path);
  const transcriptFile = heard.fileOf(videoId, paths);
  const transcript = heard.hashOf(videoId, paths);
  return { videoId, notes, transcriptFile, transcript, isPacked: notes.length === 1 && !transcriptFile && !site };
}

async function* publishedVideos(
  videos: readonly VideoToPublish[],
  { spool, crew, site }: Means & { readonly site: boolean },
) {
  const waiting: Promise<{ videoId: VideoId; video: PublishedVideo; transcript: string | null }>[] = [];
  for (const each of videos) {
    const { videoId, transcript } = each;
    waiting.push(publishedVideo(each).then((video) => ({ videoId, video, transcript })));
    if (waiting.length >= crew.ahead) yield await (waiting.shift() as (typeof waiting)[number]);
  }
  for (const video of waiting) yield await video;

  async function publishedVideo({ videoId, notes, transcriptFile, isPacked }: VideoToPublish): Promise<PublishedVideo> {
    const read = notes.map(spool.read);
    if (isPacked) return { kind: 'video', notes: read, pages: [] };
    const video = await crew.run({
      kind: 'video',
      videoId,
      notes: read.map(({ file, content }) => ({ path: file, content })),
      transcript: transcriptFile === null ? null : await readTranscript(transcriptFile),
      site,
    });
    if (video.kind !== 'video')
      throw new Error(`A note could not be published (${video.kind === 'failed' ? video.reason : videoId}).`);
    return video;
  }
}

const readTranscript = async (file: string) => decodeTranscript((await readNamedText(file, 'transcript')).text);

/** Compiles every note of the videos with a file that is new, changed or gone since the last run. */
async function compileChanged({
  sources: files,
  changed,
  state,
  heard,
  spool,
  crew,
}: Means & {
  readonly heard: Transcripts;
  readonly sources: readonly SourceFile[];
  readonly changed: readonly SourceFile[];
  readonly state: PublisherState;
}) {
  const present = new Set(files.map(({ path }) => path));
  const sources = new Map<string, StoredSource>();
  const renewed = new Set<VideoId>();
  const renew = (videoId: VideoId | null | undefined) => videoId && renewed.add(videoId);
  for (const { path } of changed) renew(state.sources.get(path)?.videoId);
  for (const { path, hash } of files) {
    const before = state.sources.get(path);
    if (before && hash !== null && before.hash === hash) sources.set(path, before);
  }
  for (const [path, { videoId }] of state.sources) if (!present.has(path)) renew(videoId);
  for (const [videoId, { transcript, notes }] of state.videos) {
    const paths = notes.map(({ file }) => file);
    if (heard.hashOf(videoId, paths) !== transcript) renew(videoId);
  }

  const problems: Problem[] = [];
  const places = new Map<string, SpooledNote>();
  async function compile(some: readonly SourceFile[]): Promise<void> {
    const tasks = some.map(({ file, path }) => ({ kind: 'note', file, path }) as const);
    let at = 0;
    for await (const result of inOrder(tasks, crew)) {
      const { path, hash } = some[at++] as SourceFile;
      if (result.kind !== 'note') continue;
      const { compiled, note } = result;
      const { videoId, noVideo } = compiled;
      const isFaulty = !noVideo && compiled.problems.some(({ severity }) => severity === 'error');
      sources.set(path, { hash: isFaulty ? null : hash, videoId, noVideo });
      renew(videoId);
      if (!noVideo) problems.push(...compiled.problems);
      if (note) places.set(path, spool.add(path, note, compiled));
    }
  }
  await compile(changed);
  // Unchanged notes of the same videos are part of the same episodes.
  const compiled = new Set(changed);
  await compile(files.filter((file) => renewed.has(sources.get(file.path)?.videoId as VideoId) && !compiled.has(file)));

  const videos = new Map<VideoId, SpooledNote[]>();
  const repeats = createRepeatFinder();
  for (const { path } of files) {
    const note = places.get(path);
    const videoId = sources.get(path)?.videoId;
    if (!note || !videoId) continue;
    const repeated = repeats.add(path, { ...note, videoId });
    problems.push(...repeated);
    if (repeated.length > 0) continue;
    videos.set(videoId, [...(videos.get(videoId) ?? []), note]);
  }
  const noVideo = [...sources.values()].filter((source) => source.noVideo).length;
  return { sources, videos, problems, noVideo, gone: [...renewed].filter((videoId) => !videos.has(videoId)) };
}
