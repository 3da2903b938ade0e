import type { Episode, SectionId } from '../note/episode.ts';
import { type NoteKey, noteKey } from '../note/note-id.ts';
import { notesWithSameSections } from '../note/shared-sections.ts';
import type { Seconds } from '../time/seconds.ts';
import type { Anchor } from './timeline.ts';

/** "This section starts now": a section start the viewer has set. */
export interface Correction {
  readonly section: SectionId;
  readonly start: Seconds;
  /** Milliseconds since 1970; of two corrections of one section the later one counts. */
  readonly at: number;
}

/**
 * All corrections of one video: for each note a log, oldest first. `align` uses the last one for each section.
 */
export interface Corrections {
  readonly byNote: Readonly<Record<NoteKey, readonly Correction[]>>;
  /** Those of versions that did not tell notes of one video apart, oldest first; see {@link assignCorrections}. */
  readonly unassigned: readonly Omit<Correction, 'at'>[];
}

/** What is below is no moment in 1970: it only gives corrections without a time their order. */
const UNTIMED = 1_000_000;

export const NO_CORRECTIONS: Corrections = { byNote: {}, unassigned: [] };

/** The corrections of some notes together, oldest first: `align` uses the last one for each section. */
export function anchorsOf({ byNote }: Corrections, notes: readonly NoteKey[]): readonly Anchor[] {
  return notes
    .flatMap((note) => byNote[note] ?? [])
    .toSorted((a, b) => a.at - b.at)
    .map(({ section, start }) => ({ section, start, by: 'viewer' }));
}

/** @param now Milliseconds since 1970. If the system clock was set back, the new correction is still the latest. */
export function withCorrection(
  { byNote, unassigned }: Corrections,
  note: NoteKey,
  { section, start }: Omit<Correction, 'at'>,
  now: number,
): Corrections {
  const latest = Math.max(...Object.values(byNote).flatMap((log) => log.map(({ at }) => at)), 0);
  const correction: Correction = { section, start: Math.max(0, start), at: Math.max(now, latest + 1) };
  return { byNote: { ...byNote, [note]: [...(byNote[note] ?? []), correction] }, unassigned };
}

/** Forgets every correction of one section in these notes. */
export function withoutSection(corrections: Corrections, notes: readonly NoteKey[], section: SectionId): Corrections {
  const logs = Object.entries(corrections.byNote).map(([note, log]) => [
    note,
    notes.includes(note) ? log.filter((correction) => correction.section !== section) : log,
  ]);
  return { ...corrections, byNote: Object.fromEntries(logs.filter(([, log]) => log && log.length > 0)) };
}

/** The start the viewer gave a section; `null` when it was not corrected. */
export function correctedStart(anchors: readonly Anchor[], section: SectionId): Seconds | null {
  return anchors.findLast((anchor) => anchor.by === 'viewer' && anchor.section === section)?.start ?? null;
}

export const isEmpty = ({ byNote, unassigned }: Corrections): boolean =>
  unassigned.length === 0 && Object.values(byNote).every((log) => log.length === 0);

/** Both together, each correction once. */
export function mergeCorrections(a: Corrections, b: Corrections): Corrections {
  const byNote: Record<NoteKey, readonly Correction[]> = { ...a.byNote };
  for (const [note, log] of Object.entries(b.byNote)) {
    byNote[note] = distinct([...(byNote[note] ?? []), ...log]).toSorted((one, other) => one.at - other.at);
  }
  return { byNote, unassigned: distinct([...a.unassigned, ...b.unassigned]) };
}

function distinct<T extends Omit<Correction, 'at'> & { readonly at?: number }>(list: readonly T[]): T[] {
  return [...new Map(list.map((one) => [`${one.at} ${one.start} ${one.section}`, one])).values()];
}

/**
 * Assigns corrections that name no note: each to the note that has its section, and where several have it to the one with
 * most of the corrected sections, since they were most likely made in one note. Corrections of notes that are not available
 * stay unassigned.
 */
export function assignCorrections(corrections: Corrections, episode: Pick<Episode, 'editions'>): Corrections {
  const { unassigned } = corrections;
  if (unassigned.length === 0) return corrections;
  const groups = new Map<NoteKey, ReadonlySet<SectionId>>();
  const seen = new Set<NoteKey>();
  for (const edition of episode.editions) {
    if (seen.has(noteKey(edition.note))) continue;
    for (const note of notesWithSameSections(episode, edition)) seen.add(note);
    groups.set(noteKey(edition.note), new Set(edition.sections.map(({ id }) => id)));
  }
  const known = (sections: ReadonlySet<SectionId>) => unassigned.filter(({ section }) => sections.has(section)).length;
  const likeliest = [...groups].sort(([, a], [, b]) => known(b) - known(a));
  const byNote: Record<NoteKey, readonly Correction[]> = { ...corrections.byNote };
  const left: Omit<Correction, 'at'>[] = [];
  const earlier = Object.values(byNote).flatMap((log) => log.filter(({ at }) => at < UNTIMED)).length;
  for (const [at, { section, start }] of unassigned.entries()) {
    const note = likeliest.find(([, sections]) => sections.has(section))?.[0];
    // They are older than all corrections with a time.
    if (note === undefined) left.push({ section, start });
    else byNote[note] = [...(byNote[note] ?? []), { section, start, at: earlier + at }];
  }
  return { byNote, unassigned: left };
}
