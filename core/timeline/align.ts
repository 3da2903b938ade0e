import type { Edition } from '../note/episode.ts';
import { isHan } from '../text/han.ts';
import type { Seconds } from '../time/seconds.ts';
import { lengthDifference } from '../video/recut.ts';
import { whatWasSaid } from './by-author.ts';
import { byChapters } from './by-chapters.ts';
import { byLength, FULL_RATE, talkLengths } from './by-length.ts';
import { byTranscript, type Spoken } from './by-transcript.ts';
import { type FixedPoint, isOutOfOrder } from './fixed-points.ts';
import { glossaryOf } from './glossary-stems.ts';
import type { Lexicon } from './lexicon.ts';
import { type SectionText, sectionTexts } from './note-text.ts';
import type { Placement } from './placement.ts';
import { heardShifted } from './shifted.ts';
import type { Anchor, Chapter, Evidence, SectionTime, Timeline } from './timeline.ts';

/** Changes whenever `align` may give another result for the same input; part of every cache key. */
export const ALGORITHM_VERSION = 7;

type Placements = readonly (Placement | null)[];

/**
 * Gives every section of the edition a time on the video's clock, from the best evidence there is: known starts, the
 * transcript, chapters, and where nothing else is left, the length of the text. Pure and deterministic. The edition's own
 * `timestamps` count as the author's anchors and need not be passed again. See docs/design/alignment.md for the method.
 *
 * @param lexicon Needed only when the transcript or the chapters are in another language than the note; see
 *   {@link wantsLexicon}. Without it the words both languages share (names, numbers, Latin terms) must do.
 */
export function align(
  edition: Edition,
  evidence: Evidence,
  anchors: readonly Anchor[],
  lexicon: Lexicon | null = null,
): Timeline {
  const texts = sectionTexts(edition);
  const duration = lengthOf(edition, evidence, texts);
  const isKnownLength = evidence.duration !== null || edition.duration !== null;
  const difference = lengthDifference(edition.duration, evidence.duration);
  const hear = (fixed: readonly FixedPoint[]) => spokenPlacements(edition, texts, evidence, duration, lexicon, fixed);
  const told = whatWasSaid(edition, anchors, evidence, duration);
  const withTold = hear(told.fixed);
  const shifted = difference === 0 ? null : whatWasHeard(told.fixed, hear, difference);
  const spoken = shifted ?? withTold;
  const {
    fixed,
    hints,
    inOrder: saidInOrder,
  } = shifted ? whatWasSaid(edition, anchors, evidence, duration, true) : told;
  const chaptered = chapterPlacements(edition, texts, evidence, duration, lexicon, fixed, spoken.placements);
  const known = withFixed(withHints(chaptered, hints), fixed);
  const filled = fill(known, talkLengths(texts), duration)
    .map((placement) => ({ ...placement, ...widened(placement, Math.abs(difference)) }))
    .map((placement) => (isKnownLength ? placement : withoutLength(placement)));
  const ordered = spoken.ordered && saidInOrder;
  // No time lies beyond the video's end, where that is known.
  const end = isKnownLength ? duration : Number.POSITIVE_INFINITY;
  const settled = filled.map((placement) => settle(placement, end));
  const placed = ordered ? inOrder(settled) : settled;
  return {
    sections: placed.map(({ start, earliest, latest, source }, index): SectionTime => {
      const section = edition.sections[index]?.id ?? '';
      return { section, start, earliest: Math.min(start, earliest), latest: Math.max(start, latest), source };
    }),
    duration,
    ordered,
  };
}

/** Whether the lexicon would help: one of the note and its transcript or chapters is Chinese, the other in Latin script. */
export function wantsLexicon(edition: Edition, evidence: Evidence): boolean {
  const sample = sectionTexts(edition).flatMap(({ title, paragraphs }) => [
    title,
    ...paragraphs.map(({ text }) => text),
  ]);
  const note = isHan(sample.join('').slice(0, 4000));
  const heard = [
    evidence.transcript?.cues.slice(0, 200).map(({ text }) => text) ?? [],
    evidence.chapters.map(({ title }) => title),
  ];
  return heard.some((texts) => texts.length > 0 && isHan(texts.join('')) !== note);
}

function lengthOf(edition: Edition, evidence: Evidence, texts: readonly SectionText[]): Seconds {
  const cues = evidence.transcript?.cues ?? [];
  const last = Math.max(cues.at(-1)?.start ?? 0, evidence.chapters.at(-1)?.start ?? 0);
  if (evidence.duration !== null && evidence.duration > 0) return evidence.duration;
  if (edition.duration !== null) return Math.max(edition.duration, last);
  const lengths = talkLengths(texts).map((length) => length / FULL_RATE);
  // The section at the author's last start is taken to be as long as those before it.
  const said = Object.values(edition.timestamps);
  const noted = said.length > 0 ? Math.max(...said) * (1 + 1 / said.length) : 0;
  if (last > 0) return Math.max(last, noted);
  return Math.max(
    noted,
    lengths.reduce((sum, length) => sum + length, 0),
  );
}

function spokenPlacements(
  edition: Edition,
  texts: readonly SectionText[],
  { transcript }: Evidence,
  duration: Seconds,
  lexicon: Lexicon | null,
  fixed: readonly FixedPoint[],
): Spoken {
  const cues = (transcript?.cues ?? []).filter((cue) => cue.start < duration);
  const spoken = byTranscript(edition, texts, cues, duration, lexicon, isOutOfOrder(fixed) ? [] : fixed);
  const [first, ...rest] = spoken.placements;
  // Before the first cue, the beginning of the note cannot be distinguished from the beginning of the video.
  const begins = first && first.start <= (cues[0]?.start ?? 0);
  return begins ? { ...spoken, placements: [{ ...first, start: 0, earliest: 0 }, ...rest] } : spoken;
}

/**
 * What was heard without the author's times, where it shows that these are shifted by an advertisement or a cut too short for
 * them to be doubted without that; otherwise `null`.
 */
function whatWasHeard(
  fixed: readonly FixedPoint[],
  hear: (fixed: readonly FixedPoint[]) => Spoken,
  difference: Seconds,
): Spoken | null {
  const authored = fixed.filter(({ by }) => by === 'author');
  if (authored.length === 0) return null;
  const heard = hear(fixed.filter(({ by }) => by !== 'author'));
  return heardShifted(heard.placements, authored, difference) ? heard : null;
}

/** Fills the gaps left by the transcript with the chapters. A single chapter is no evidence. */
function chapterPlacements(
  edition: Edition,
  texts: readonly SectionText[],
  evidence: Evidence,
  duration: Seconds,
  lexicon: Lexicon | null,
  fixed: readonly FixedPoint[],
  spoken: Placements,
): Placements {
  const chapters = usable(evidence.chapters, duration);
  if (chapters.length < 2 || spoken.every((placement) => placement !== null)) return spoken;
  const known = isOutOfOrder(fixed) ? [] : fixed;
  const held = spoken.flatMap((placement, index) =>
    placement ? [{ index, start: placement.start, by: 'author' as const }] : [],
  );
  const points = held.length > 0 ? held : known;
  const guesses = byChapters(texts, chapters, duration, lexicon, glossaryOf(edition), points);
  return spoken.map((placement, index) => placement ?? guesses[index] ?? null);
}

function usable(chapters: readonly Chapter[], duration: Seconds): readonly Chapter[] {
  return chapters
    .filter(({ start, title }) => start >= 0 && start < duration && title.trim() !== '')
    .toSorted((a, b) => a.start - b.start);
}

/** The author's times for another cut count where the transcript gave none, unless the chapters' interval is narrower. */
function withHints(placements: Placements, hints: Placements): Placements {
  return placements.map((placement, index) => {
    const hint = hints[index] ?? null;
    if (!placement || !hint) return placement ?? hint;
    return placement.source === 'chapters' && widthOf(hint) < widthOf(placement) ? hint : placement;
  });
}

/** Without a transcript it is unknown where the difference lies: it may be before any section. */
function widened({ earliest, latest, source }: Placement, shift: Seconds): Pick<Placement, 'earliest' | 'latest'> {
  const guessed = source === 'chapters' || source === 'duration';
  return guessed ? { earliest: earliest - shift, latest: latest + shift } : { earliest, latest };
}

/** Shares of a length that was itself guessed from the text say little: a note may be a summary of hours. */
function withoutLength(placement: Placement): Placement {
  if (placement.source !== 'duration') return placement;
  const { start, earliest, latest } = placement;
  return { ...placement, earliest: Math.min(earliest, start / 2), latest: Math.max(latest, 2 * start + MARGIN) };
}

/** The first section may follow an introduction. */
const MARGIN: Seconds = 60;

function widthOf({ earliest, latest }: Placement): Seconds {
  return latest - earliest;
}

/** Known starts take precedence over all evidence. They are exact to the second. */
function withFixed(placements: Placements, fixed: readonly FixedPoint[]): Placements {
  return placements.map((placement, index) => {
    const point = fixed.find((other) => other.index === index);
    return point ? { start: point.start, earliest: point.start, latest: point.start, source: point.by } : placement;
  });
}

/** Divides the time between known starts among the sections without one, by the length of their text. */
function fill(placements: Placements, lengths: readonly number[], duration: Seconds): readonly Placement[] {
  const filled: Placement[] = [];
  for (let from = 0; from < placements.length; ) {
    const known = placements[from];
    let to = from + 1;
    while (to < placements.length && !placements[to]) to++;
    const start = known?.start ?? 0;
    const end = Math.max(start, placements[to]?.start ?? duration);
    const guesses = byLength(lengths, { from, to, start, end });
    filled.push(...(known ? [known, ...guesses.slice(1)] : guesses));
    from = to;
  }
  return filled;
}

/** Makes the starts non-decreasing, and none later than a known start below it. Known starts do not change. */
function inOrder(placements: readonly Placement[]): readonly Placement[] {
  let most = Number.POSITIVE_INFINITY;
  const held = placements
    .toReversed()
    .map((placement) => {
      if (isKnown(placement)) most = placement.start;
      return { ...placement, start: Math.min(placement.start, most) };
    })
    .reverse();
  let least = 0;
  return held.map((placement) => {
    least = Math.max(placement.start, least);
    return { ...placement, start: least };
  });
}

function isKnown(placement: Placement): boolean {
  return (placement.source === 'viewer' || placement.source === 'author') && widthOf(placement) === 0;
}

/** Keeps times inside the video and intervals around their start. Guesses are cut to tenths, known starts are exact. */
function settle(placement: Placement, duration: Seconds): Placement {
  if (isKnown(placement)) return placement;
  const inside = (time: Seconds) => Math.min(duration, Math.max(0, time));
  const start = Math.floor(inside(placement.start) * 10) / 10;
  const earliest = Math.floor(inside(placement.earliest) * 10) / 10;
  return { ...placement, start, earliest, latest: inside(Math.ceil(placement.latest * 10) / 10) };
}
