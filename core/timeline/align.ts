import type { Edition } from '../note/episode.ts';
import type { Seconds } from '../time/seconds.ts';
import { lengthDifference } from '../video/recut.ts';
import { whatWasSaid } from './by-author.ts';
import { byChapters } from './by-chapters.ts';
import { byTranscript, type Spoken } from './by-transcript.ts';
import { isOutOfOrder } from './fixed-points.ts';
import { glossaryOf } from './glossary-stems.ts';
import type { Lexicon } from './lexicon.ts';
import { type Given, type Placements, prepare, settleTimeline } from './settle-timeline.ts';
import { heardShifted } from './shifted.ts';
import type { Anchor, Chapter, Evidence, Timeline } from './timeline.ts';

/**
 * Gives every section of the edition a time on the video's clock, from the best evidence there is: known starts, the
 * transcript, chapters, and where nothing else is left, the length of the text. Pure and deterministic. The edition's own
 * `timestamps` count as the author's anchors and need not be passed again. See docs/design/alignment.md for the method.
 *
 * @param lexicon Needed only when the transcript or the chapters are in another language than the note; see
 *   `wantsLexicon`. Without it the words both languages share (names, numbers, Latin terms) must do.
 */
export function align(
  edition: Edition,
  evidence: Evidence,
  anchors: readonly Anchor[],
  lexicon: Lexicon | null = null,
): Timeline {
  const { given, spoken } = hear(prepare(edition, evidence, anchors), anchors, lexicon);
  return settleTimeline(given, chapterPlacements(given, spoken.placements, lexicon), spoken.ordered);
}

/**
 * What was heard, and what is known then: the author's times do not count where it shows that they are shifted by an
 * advertisement or a cut too short for them to be doubted without that.
 */
function hear(given: Given, anchors: readonly Anchor[], lexicon: Lexicon | null): { given: Given; spoken: Spoken } {
  const { edition, evidence, duration, fixed } = given;
  const spoken = spokenPlacements(given, lexicon);
  const difference = lengthDifference(edition.duration, evidence.duration);
  const authored = fixed.filter(({ by }) => by === 'author');
  if (difference === 0 || authored.length === 0) return { given, spoken };
  const viewers = fixed.filter(({ by }) => by === 'viewer');
  const free = spokenPlacements({ ...given, fixed: viewers }, lexicon);
  if (!heardShifted(free.placements, authored, difference)) return { given, spoken };
  return { given: { ...given, ...whatWasSaid(edition, anchors, evidence, duration, true) }, spoken: free };
}

function spokenPlacements({ edition, texts, evidence, duration, fixed }: Given, lexicon: Lexicon | null): Spoken {
  const cues = (evidence.transcript?.cues ?? []).filter((cue) => cue.start < duration);
  const spoken = byTranscript(edition, texts, cues, duration, lexicon, isOutOfOrder(fixed) ? [] : fixed);
  const [first, ...rest] = spoken.placements;
  // Before the first cue, the beginning of the note cannot be distinguished from the beginning of the video.
  const begins = first && first.start <= (cues[0]?.start ?? 0);
  return begins ? { ...spoken, placements: [{ ...first, start: 0, earliest: 0 }, ...rest] } : spoken;
}

/** Fills the gaps left by the transcript with the chapters. A single chapter is no evidence. */
function chapterPlacements(
  { edition, texts, evidence, duration, fixed }: Given,
  spoken: Placements,
  lexicon: Lexicon | null,
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

/** In order of time; of several within {@link SHORTEST} the first. */
function usable(chapters: readonly Chapter[], duration: Seconds): readonly Chapter[] {
  const inside = chapters
    .filter(({ start, title }) => start >= 0 && start < duration && title.trim() !== '')
    .toSorted((a, b) => a.start - b.start);
  const kept: Chapter[] = [];
  for (const chapter of inside) {
    if (chapter.start - (kept.at(-1)?.start ?? Number.NEGATIVE_INFINITY) >= SHORTEST) kept.push(chapter);
  }
  return kept;
}

/** YouTube has no chapters shorter than this. A unit of the note takes about as long. */
const SHORTEST: Seconds = 10;
