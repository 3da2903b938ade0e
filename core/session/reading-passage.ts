import type { EpisodeEdition, Section, SectionId } from '../note/episode.ts';
import { writtenEdition } from '../note/other-script.ts';
import { blockText } from '../note/section-text.ts';
import type { Seconds } from '../time/seconds.ts';
import { spokenLength } from '../timeline/note-text.ts';
import { type Evidence, type Timeline, timeOf } from '../timeline/timeline.ts';
import type { Watched } from './watched.ts';

/** The block of a section being spoken. */
export interface Passage {
  readonly section: SectionId;
  /** Its position in the section. */
  readonly block: number;
  /** Found in the transcript; otherwise only estimated by the progress within the section. */
  readonly exact: boolean;
}

/** When the blocks of one section are spoken, in order, in seconds of the video. */
export interface BlockTimes {
  readonly section: SectionId;
  readonly blocks: readonly { readonly start: Seconds; readonly sure: boolean }[];
}

/** A section as a note of its own: the aligner's task that finds when its blocks are spoken. */
export interface BlockAlignment {
  readonly section: SectionId;
  readonly edition: EpisodeEdition;
  readonly evidence: Evidence;
  /** Where the section starts; the alignment's own times begin at 0. */
  readonly from: Seconds;
}

/** Widest interval of a found block's start, in seconds; with a wider one it is only estimated. */
const SURE_WIDTH: Seconds = 40;
/** Least cues that can distinguish blocks. */
const LEAST_CUES = 4;

/** `null` where it would be useless: without a transcript, or for a section of a single block. */
export function blockAlignment({ edition: shown, timeline, known, position }: Watched): BlockAlignment | null {
  const edition = shown && writtenEdition(shown);
  const section = position && edition?.sections[position.index];
  const from = section && timeOf(timeline, section.id)?.start;
  if (!edition || !section || from === undefined || from === null || !known.transcript) return null;
  if (section.blocks.length < 2) return null;
  const { length } = position;
  const cues = known.transcript.cues
    .filter(({ start }) => start >= from && start < from + length)
    .map((cue) => ({ ...cue, start: cue.start - from }));
  const [first, ...rest] = section.blocks.map(
    (block, at): Section => ({ id: `${at}`, title: '', level: 3, blocks: [block] }),
  );
  if (!first || cues.length < LEAST_CUES) return null;
  return {
    section: section.id,
    edition: { ...edition, sections: [first, ...rest], timestamps: {}, duration: null },
    evidence: { duration: length, chapters: [], chapterOrigin: 'unknown', transcript: { ...known.transcript, cues } },
    from,
  };
}

export function blockTimes({ section, from }: BlockAlignment, { sections }: Timeline): BlockTimes {
  const blocks = sections.map(({ start, earliest, latest }) => ({
    start: from + start,
    sure: latest - earliest <= SURE_WIDTH,
  }));
  return { section, blocks };
}

/** The passage at the moment playing; `times` are used if they are of the section playing. */
export function passageAt({ edition, position, clock }: Watched, times: BlockTimes | null): Passage | null {
  const section = position && edition?.sections[position.index];
  if (!section || !clock) return null;
  if (times?.section === section.id) {
    const block = times.blocks.findLastIndex(({ start }) => start <= clock.time);
    return { section: section.id, block: Math.max(0, block), exact: times.blocks[block]?.sure ?? true };
  }
  return { section: section.id, block: blockByLength(section, position.progress), exact: false };
}

/** Divides a section's time among its blocks by their length. */
function blockByLength({ blocks }: Section, progress: number): number {
  const lengths = blocks.map((block) => spokenLength(blockText(block)));
  const reached = progress * lengths.reduce((sum, length) => sum + length, 0);
  let passed = 0;
  const found = lengths.findIndex((length) => {
    passed += length;
    return passed > reached;
  });
  return found === -1 ? Math.max(0, blocks.length - 1) : found;
}
