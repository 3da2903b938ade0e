import type { Edition } from '../note/episode.ts';
import type { Seconds } from '../time/seconds.ts';
import type { Cue } from '../transcript/cue.ts';
import { type Alone, type LonePlace, orderliness, placeAlone } from './alone.ts';
import { FULL_RATE } from './by-length.ts';
import { type Chunk, chunksOf } from './chunks.ts';
import { type Coarse, coarsen, coarseObservation, fineObservation, refine } from './coarse.ts';
import { emissionsOf, TRANSCRIPT_EMISSIONS, type WordEmissions } from './emissions.ts';
import type { FixedPoint } from './fixed-points.ts';
import { glossaryOf } from './glossary-stems.ts';
import type { Lexicon } from './lexicon.ts';
import type { Paragraph, SectionText } from './note-text.ts';
import { type Certainty, type Placement, placementsOf } from './placement.ts';
import { corridor, type Pace, passage } from './programme.ts';
import { firstUnits, type Unit, unitsOf } from './units.ts';

/** What a transcript says about the starts of sections. */
export interface Spoken {
  /** `null` where the transcript ends before the section; all `null` when the transcript was refused. */
  readonly placements: readonly (Placement | null)[];
  /** False when the note does not follow the talk. */
  readonly ordered: boolean;
  /** What speaks for this being the note's transcript; see {@link isForeign}. */
  readonly support: Support;
}

export interface Support {
  /** Log-likelihood gain of telling the note in order over telling nothing, in nats per unit. */
  readonly inOrder: number;
  /** Log-likelihood gain of the sections' best places, regardless of order, over telling nothing, in nats per unit. */
  readonly alone: number;
}

/** Least words of a transcript. */
const FEWEST_CHUNKS = 12;
/**
 * A transcript of another video gains less than this per unit, the right one more. Measured on all 506 wrong and 23 right
 * pairings of the dev set. The gap is wide, and the threshold lies at its lower end: a wrong refusal loses a good
 * transcript, while a wrong acceptance still has wide intervals.
 */
const LEAST_IN_ORDER = 0.4;
const LEAST_ALONE = 1.9;
/** Below this share of section pairs in order the note is a survey by subject, and its order says nothing. */
const LEAST_ORDER = 0.75;
/** Probability that the band around the coarse path may cut off on either side. */
const OUTSIDE_CORRIDOR = 1e-5;

/** Places sections by what is said when. */
export function byTranscript(
  edition: Edition,
  texts: readonly SectionText[],
  cues: readonly Cue[],
  duration: Seconds,
  lexicon: Lexicon | null,
  fixed: readonly FixedPoint[],
): Spoken {
  const chunks = chunksOf(cues, duration);
  const nothing = texts.map(() => null);
  const unheard: Spoken = { placements: nothing, ordered: true, support: { inOrder: 0, alone: 0 } };
  // Checked first: mostly there is no transcript, and the panel waits for the estimate by the text alone.
  if (chunks.length < FEWEST_CHUNKS) return unheard;
  const original = speaksOriginal(texts, cues);
  const units = unitsOf(texts, original ? (paragraph) => paragraph.original ?? paragraph.text : undefined);
  if (units.length === 0) return unheard;
  const emissions = emissionsOf(chunks, units, lexicon, glossaryOf(edition), TRANSCRIPT_EMISSIONS);
  const first = firstUnits(units, texts.length);
  const pace = paceOf(units, chunks, duration, first, fixed);
  const coarse = coarsen(emissions, units);
  const slow = coarsePace(pace, coarse, units);
  const rough = corridor(coarse.emissions, slow, OUTSIDE_CORRIDOR);
  const alone = placeAlone(coarse, texts.length);
  const support = supportOf(rough.gain - gainOfNothing(coarse.emissions, slow), alone, coarse);
  if (isForeign(support)) return { placements: nothing, ordered: true, support };

  const source = original ? 'original' : 'transcript';
  const times = chunks.map((chunk) => chunk.start);
  const result = passage(emissions, { ...pace, within: refine(coarse, rough, chunks.length) }, first);
  const inOrder = placementsOf(result, times, duration, source, certaintyOf(units, duration));
  const unordered = orderliness(alone) < LEAST_ORDER;
  const lonely = (place: LonePlace, section: number): Placement => {
    const start = times[openingNear(place, section, emissions, units, chunks)] ?? duration;
    const spread = unordered ? SURVEY_SPREAD : LONE_SPREAD;
    return { start, earliest: Math.max(0, start - spread), latest: Math.min(duration, start + spread), source };
  };
  const strays = unordered ? new Set(texts.keys()) : straysOf(inOrder, alone, times, fixed);
  const placements = inOrder.map((placement, s) => {
    const place = alone.places[s];
    if (strays.size === 0 || s === 0 || !place || fixed.some(({ index }) => index === s)) return placement;
    const lone = lonely(place, s);
    // The gap left by a stray shifts its neighbours; where the two disagree, the order no longer counts.
    const agree = placement && Math.abs(lone.start - placement.start) < LONE_SPREAD;
    return strays.has(s) || (!agree && place.score > STRAY_LEAD) ? lone : placement;
  });
  return { placements, ordered: strays.size === 0, support };
}

/**
 * The words of a summary are said at several places, and a section need not begin with what is said first: the more a note
 * leaves out, the wider its intervals.
 */
function certaintyOf(units: readonly Unit[], duration: Seconds): Certainty {
  const length = units.reduce((sum, unit) => sum + unit.length, 0);
  const leftOut = 1 - Math.min(1, length / (FULL_RATE * Math.max(1, duration)));
  return { outside: OUTSIDE * (1 - SURER * leftOut), margin: 1 + MARGIN_SHORTENED * leftOut ** 2 };
}

const OUTSIDE = 0.03;
const SURER = 0.85;
const MARGIN_SHORTENED: Seconds = 12;

/** Whether a transcript belongs to another video. Notes out of order are recognised by their sections alone. */
export function isForeign({ inOrder, alone }: Support): boolean {
  return inOrder < LEAST_IN_ORDER && alone < LEAST_ALONE;
}

function supportOf(gain: number, { places }: Alone, { emissions }: Coarse): Support {
  const lone = places.reduce((sum, place) => sum + (place?.score ?? 0), 0);
  return { inOrder: (gain * emissions.observations) / emissions.units, alone: lone / emissions.units };
}

/** The log-likelihood of a talk that has nothing to do with the note. */
function gainOfNothing({ floor }: WordEmissions, { tail, off }: Pace): number {
  let sum = 0;
  for (const ratio of floor) sum += off * Math.log(ratio);
  return Math.log(tail) + sum / floor.length;
}

/** Half width of the interval around a place found regardless of order: no neighbour narrows it. */
const LONE_SPREAD: Seconds = 20;
const SURVEY_SPREAD: Seconds = 60;
/** Least advantage of such a place over the place in order, in nats: a sentence or two of distinctive words. */
const STRAY_LEAD = 25;

/**
 * Strays: sections told elsewhere than the order puts them, such as one of two that were swapped. A section whose best
 * place fits another section equally well is a repetition, not a stray, and stays where the order puts it.
 */
function straysOf(
  placements: readonly (Placement | null)[],
  alone: Alone,
  times: readonly Seconds[],
  fixed: readonly FixedPoint[],
): ReadonlySet<number> {
  const last = times.length;
  const spans = placements.map((placement, s) => {
    const next = placements.slice(s + 1).find((other) => other !== null);
    const at = (time: Seconds | undefined) => (time === undefined ? last : firstIndex(times, time));
    return placement && { from: coarseObservation(at(placement.start)), to: coarseObservation(at(next?.start) + 3) };
  });
  const scoreIn = (s: number, span: { from: number; to: number } | null | undefined) =>
    span && span.to > span.from
      ? Math.max(0, alone.scoreOf(s, span.from, Math.min(span.to, coarseObservation(last))))
      : 0;
  const middle = ({ from, to }: LonePlace) => (from + to) / 2;
  // Sections told where the order puts them; the others are checked against these.
  const settled = alone.places.map((place, s) => {
    const span = spans[s];
    return place && span && middle(place) >= span.from - 2 && middle(place) <= span.to + 2 ? place : null;
  });
  const strays = new Set<number>();
  for (const [s, place] of alone.places.entries()) {
    if (s === 0 || !place || settled[s] || fixed.some(({ index }) => index === s)) continue;
    const here = scoreIn(s, spans[s]);
    if (place.score - here < STRAY_LEAD || here * 2 > place.score) continue;
    const astray = settled.some((other, o) => other && (o - s) * (middle(other) - middle(place)) < 0);
    const toldTwice = settled.some(
      (other, o) => other && o !== s && alone.scoreOf(o, place.from, place.to) > place.score / 2,
    );
    if (astray && !toldTwice) strays.add(s);
  }
  return strays;
}

/** The chunk near the beginning of such a place where the section most likely starts. */
function openingNear(
  { from }: LonePlace,
  section: number,
  emissions: WordEmissions,
  units: readonly Unit[],
  chunks: readonly Chunk[],
): number {
  const low = units.findIndex((unit) => unit.section === section);
  const high = units.findLastIndex((unit) => unit.section === section) + 1;
  const row = new Float64Array(units.length);
  const end = Math.min(chunks.length, fineObservation(from + 3));
  let best = fineObservation(from);
  let bestScore = Number.NEGATIVE_INFINITY;
  let score = 0;
  for (let t = end - 1; t >= Math.max(0, fineObservation(from - 3)); t--) {
    emissions.emit(t, row, low, high);
    let sum = 0;
    for (let u = low; u < high; u++) sum += row[u] as number;
    score += Math.log(sum / Math.max(1, high - low));
    const here = score + Math.log(OPENING[chunks[t]?.opening ?? 'none']);
    if (here > bestScore) {
      bestScore = here;
      best = t;
    }
  }
  return best;
}

/** Mean observations between digressions and the like; see {@link Pace}. Chosen on the dev set. */
const DIGRESS = 0.03;
/** Factor on the digressions of a shortened note, and the least length of a digression in chunks. */
const SHORTENED = 0.2;
const LEAST_DIGRESSION = 7;

/**
 * How the talk moves through this note. Against a note shorter than a full translation the talk digresses more often and
 * for longer, and spends more words on what the note does tell.
 */
function paceOf(
  units: readonly Unit[],
  chunks: readonly Chunk[],
  duration: Seconds,
  first: readonly number[],
  fixed: readonly FixedPoint[],
): Pace {
  const length = units.reduce((sum, unit) => sum + unit.length, 0);
  const cover = Math.min(1, length / (FULL_RATE * Math.max(1, duration)));
  // Between "told in full" (cover) and "the share of the note is the share of the talk" (1).
  const told = cover ** 0.7;
  const digress = DIGRESS + SHORTENED * (1 - cover) ** 2;
  const digressOn = 1 - 1 / Math.max(LEAST_DIGRESSION, (chunks.length * (1 - told)) / (units.length * digress));
  return {
    stays: Float64Array.from(units, (unit) => (unit.length / Math.max(1, length)) * chunks.length * told),
    digress,
    digressOn,
    resume: 0.05,
    skip: 0.2,
    leap: 1e-4,
    leapOn: 0.8,
    tail: Math.max(0.98, digressOn),
    off: 0.3 * cover ** 2,
    opens: Uint8Array.from(units, (unit) => (unit.opens ? 1 : 0)),
    opening: Float64Array.from(chunks, ({ opening }) => OPENING[opening]),
    fixed: fixed.map(({ index, start }) => ({
      unit: first[index] ?? units.length,
      observation: nearest(chunks, start),
    })),
  };
}

/** A section starts with a new speaker or at least a new sentence, hardly ever in the middle of one. */
const OPENING: Readonly<Record<Chunk['opening'], number>> = { turn: 1, sentence: 0.4, none: 0.05 };

/** The same pace on the coarse grid, whose steps are longer. */
function coarsePace(pace: Pace, { emissions, starts }: Coarse, units: readonly Unit[]): Pace {
  const observations = pace.opening.length / Math.max(1, emissions.observations);
  const size = units.length / Math.max(1, emissions.units);
  const stays = new Float64Array(emissions.units);
  const opens = new Uint8Array(emissions.units);
  for (let c = 0; c < emissions.units; c++) {
    const start = starts[c] as number;
    for (let u = start; u < (starts[c + 1] as number); u++) {
      stays[c] = (stays[c] as number) + (pace.stays[u] as number) / observations;
    }
    opens[c] = pace.opens[start] as number;
  }
  const longer = (probability: number) => 1 - Math.min(0.9, (1 - probability) * observations);
  return {
    ...pace,
    stays,
    opens,
    opening: new Float64Array(emissions.observations).fill(1),
    digress: Math.min(0.5, pace.digress * size),
    digressOn: longer(pace.digressOn),
    tail: longer(pace.tail),
    leapOn: pace.leapOn ** size,
    fixed: pace.fixed.map(({ unit, observation }) => ({
      unit: starts.findIndex((start) => start >= unit),
      observation: coarseObservation(observation),
    })),
  };
}

/** The chunk that begins nearest to a moment. */
function nearest(chunks: readonly Chunk[], time: Seconds): number {
  const after = chunks.findIndex((chunk) => chunk.start >= time);
  if (after < 0) return chunks.length;
  const before = chunks[after - 1];
  const next = chunks[after];
  return before && next && time - before.start < next.start - time ? after - 1 : after;
}

function firstIndex(times: readonly Seconds[], time: Seconds): number {
  const index = times.findIndex((start) => start >= time);
  return index < 0 ? times.length : index;
}

const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Whether the note carries the talk's own words for most of its text, in the script of the transcript. */
function speaksOriginal(texts: readonly SectionText[], cues: readonly Cue[]): boolean {
  const paragraphs = texts.flatMap((text) => text.paragraphs).filter(({ text }) => text.trim() !== '');
  const carried = paragraphs.flatMap(({ original }: Paragraph) => original ?? []);
  if (carried.length * 2 < paragraphs.length || carried.length === 0) return false;
  const sample = cues.slice(0, 200).map((cue) => cue.text);
  return isHan(sample.join('')) === isHan(carried.slice(0, 20).join(''));
}

/** Whether a text is mostly written in Han characters, kana or hangul. */
export function isHan(text: string): boolean {
  let han = 0;
  let all = 0;
  for (const char of text) {
    if (char.trim() === '') continue;
    all++;
    if (HAN.test(char)) han++;
  }
  return han * 3 > all;
}
