import { gzipSync } from 'node:zlib';
import { joinedEpisode } from '../../compiler/library.ts';
import { encodeNote } from '../../core/catalog/decode-note.ts';
import { packNames } from '../../core/glossary/packed-names.ts';
import type { Edition, EpisodeEdition } from '../../core/note/episode.ts';
import { align } from '../../core/timeline/align.ts';
import type { Evidence, SectionTime, Timeline } from '../../core/timeline/timeline.ts';
import { wantsLexicon } from '../../core/timeline/wants-lexicon.ts';
import type { Transcript } from '../../core/transcript/cue.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import { chaptersJson, episodePage } from './episode-page.ts';

/** The notes of one video, compiled, on their way to a worker. */
export interface VideoToPublish {
  readonly videoId: VideoId;
  /** Each edition as JSON, in the order of the files. */
  readonly notes: readonly { readonly file: string; readonly edition: string }[];
  /** A transcript that lies beside the notes; one within a note comes first. */
  readonly transcript: Transcript | null;
  /** Whether pages are made, too. */
  readonly site: boolean;
}

/** A note as it goes into a shard. */
export interface PublishedNote {
  readonly file: string;
  readonly language: string;
  readonly title: string;
  readonly date: string | null;
  readonly sections: number;
  readonly terms: number;
  /** Whether its times rest on a transcript or its author. */
  readonly exact: boolean;
}

/** A note with what goes into files beside its own head. */
export interface NewNote extends PublishedNote {
  /** Compressed. */
  readonly content: Uint8Array;
  /** The names in its glossary, packed. */
  readonly names: string;
}

export interface PublishedVideo {
  readonly videoId: VideoId;
  readonly notes: readonly NewNote[];
  /** Files of the site, relative to its folder `v`. */
  readonly pages: readonly (readonly [file: string, contents: string])[];
}

/** What a transcript or an author said; anything weaker is for the subscriber's browser to work out again. */
const KEPT = new Set<SectionTime['source']>(['author', 'original', 'transcript']);

/** Joins, aligns and packs the notes of one video. The same notes give the same bytes. */
export async function publishVideo({ videoId, notes, transcript, site }: VideoToPublish): Promise<PublishedVideo> {
  const given = notes.map(({ file, edition }): EpisodeEdition => {
    const note = { origin: 'bundled', source: '', path: file } as const;
    return { ...(JSON.parse(edition) as Edition), note };
  });
  const { editions } = joinedEpisode(videoId, given);
  const published: NewNote[] = [];
  const timelines: Timeline[] = [];
  for (const { note, ...edition } of editions) {
    const timeline = await timelineOf(edition, edition.transcript ?? transcript);
    const times = timeline.sections.filter(({ source }) => KEPT.has(source));
    timelines.push(timeline);
    published.push({
      file: note.path,
      language: edition.language,
      title: edition.title,
      date: edition.date,
      sections: edition.sections.length,
      terms: edition.glossary.length,
      exact: times.length === edition.sections.length,
      content: gzipSync(encodeNote({ edition, times })),
      names: packNames(edition),
    });
  }
  return { videoId, notes: published, pages: site ? pagesOf(videoId, editions, timelines) : [] };
}

async function timelineOf(edition: Edition, transcript: Transcript | null): Promise<Timeline> {
  const evidence: Evidence = { duration: edition.duration, chapters: [], chapterOrigin: 'unknown', transcript };
  const lexicon = wantsLexicon(edition, evidence)
    ? (await import('../../core/timeline/lexicon-zh-en.ts')).chineseEnglishLexicon()
    : null;
  return align(edition, evidence, [], lexicon);
}

function pagesOf(
  videoId: VideoId,
  editions: readonly EpisodeEdition[],
  timelines: readonly Timeline[],
): PublishedVideo['pages'] {
  const named = editions.map((edition, index) => ({ ...edition, file: pageFile(videoId, index) }));
  return named.flatMap((edition, index) => {
    const timeline = timelines[index] as Timeline;
    const page = episodePage({ videoId, edition, timeline, editions: named, file: edition.file });
    const chapters = edition.file.replace('.html', '.chapters.json');
    return [
      [edition.file, page],
      [chapters, chaptersJson(edition, timeline)],
    ] as const;
  });
}

/** The page of a video's first, second … note. */
export const pageFile = (videoId: VideoId, index: number): string =>
  index === 0 ? `${videoId}.html` : `${videoId}-${index + 1}.html`;
