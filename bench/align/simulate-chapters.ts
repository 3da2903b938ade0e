import type { Chapter } from '../../core/timeline/timeline.ts';
import type { Cue } from '../../core/transcript/cue.ts';
import { randomFrom } from '../../tests/core/timeline/made-up-talk.ts';
import type { BenchVideo } from './read-bench.ts';

interface Style {
  /** Mean length of a chapter in seconds. */
  readonly every: number;
  /** The share of chapters that begin where a section does, and of these the share that is up to 40 s off. */
  readonly marked: number;
  readonly shifted: number;
  /** The share of titles made of words from the chapter; the others are words from anywhere. */
  readonly telling: number;
  /** Whether there are a cold open of about a minute and one sponsor's chapter. */
  readonly sponsored?: true;
}

/** Styles of chapters, none of which the aligner was tuned on. */
export const STYLES: Readonly<Record<string, Style>> = {
  sparse: { every: 480, marked: 0.5, shifted: 0.33, telling: 0.6 },
  usual: { every: 300, marked: 0.6, shifted: 0.25, telling: 0.7 },
  close: { every: 180, marked: 0.9, shifted: 0.1, telling: 0.7 },
  real: { every: 220, marked: 0.3, shifted: 0.1, telling: 0.55 },
  retitled: { every: 240, marked: 0.8, shifted: 0.2, telling: 0 },
  sponsored: { every: 300, marked: 0.7, shifted: 0.2, telling: 0.7, sponsored: true },
};

const COLD_OPEN = 60;
const MOST_SHIFT = 40;
const SHORTEST = 10;
const SPONSORS = ['Sponsor: a VPN', 'Ad read', 'A word from our sponsors'];
/** Words that occur in titles as often as words from the chapter. */
const STRAY_WORDS = 0.25;
const FUNCTION_WORDS = new Set(
  (
    'a about actually all also am an and any are as at be because been but by can could did do does doing don for from get go ' +
    'going gonna got had has have having he her here him his how i if in into is it its just kind know let like lot me mean ' +
    'more my no not now of oh okay on or our out really right s say see she should so some sort t than that the their them then ' +
    'there these they thing things think this those to uh um up us very was way we well were what when where which who why ' +
    'will with would ve re ll yeah yes you your d m'
  ).split(' '),
);

/** Makes up chapters from a video's transcript and known sections. Deterministic for a seed. */
export function simulateChapters(video: BenchVideo, style: Style, seed: number): readonly Chapter[] {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const { duration, cues } = video;
  const known = video.sections.flatMap(({ start }) => (start !== null && start > 20 ? [start] : []));
  const starts = new Set([0]);
  for (let i = 1; i < Math.max(2, Math.round(duration / style.every)); i++) {
    if (random() < style.marked && known.length > 0) {
      const [section = 0] = known.splice(Math.floor(random() * known.length), 1);
      const shift = random() < style.shifted ? (random() * 2 - 1) * MOST_SHIFT : 0;
      starts.add(Math.round(Math.min(duration - 5, Math.max(SHORTEST, section + shift))));
    } else starts.add(Math.round(Math.max(15, pick(cues)?.start ?? 0)));
  }
  if (style.sponsored) starts.add(Math.round(COLD_OPEN * (0.5 + random())));
  const sorted = [...starts].sort((a, b) => a - b);
  const list = sorted.filter((start, i) => i === 0 || start - (sorted[i - 1] ?? 0) >= SHORTEST);
  const sponsor = style.sponsored ? Math.floor(1 + random() * Math.max(1, list.length - 1)) : -1;
  const anywhere = wordsOf(cues);
  return list.map((start, k) => {
    if (k === 0 && style.sponsored) return { start, title: 'Intro' };
    if (k === sponsor) return { start, title: pick(SPONSORS) ?? '' };
    const end = list[k + 1] ?? duration;
    const until = random() < 0.5 ? Math.min(end, start + 45) : end;
    const heard =
      random() < style.telling ? wordsOf(cues.filter((cue) => cue.start >= start && cue.start < until)) : [];
    const own = heard.length > 0 ? heard : anywhere;
    const words = Array.from({ length: 2 + Math.floor(random() * 4) }, () =>
      pick(random() < STRAY_WORDS ? anywhere : own),
    );
    return { start, title: words.join(' ') || 'Part' };
  });
}

function wordsOf(cues: readonly Cue[]): readonly string[] {
  const words = cues.flatMap(({ text }) => text.match(/[A-Za-z][A-Za-z'-]{2,}/g) ?? []);
  return words.filter((word) => !FUNCTION_WORDS.has(word.toLowerCase()));
}
