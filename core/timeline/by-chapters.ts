import type { Seconds } from '../time/seconds.ts';
import { FULL_RATE } from './by-length.ts';
import { type EmissionSettings, type Emissions, emissionsOf } from './emissions.ts';
import { tokenize } from './features.ts';
import type { FixedPoint } from './fixed-points.ts';
import type { Lexicon } from './lexicon.ts';
import type { SectionText } from './note-text.ts';
import { type Placement, placementsOf } from './placement.ts';
import { passage } from './programme.ts';
import type { Chapter } from './timeline.ts';
import { firstUnits, type Unit, unitsOf } from './units.ts';

/** Length of the slots the video is cut into when nothing is known but its chapters. */
const SLOT: Seconds = 4;

/** Titles are few and worded freely: less is trusted than of a transcript, and a word heard once is not yet rare. */
const TITLE_EMISSIONS: EmissionSettings = {
  direct: 0.6,
  translated: 0.45,
  spill: 0.12,
  trust: 0.6,
  background: 0.0015,
};

/**
 * How much a title counts in the slot its chapter starts in. In a note that tells the talk in full the pace of the text
 * says nearly as much; in a shortened one the titles are all there is.
 */
const TITLE_WEIGHT = 0.15;
const TITLE_WEIGHT_SHORTENED = 3;
/** Slots after which a title counts a third. */
const FADING = 10;
/** A note of this share of a full translation still tells the talk in full. */
const IN_FULL = 0.75;
/** Factor on opening a section where no chapter starts. */
const ELSEWHERE = 0.1;
/** What opening a section takes besides its text, in Han characters. */
const OPENING_LENGTH = 15;
const DIGRESS = 0.01;
const SHORTENED = 0.2;
const LEAST_DIGRESSION = 5;
/** Titles are vague: a tenth of the video or so where the note leaves much out. */
const VAGUE = 0.12;

/**
 * Places sections by what the chapters are called: each title is heard once, most clearly where its chapter starts,
 * fading out after that. Between the titles the talk moves on at the pace of the text.
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
  const first = firstUnits(units, texts.length);
  const slots = Math.max(1, Math.ceil(duration / SLOT));
  const cover = Math.min(1, units.reduce((sum, unit) => sum + unit.length, 0) / (FULL_RATE * IN_FULL * duration));
  const told = cover ** 0.7;
  const digress = DIGRESS + SHORTENED * (1 - cover) ** 2;
  const digressOn = 1 - 1 / Math.max(LEAST_DIGRESSION, (slots * (1 - told)) / (units.length * digress));
  const emissions = fading(
    TITLE_WEIGHT + TITLE_WEIGHT_SHORTENED * (1 - cover),
    chapters,
    units,
    slots,
    lexicon,
    glossary,
  );
  const length = (unit: Unit) => unit.length + (unit.opens ? OPENING_LENGTH : 0);
  const total = units.reduce((sum, unit) => sum + length(unit), 0);
  const opening = new Float64Array(slots).fill(ELSEWHERE);
  for (const { start } of chapters) {
    const slot = Math.floor(start / SLOT);
    for (let t = Math.max(0, slot - 1); t <= slot + 1; t++)
      if (t < slots) opening[t] = t === slot ? 1 : Math.sqrt(ELSEWHERE);
  }
  const result = passage(
    emissions,
    {
      stays: Float64Array.from(units, (unit) => (length(unit) / total) * slots * told),
      digress,
      digressOn,
      resume: 0.3,
      skip: 0.02,
      leap: 1e-6,
      leapOn: 0.8,
      tail: Math.max(0.95, digressOn),
      off: 0,
      opens: Uint8Array.from(units, (unit) => (unit.opens ? 1 : 0)),
      opening,
      fixed: fixed.map(({ index, start }) => ({
        unit: first[index] ?? units.length,
        observation: Math.round(start / SLOT),
      })),
    },
    first,
  );
  const times = Array.from({ length: slots }, (_, t) => t * SLOT);
  for (const { start } of chapters) times[Math.floor(start / SLOT)] = start;
  return placementsOf(result, times, duration, 'chapters', {
    outside: 0.04,
    margin: 5 + VAGUE * (1 - cover) * duration,
  });
}

function fading(
  strength: number,
  chapters: readonly Chapter[],
  units: readonly Unit[],
  slots: number,
  lexicon: Lexicon | null,
  glossary: ReadonlyMap<string, readonly string[]>,
): Emissions {
  const titles = emissionsOf(
    chapters.map(({ title }) => ({ tokens: tokenize(title) })),
    units,
    lexicon,
    glossary,
    TITLE_EMISSIONS,
  );
  const rows = chapters.map((_, k) => {
    const row = new Float64Array(units.length);
    titles.emit(k, row, 0, units.length);
    return row.map(Math.log);
  });
  const at = new Int32Array(slots).fill(-1);
  const weight = new Float64Array(slots);
  for (const [k, { start }] of chapters.entries()) {
    const slot = Math.floor(start / SLOT);
    for (let t = Math.max(0, slot); t < slots; t++) {
      at[t] = k;
      weight[t] = strength * Math.exp(-(t - slot) / FADING);
    }
  }
  return {
    observations: slots,
    units: units.length,
    floor: new Float64Array(slots).fill(1),
    emit: (t, row, low, high) => {
      const logs = rows[at[t] as number];
      const w = weight[t] as number;
      if (!logs || w < 0.01) row.fill(1, low, high);
      else for (let u = low; u < high; u++) row[u] = Math.exp(w * (logs[u] as number));
    },
  };
}
