import type { Edition } from '../note/episode.ts';
import type { Seconds } from '../time/seconds.ts';
import { type FixedPoint, fixedPoints, isOutOfOrder } from './fixed-points.ts';
import type { Lexicon } from './lexicon.ts';
import { type SectionText, sectionTexts, spokenLength } from './note-text.ts';
import type { Anchor, Evidence, SectionTime, Timeline } from './timeline.ts';

/** Changes whenever `align` may give another result for the same input; part of every cache key. */
export const ALGORITHM_VERSION = 1;

/** Characters of a Chinese note per second of talk, for when no length of the video is known at all. */
const CHARACTERS_PER_SECOND = 4.5;

/**
 * Gives every section of the edition a time on the video's clock, from the best evidence there is.
 * Pure and deterministic. The edition's own `timestamps` count as the author's anchors and need not be passed again.
 *
 * @param lexicon Needed only when the transcript is in another language than the note; without it the words both
 *   languages share (names, numbers, Latin terms) must do.
 */
export function align(
  edition: Edition,
  evidence: Evidence,
  anchors: readonly Anchor[],
  _lexicon: Lexicon | null = null,
): Timeline {
  const texts = sectionTexts(edition);
  const duration = lengthOf(edition, evidence, texts);
  const fixed = fixedPoints(edition, anchors, duration);
  const sections = edition.sections.map((section) => section.id);
  return {
    sections: inProportion(sections, texts, duration, fixed),
    duration,
    ordered: !isOutOfOrder(fixed),
  };
}

function lengthOf(edition: Edition, evidence: Evidence, texts: readonly SectionText[]): Seconds {
  if (evidence.duration !== null && evidence.duration > 0) return evidence.duration;
  const last = Math.max(evidence.transcript?.cues.at(-1)?.start ?? 0, evidence.chapters.at(-1)?.start ?? 0);
  if (edition.duration !== null) return Math.max(edition.duration, last);
  if (last > 0) return last;
  return texts.reduce((sum, text) => sum + weightOf(text), 0) / CHARACTERS_PER_SECOND;
}

function weightOf(text: SectionText): number {
  return text.paragraphs.reduce((sum, paragraph) => sum + spokenLength(paragraph), 0);
}

/** Shares the time between fixed points among the sections in proportion to their text. */
function inProportion(
  sections: readonly string[],
  texts: readonly SectionText[],
  duration: Seconds,
  fixed: readonly FixedPoint[],
): readonly SectionTime[] {
  const before = [0];
  for (const text of texts) before.push((before.at(-1) ?? 0) + weightOf(text));
  const total = before.at(-1) || 1;
  const points = fixed.some((point) => point.index === 0) ? [...fixed] : [{ index: 0, start: 0, by: null }, ...fixed];
  return sections.map((section, index) => {
    const point = points.findLast((p) => p.index <= index) ?? { index: 0, start: 0, by: null };
    if (point.index === index && (point.by !== null || index === 0)) {
      return {
        section,
        start: point.start,
        earliest: point.start,
        latest: point.start,
        source: point.by ?? 'duration',
      };
    }
    const next = points.find((p) => p.index > index && p.start >= point.start);
    const from = before[point.index] ?? 0;
    const to = next ? (before[next.index] ?? total) : total;
    const end = next?.start ?? duration;
    const share = to > from ? ((before[index] ?? 0) - from) / (to - from) : 0;
    const start = point.start + share * (end - point.start);
    // The error of proportional placing grows towards the middle between two fixed points.
    const slack = 4 * Math.sqrt(duration) * Math.sqrt(share * (1 - share)) + 5;
    return {
      section,
      start,
      earliest: Math.max(point.start, start - slack),
      latest: Math.min(end, start + slack),
      source: 'duration',
    };
  });
}
