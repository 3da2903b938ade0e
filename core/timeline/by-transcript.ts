import type { Edition } from '../note/episode.ts';
import { isHan } from '../text/han.ts';
import type { Seconds } from '../time/seconds.ts';
import type { Cue } from '../transcript/cue.ts';
import { type Alone, type LonePlace, orderliness, placeAlone } from './alone.ts';
import { FULL_RATE } from './by-length.ts';
import { chunksOf } from './chunks.ts';
import { type Coarse, coarsen, refine } from './coarse.ts';
import { emissionsOf, TRANSCRIPT_EMISSIONS, type WordEmissions } from './emissions.ts';
import type { FixedPoint } from './fixed-points.ts';
import { glossaryOf } from './glossary-stems.ts';
import type { Lexicon } from './lexicon.ts';
import type { Paragraph, SectionText } from './note-text.ts';
import { coarsePace, paceOf } from './pace.ts';
import { type Certainty, type Placement, placementsOf } from './placement.ts';
import { corridor, forwardBackward, type Pace } from './programme.ts';
import { openingNear, STRAY_LEAD, straysOf } from './strays.ts';
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
  /** The same without what a search through as much other talk finds by chance. */
  readonly beyondChance: number;
}

/** Least words of a transcript. */
const FEWEST_CHUNKS = 12;
/** Chunks a second, four times as many as in fast speech: such times were not those of speech. */
const FASTEST = 5;
/**
 * A transcript of another video gains less than this per unit, the right one more. Measured on all 506 wrong and 23 right
 * pairings of the dev set; `bench:align:foreign` says what thresholds chosen on other videos reach. The gap is wide, and the
 * threshold lies at its lower end: a wrong refusal loses a good transcript, while a wrong acceptance still has wide intervals.
 */
const LEAST_SUPPORT: Support = {
  inOrder: 0.44,
  alone: 1.9,
  // For short sections the best of many places looks good in any talk.
  beyondChance: 0.03,
};
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
  const unheard: Spoken = { placements: nothing, ordered: true, support: { inOrder: 0, alone: 0, beyondChance: 0 } };
  // Checked first: mostly there is no transcript, and the panel waits for the estimate by the text alone.
  const spoken = chunks.filter(({ silent }) => !silent);
  const span = (spoken.at(-1)?.start ?? 0) - (spoken[0]?.start ?? 0);
  if (spoken.length < FEWEST_CHUNKS || spoken.length > FASTEST * span) return unheard;
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
  const result = forwardBackward(emissions, { ...pace, within: refine(coarse, rough, chunks.length) }, first);
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
const SURER = 0.95;
const MARGIN_SHORTENED: Seconds = 12;

/**
 * Whether a transcript belongs to another video. Notes out of order are recognised by their sections alone.
 *
 * @param least The support below which it does.
 */
export function isForeign({ inOrder, alone, beyondChance }: Support, least: Support = LEAST_SUPPORT): boolean {
  return inOrder < least.inOrder && (alone < least.alone || beyondChance < least.beyondChance);
}

function supportOf(gain: number, { places }: Alone, { emissions }: Coarse): Support {
  const { observations, units } = emissions;
  // The best of many places is better by the logarithm of their number.
  const chance = Math.log(observations);
  const sum = (less: number) => places.reduce((all, place) => all + Math.max(0, (place?.score ?? 0) - less), 0);
  return { inOrder: (gain * observations) / units, alone: sum(0) / units, beyondChance: sum(chance) / units };
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
/** Whether the note carries the talk's own words for most of its text, in the script of the transcript. */
function speaksOriginal(texts: readonly SectionText[], cues: readonly Cue[]): boolean {
  const paragraphs = texts.flatMap((text) => text.paragraphs).filter(({ text }) => text.trim() !== '');
  const carried = paragraphs.flatMap(({ original }: Paragraph) => original ?? []);
  if (carried.length * 2 < paragraphs.length || carried.length === 0) return false;
  const sample = cues.slice(0, 200).map((cue) => cue.text);
  return isHan(sample.join('')) === isHan(carried.slice(0, 20).join(''));
}
