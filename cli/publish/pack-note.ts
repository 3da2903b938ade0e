import { gunzipSync, gzipSync } from 'node:zlib';
import { joinedEditions } from '../../compiler/library.ts';
import { encodeNote } from '../../core/catalog/decode-note.ts';
import { packNames } from '../../core/glossary/packed-names.ts';
import type { Edition, EpisodeEdition } from '../../core/note/episode.ts';
import { align } from '../../core/timeline/align.ts';
import type { Evidence, SectionTime, Timeline } from '../../core/timeline/timeline.ts';
import { wantsLexicon } from '../../core/timeline/wants-lexicon.ts';
import type { Transcript } from '../../core/transcript/cue.ts';

/** The data of a note in the catalog's lists. */
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

/** A note with its content and names. */
export interface NewNote extends PublishedNote {
  /** The compressed note. */
  readonly content: Uint8Array;
  /** The names in its glossary, packed. */
  readonly names: string;
}

/** A compiled note before it is joined with the others of its video. */
export interface NoteToJoin {
  readonly file: string;
  readonly edition: Edition;
}

/** Sources of the times that are published; weaker ones are computed again in the subscriber's browser. */
const KEPT = new Set<SectionTime['source']>(['author', 'original', 'transcript']);

/**
 * Joins, aligns and packs the notes of one video. Deterministic: the same notes give the same bytes.
 *
 * @param transcript A transcript file for the video; a transcript within a note takes precedence.
 * @param site Whether pages are written, too, which need the timelines of all notes.
 */
export async function packNotes(
  notes: readonly NoteToJoin[],
  transcript: Transcript | null,
  site: boolean,
): Promise<{
  readonly editions: readonly EpisodeEdition[];
  /** `null` where the note has no times to publish, and no page. */
  readonly timelines: readonly (Timeline | null)[];
  readonly packed: readonly NewNote[];
}> {
  const editions = joinedEditions(
    notes.map(({ file, edition }) => ({ ...edition, note: { origin: 'bundled', source: '', path: file } })),
  );
  const packed: NewNote[] = [];
  const timelines: (Timeline | null)[] = [];
  for (const { note, ...edition } of editions) {
    const heard = edition.transcript ?? transcript;
    // From the length of its texts alone nothing is kept.
    const isKnown = heard !== null || Object.keys(edition.timestamps).length > 0;
    const timeline = isKnown || site ? await timelineOf(edition, heard) : null;
    const times = timeline?.sections.filter(({ source }) => KEPT.has(source)) ?? [];
    timelines.push(timeline);
    packed.push({
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
  return { editions, timelines, packed };
}

/** The edition, as compiled, of a note that was packed alone. */
export function unpackedEdition(content: Uint8Array): Edition {
  const { conversion: _, ...edition } = JSON.parse(gunzipSync(content).toString()).edition as Edition;
  return edition;
}

async function timelineOf(edition: Edition, transcript: Transcript | null): Promise<Timeline> {
  const evidence: Evidence = { duration: edition.duration, chapters: [], chapterOrigin: 'unknown', transcript };
  const lexicon = wantsLexicon(edition, evidence)
    ? (await import('../../core/timeline/lexicon-zh-en.ts')).chineseEnglishLexicon()
    : null;
  return align(edition, evidence, [], lexicon);
}
