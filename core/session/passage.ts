import type { Edition, GlossaryEntry, Section } from '../note/episode.ts';
import { blockText } from '../note/section-text.ts';
import { foldName, foldWords } from '../text/fold.ts';
import type { Seconds } from '../time/seconds.ts';
import type { Position } from '../timeline/locate.ts';
import { spokenLength } from '../timeline/note-text.ts';
import type { Transcript } from '../transcript/cue.ts';

/** How long a term counts as current after its name was heard, in seconds. */
const MEMORY: Seconds = 60;
/** A cue is often shown a moment before it is said. */
const AHEAD: Seconds = 4;
/** Without a transcript: how far to either side of the estimated place a section's text is taken to be under way. */
const UNSURE: Seconds = 45;
/** Most terms: more cannot be taken in at a glance. */
const MOST = 6;
/** Names in more than this share of the sections are the talk's main subject, and known by now. */
const EVERYWHERE = 1 / 3;
/** Latin names up to this length match by accident. */
const LEAST_LETTERS = 2;

interface EntryNames {
  readonly entry: GlossaryEntry;
  /** Folded, with spaces around: names of letters that separate words. */
  readonly worded: readonly string[];
  /** Folded, of Han characters and the like. */
  readonly unspaced: readonly string[];
}

const namesOf = new WeakMap<Edition, readonly EntryNames[]>();
const SPACED = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}\p{S}\s&#]+$/u;

/**
 * The terms of the passage being spoken, in the order they come up: at most six, each explained and not mentioned
 * throughout the note. With a transcript: those whose names were heard within the last minute. Without one, or when none
 * was heard: those in the part of the section's text that the progress within the section points to.
 */
export function passageTerms(
  edition: Edition,
  position: Position,
  time: Seconds,
  transcript: Transcript | null,
): readonly GlossaryEntry[] {
  const section = edition.sections[position.index];
  const often = Math.max(3, edition.sections.length * EVERYWHERE);
  const names = entryNames(edition).filter(
    ({ entry }) => entry.explainedIn === section?.id || entry.mentionedIn.length <= often,
  );
  const heard = transcript ? mentioned(heardText(transcript, time), names) : [];
  if (heard.length > 0) return heard.slice(-MOST);
  if (!section) return [];
  return mentioned(passageText(section, position), names).slice(0, MOST);
}

function heardText(transcript: Transcript, time: Seconds): string {
  return transcript.cues
    .filter(({ start }) => start > time - MEMORY && start <= time + AHEAD)
    .map(({ text }) => text)
    .join(' ');
}

/** The blocks of a section under way, by their share of its text. */
function passageText(section: Section, { progress, length }: Position): string {
  const blocks = section.blocks.map((block) => {
    const text = blockText(block);
    return { text, spoken: spokenLength(text) };
  });
  const whole = blocks.reduce((sum, { spoken }) => sum + spoken, 0);
  const slack = length > 0 ? UNSURE / length : 1;
  const [from, to] = [(progress - slack) * whole, (progress + slack) * whole];
  let passed = 0;
  const shown: string[] = [];
  for (const { text, spoken } of blocks) {
    if (passed <= to && passed + spoken >= from) shown.push(text);
    passed += spoken;
  }
  return shown.join('\n');
}

function entryNames(edition: Edition): readonly EntryNames[] {
  const known = namesOf.get(edition);
  if (known) return known;
  const made = edition.glossary
    .filter(({ definition }) => definition !== '')
    .map((entry) => {
      const all = [entry.term, ...entry.aliases];
      const words = all.filter((name) => SPACED.test(foldWords(name)));
      const worded = words.map(foldWords).filter((name) => name.length >= LEAST_LETTERS);
      const unspaced = all.filter((name) => !words.includes(name)).map(foldName);
      return { entry, worded: worded.map((name) => ` ${name} `), unspaced: unspaced.filter((name) => name.length > 1) };
    });
  namesOf.set(edition, made);
  return made;
}

/** Those of the entries that a text names, in the order it first does. */
function mentioned(text: string, names: readonly EntryNames[]): readonly GlossaryEntry[] {
  // Between Han characters and letters there often is no space where words meet.
  const worded = ` ${foldWords(text.replaceAll(/(?<=\p{Script=Han})(?=\p{Script=Latin})|(?<=\p{Script=Latin})(?=\p{Script=Han})/gu, ' '))} `;
  const unspaced = foldName(text);
  const places = names.flatMap(({ entry, ...own }) => {
    const found = [
      ...own.worded.map((name) => worded.indexOf(name) / worded.length),
      ...own.unspaced.map((name) => unspaced.indexOf(name) / unspaced.length),
    ].filter((place) => place >= 0);
    return found.length > 0 ? [{ entry, place: Math.min(...found) }] : [];
  });
  return places.sort((a, b) => a.place - b.place).map(({ entry }) => entry);
}
