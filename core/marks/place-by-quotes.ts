import { foldWords } from '../text/fold.ts';
import type { Seconds } from '../time/seconds.ts';
import type { Cue } from '../transcript/cue.ts';
import { cueAt } from '../transcript/cue-at.ts';
import { compareMarks, type Mark } from './mark.ts';
import type { Placed } from './place-marks.ts';

/** A quotation found this close to its mark has not moved. */
const NEAR: Seconds = 20;
/** Shifts that differ by less are one: captions are cut into lines differently. */
const SAME_SHIFT: Seconds = 5;
/** The length of the runs of words that are compared. */
const RUN = 3;
/** More frequent runs are no evidence, and would take quadratic time. */
const MOST_PLACES = 40;
/** Share of a quotation's runs that must be heard in one place. Automatic captions of one talk differ in some words. */
const ENOUGH = 0.6;
/** Runs a quotation has at least whose words alone can move a mark. */
const TELLING = 3;
/** By how many words a place may drift within a quotation. */
const DRIFT = 8;
/** Above so many marks the whole talk is read sooner than what is said around each. */
const FEW = 100;
/** Lines or marks between two interruptions, and words. */
const A_PART = 30;
const WORDS_A_PART = 1000;
/** No line is spoken for longer. */
const LONGEST_LINE: Seconds = 10;

/** Writing without spaces between words counts by characters. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;

/**
 * Places marks in a re-cut video: at the place where their quotations occur now. A quotation that occurs in several places
 * or is too short to tell, and a mark without one, moves along with marks before and after it. Linear in the transcript and
 * the quotations. Yields wherever it may be interrupted, every millisecond or so.
 *
 * @param cues The transcript of the video as it is now, in order.
 * @returns Only marks that have moved; none when the quotations are not found, as in a transcript of another language.
 */
export function* placeByQuotes(marks: readonly Mark[], cues: readonly Cue[]): Generator<undefined, Placed> {
  const heard = marks.filter(({ quote }) => quote?.kind === 'caption');
  if (heard.length === 0 || cues.length === 0) return new Map();
  // Nearly always nothing has moved, which is told without reading the whole talk.
  if (heard.length <= FEW && (yield* areHeardThere(heard, cues))) return new Map();
  const talk = yield* readTalk(cues);
  /** How far marks have moved whose place is sure; 0 where they are. */
  const sure = new Map<string, Seconds>();
  const open = new Map<string, readonly Seconds[]>();
  for (const [at, mark] of heard.entries()) {
    if (at % A_PART === A_PART - 1) yield;
    const { places, runs } = placesOf(mark.quote?.text ?? '', talk);
    const [only] = places;
    if (places.some((time) => isNear(time, mark, cues))) sure.set(mark.id, 0);
    else if (places.length === 1 && only !== undefined && runs >= TELLING) sure.set(mark.id, only - mark.at);
    else open.set(mark.id, places);
  }
  const moved = new Map<string, Seconds>();
  const move = ({ id, at }: Mark, shift: Seconds) => {
    if (shift !== 0) moved.set(id, Math.max(0, at + shift));
  };
  const order = marks.toSorted(compareMarks);
  const before = nearest(order, sure);
  const after = nearest(order.toReversed(), sure);
  for (const mark of order) {
    const known = sure.get(mark.id);
    if (known !== undefined) {
      move(mark, known);
      continue;
    }
    const [left, right] = [before.get(mark.id), after.get(mark.id)];
    const fits = (shift: Seconds | undefined) =>
      shift !== undefined &&
      open.get(mark.id)?.some((time) => Math.abs(time - mark.at - shift) <= SAME_SHIFT + LONGEST_LINE);
    if (fits(left)) move(mark, left ?? 0);
    else if (fits(right)) move(mark, right ?? 0);
    // What is around it has moved as one.
    else if (Math.abs((left ?? right ?? 0) - (right ?? left ?? 0)) <= SAME_SHIFT) move(mark, left ?? right ?? 0);
  }
  return moved;
}

/** Whether all quotations are heard where their marks are. */
function* areHeardThere(marks: readonly Mark[], cues: readonly Cue[]): Generator<undefined, boolean> {
  for (const mark of marks) {
    yield;
    const { quote, at } = mark;
    const around = cues.slice(Math.max(0, cueAt(cues, at - NEAR)), cueAt(cues, at + NEAR) + 1);
    const { places } = placesOf(quote?.text ?? '', yield* readTalk(around));
    if (!places.some((time) => isNear(time, mark, cues))) return false;
  }
  return true;
}

/** Whether what is said at a time may be what was heard at a mark; a line can be minutes long. */
function isNear(time: Seconds, { at }: Mark, cues: readonly Cue[]): boolean {
  const line = cues[cueAt(cues, at)]?.start ?? at;
  return time >= Math.min(line, at - NEAR) && time <= at + NEAR;
}

/** For each mark the shift of the last sure one up to it. */
function nearest(order: readonly Mark[], sure: ReadonlyMap<string, Seconds>): ReadonlyMap<string, Seconds> {
  const found = new Map<string, Seconds>();
  let last: Seconds | undefined;
  for (const { id } of order) {
    last = sure.get(id) ?? last;
    if (last !== undefined) found.set(id, last);
  }
  return found;
}

interface Talk {
  readonly times: readonly Seconds[];
  /** By a run of words, where it begins; those up to {@link MOST_PLACES}. */
  readonly runs: ReadonlyMap<string, readonly number[]>;
}

function* readTalk(cues: readonly Cue[]): Generator<undefined, Talk> {
  const words: string[] = [];
  const times: Seconds[] = [];
  for (const [at, { start, text }] of cues.entries()) {
    if (at % A_PART === A_PART - 1) yield;
    const inLine = wordsOf(text);
    const length = Math.min(LONGEST_LINE, Math.max(0, (cues[at + 1]?.start ?? start + LONGEST_LINE) - start));
    for (const [place, word] of inLine.entries()) {
      words.push(word);
      times.push(start + (length * place) / inLine.length);
    }
  }
  const runs = new Map<string, number[]>();
  for (let place = 0; place + RUN <= words.length; place += 1) {
    if (place % WORDS_A_PART === WORDS_A_PART - 1) yield;
    const run = runAt(words, place);
    const known = runs.get(run);
    if (!known) runs.set(run, [place]);
    else if (known.length <= MOST_PLACES) known.push(place);
  }
  return { times, runs };
}

const wordsOf = (text: string): readonly string[] => foldWords(text).match(WORD) ?? [];

const runAt = (words: readonly string[], at: number): string => words.slice(at, at + RUN).join(' ');

const runsOf = (words: readonly string[]): readonly string[] =>
  Array.from({ length: Math.max(0, words.length - RUN + 1) }, (_, at) => runAt(words, at));

/** The place of a quotation in the transcript, and its number of runs. */
function placesOf(text: string, { times, runs: known }: Talk): { places: readonly Seconds[]; runs: number } {
  const runs = runsOf(wordsOf(text));
  // Which runs are heard in a stretch of the talk; stretches overlap, so that no place falls between two.
  const stretches = new Map<number, { readonly heard: Set<number>; first: number }>();
  for (const [at, run] of runs.entries()) {
    const places = known.get(run) ?? [];
    if (places.length > MOST_PLACES) continue;
    for (const place of places) {
      const start = place - at;
      for (const stretch of [Math.floor(start / DRIFT) * 2, Math.floor((start + DRIFT / 2) / DRIFT) * 2 + 1]) {
        const one = stretches.get(stretch) ?? { heard: new Set<number>(), first: start };
        one.heard.add(at);
        one.first = Math.min(one.first, start);
        stretches.set(stretch, one);
      }
    }
  }
  const starts = [...stretches.values()]
    .filter(({ heard }) => heard.size >= runs.length * ENOUGH)
    .map(({ first }) => first)
    .sort((a, b) => a - b);
  const apart = starts.filter((start, at) => at === 0 || start - (starts[at - 1] ?? 0) > DRIFT);
  return { places: apart.map((start) => times[Math.max(0, start)] ?? 0), runs: runs.length };
}
