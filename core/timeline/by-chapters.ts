import type { Seconds } from '../time/seconds.ts';
import { follow, type Observation, type Ways } from './chapter-ways.ts';
import { type Course, spreadOf } from './course.ts';
import type { FixedPoint } from './fixed-points.ts';
import type { Lexicon } from './lexicon.ts';
import { type Guess, guessesToPlacement } from './mixture.ts';
import type { SectionText } from './note-text.ts';
import type { Placement } from './placement.ts';
import type { Line } from './reach.ts';
import type { Chapter } from './timeline.ts';
import { titleEvidence } from './title-evidence.ts';
import { firstUnits, type Unit, unitsOf } from './units.ts';

/** What opening a section takes besides its text, in Han characters. */
const OPENING_LENGTH = 15;
/** Han characters per second below which a note leaves things out. */
const LEAST_FULL_RATE = 4;
/** Rates of a note that tells the talk in full, but stops early or skips passages. */
const WHOLE_RATES = [3.9, 4.3];
/** A note is assumed to be one only if the resulting rate is clearly higher, within these bounds. */
const LEAST_WHOLE = 1.2;
const MOST_WHOLE = 4;
/** A note that skips more than this is a summary. */
const MOST_SKIPPED = 0.5;
/** What a note as long as a full translation may skip all the same, and how often one does. */
const SKIPPED_AT_FULL = 0.08;
const SKIPS_AT_FULL = 0.25;
/** How uneven the pace may be, as multiples of the usual value, and the spread of their logarithm. */
const UNREST = [0.7, 1.4, 2.8];
/** Where skipped passages explain what is uneven, the rest is even. */
const SKIPPING_UNREST = UNREST.slice(0, 2);
const UNREST_SPREAD = 0.7;
const UNREST_SHORTENED = 3;
const MOST_SHORTENED = 2.2;
const DRIFT = 0.02;
const MOST_DRIFT = 0.6;
const OMIT = 0.03;
const OMIT_SHORTENED = 0.2;
/** Share of the chapters that begin where a section does; 56 of 186 on the dev set. */
const MARKED = 0.3;
/** Usual length of a section, and the spread of its logarithm over notes. */
const SECTION_LENGTH: Seconds = 220;
const SECTION_SPREAD = 0.6;
/** Courses less likely than this are skipped. */
const LEAST_COURSE = 0.03;

/**
 * Places sections by the chapters. Each chapter starts somewhere in the note, often where a section does; the evidence
 * is its title ({@link titleEvidence}) and the pace of the text, which in a full translation is even to a few seconds from
 * one chapter to the next. How even it is and whether the note stops early differs by video: several such courses are
 * followed ({@link follow}) and weighted by how well they explain the chapters. Between two chapters a section is placed by
 * the length of the text.
 */
export function byChapters(
  texts: readonly SectionText[],
  chapters: readonly Chapter[],
  duration: Seconds,
  lexicon: Lexicon | null,
  glossary: ReadonlyMap<string, readonly string[]>,
  fixed: readonly FixedPoint[],
): readonly (Placement | null)[] {
  const units = unitsOf(texts);
  if (units.length === 0) return texts.map(() => null);
  const first = firstUnits(units, texts.length);
  const line = lineOf(units);
  const observations = observationsOf(
    chapters,
    first,
    fixed,
    titleEvidence(chapters, duration, units, line.at, lexicon, glossary),
  );
  const told = line.at[units.length] as number;
  const tried = coursesOf(told / duration).map((course) => {
    const { log, ways } = follow(line, observations, course.course, duration);
    const { rate, stops } = course.course;
    const section = (stops ? told / rate : duration) / line.openings;
    const unusual = Math.log(section / SECTION_LENGTH) / SECTION_SPREAD;
    return { ...course, log: log + course.log - 0.5 * unusual ** 2, ways };
  });
  const best = Math.max(...tried.map(({ log }) => log));
  const all = tried.reduce((sum, { log }) => sum + Math.exp(log - best), 0);
  const guesses = texts.map((): Guess[] => []);
  for (const { course, log, ways } of tried) {
    const weight = Math.exp(log - best) / all;
    if (weight >= LEAST_COURSE) collect(guesses, weight, line, observations, course, ways(), first, duration);
  }
  return guesses.map((list, s) =>
    first[s] === 0 ? beginning(observations) : guessesToPlacement(list, duration, 'chapters'),
  );
}

/** The first section begins with the video, unless another start is known. */
function beginning([observation]: readonly Observation[]): Placement {
  const start = observation?.time ?? 0;
  return { start, earliest: start, latest: start, source: 'chapters' };
}

function lineOf(units: readonly Unit[]): Line {
  const at = new Float64Array(units.length + 1);
  const opens = new Uint8Array(units.length + 1);
  let openings = 0;
  for (const [u, unit] of units.entries()) {
    at[u + 1] = (at[u] as number) + unit.length + (unit.opens ? OPENING_LENGTH : 0);
    if (unit.opens) {
      opens[u] = 1;
      openings++;
    }
  }
  return { at, opens, openings };
}

/** Chapters and known starts on one clock. The first observation is the beginning of the note. */
function observationsOf(
  chapters: readonly Chapter[],
  first: readonly number[],
  fixed: readonly FixedPoint[],
  evidence: readonly Float64Array[],
): readonly Observation[] {
  const silent = new Float64Array(evidence[0]?.length ?? 1).fill(1);
  const known = fixed.flatMap(({ index, start }): Observation[] => {
    const unit = first[index];
    return unit === undefined ? [] : [{ time: start, evidence: silent, unit }];
  });
  const begins = known.find(({ unit }) => unit === 0)?.time ?? 0;
  const heard = chapters.flatMap(({ start }, k): Observation[] =>
    start > begins + 1 && !known.some(({ time }) => time === start)
      ? [{ time: start, evidence: evidence[k] ?? silent, unit: null }]
      : [],
  );
  return [
    { time: begins, evidence: silent, unit: 0 },
    ...[...known.filter(({ unit }) => unit !== 0), ...heard].sort(
      (a, b) => a.time - b.time || (a.unit ?? 0) - (b.unit ?? 0),
    ),
  ];
}

/**
 * The courses to try for a note of so much text per second of video, each with its log prior. The more is missing from a note,
 * the likelier it is missing in one piece at the end.
 */
function coursesOf(rate: number): readonly { readonly course: Course; readonly log: number }[] {
  const fuller = WHOLE_RATES.filter((other) => other > rate * LEAST_WHOLE && other < rate * MOST_WHOLE);
  const shares = fuller.length > 0 ? fuller.map((whole) => 1 - rate / whole) : [SKIPPED_AT_FULL];
  const each = 1 / shares.length;
  return [
    ...varied(rate, UNREST, { stops: false, skipped: 0 }, 1),
    ...fuller.flatMap((whole) => varied(whole, UNREST, { stops: true, skipped: 0 }, each * (1 - rate / whole))),
    ...shares
      .filter((skipped) => skipped < MOST_SKIPPED)
      .flatMap((skipped) => {
        const prior = fuller.length > 0 ? each * (1 - skipped) : SKIPS_AT_FULL;
        return varied(rate / (1 - skipped), SKIPPING_UNREST, { stops: false, skipped }, prior);
      }),
  ];
}

/** A course at several degrees of unrest. */
function varied(
  rate: number,
  unrests: readonly number[],
  kind: Pick<Course, 'stops' | 'skipped'>,
  prior: number,
): readonly { readonly course: Course; readonly log: number }[] {
  const shortened = Math.max(0, 1 - rate / LEAST_FULL_RATE);
  const usual = Math.exp(Math.min(MOST_SHORTENED, UNREST_SHORTENED * shortened));
  return unrests.map((factor) => {
    const unrest = factor * usual;
    return {
      course: {
        rate,
        unrest,
        drift: Math.min(MOST_DRIFT, DRIFT * unrest ** 2),
        omit: OMIT + OMIT_SHORTENED * shortened,
        marked: MARKED,
        ...kind,
      },
      log: Math.log(prior) - 0.5 * (Math.log(factor) / UNREST_SPREAD) ** 2,
    };
  });
}

/** Adds one course's distribution of each section's start. */
function collect(
  guesses: Guess[][],
  weight: number,
  { at }: Line,
  observations: readonly Observation[],
  course: Course,
  ways: Ways,
  first: readonly number[],
  duration: Seconds,
): void {
  const end = at.length - 1;
  const between = (from: number, to: number, start: Seconds, stop: Seconds, probability: number) => {
    const span = (at[Math.min(to, end)] as number) - (at[from] as number);
    const passed = stop - start;
    const uneven = spreadOf(course, passed) / course.rate;
    // A passage skipped between two chapters lies anywhere there.
    const spread = Math.hypot(uneven, SKIPPED_SPREAD * Math.min(1, 2 * course.skipped) * passed);
    for (const [s, unit] of first.entries()) {
      if (unit <= from || unit >= to || unit >= end) continue;
      const share = span > 0 ? ((at[unit] as number) - (at[from] as number)) / span : 0;
      guesses[s]?.push({
        weight: weight * probability,
        time: start + share * (stop - start),
        spread: spread * Math.sqrt(share * (1 - share)),
      });
    }
  };
  for (const [k, { time }] of observations.entries()) {
    const likely = ways.at[k] as Float64Array;
    for (const [s, unit] of first.entries()) {
      const probability = likely[unit] as number;
      if (unit < end && probability > LEAST_SHARE) guesses[s]?.push({ weight: weight * probability, time, spread: 0 });
    }
    ways.between(k, (from, to, probability) =>
      between(from, to, time, observations[k + 1]?.time ?? duration, probability),
    );
  }
  const last = observations.at(-1)?.time ?? 0;
  for (const [x, probability] of (ways.at[observations.length - 1] as Float64Array).entries()) {
    if (probability < LEAST_SHARE || x === end) continue;
    const rest = ((at[end] as number) - (at[x] as number)) / course.rate;
    const stop = course.stops ? Math.min(duration, last + rest) : duration;
    between(x, end + 1, last, stop, probability);
  }
}

const LEAST_SHARE = 1e-3;
/** Standard deviation of a moment anywhere in a stretch, as a share of it. */
const SKIPPED_SPREAD = 0.3;
