import type { Episode, EpisodeEdition, GlossaryEntry, LanguageTag, SectionId } from '../note/episode.ts';
import { noteKey } from '../note/note-id.ts';
import { writtenEdition } from '../note/other-script.ts';
import { counterpartOf, isParallel, withCounterpart } from '../note/parallel.ts';
import { notesWithSameSections } from '../note/shared-sections.ts';
import { withHabit } from '../settings/browser-languages.ts';
import type { Settings } from '../settings/settings.ts';
import { alignQuickly } from '../timeline/align-quickly.ts';
import { anchorsOf, assignCorrections } from '../timeline/corrections.ts';
import { locate, type Position } from '../timeline/locate.ts';
import { explainsBetter, fromRemembered, type HeardIn } from '../timeline/remembered.ts';
import type { Anchor, Evidence, Timeline } from '../timeline/timeline.ts';
import type { Transcript } from '../transcript/cue.ts';
import type { VideoId } from '../video/video-id.ts';
import { chooseEdition } from './choose-edition.ts';
import { NO_PREFERENCE } from './note-preference.ts';
import { passageTerms } from './passage.ts';
import { type Aligned, type Session, videoOf } from './session.ts';

/** The session and what is derived from it: what our pages show of the video being watched. */
export interface Watched extends Session {
  readonly videoId: VideoId | null;
  /** `null` without a note, and until it is read which one is wanted. */
  readonly edition: EpisodeEdition | null;
  /** The corrections that apply to the edition, oldest first; `null` until they are read. */
  readonly anchors: readonly Anchor[] | null;
  /** All evidence: the page's, with the player's length and the transcript that explains the note best. */
  readonly known: Evidence;
  /** The same with each available transcript, at least one; only the viewer's own if there is one. */
  readonly candidates: readonly Evidence[];
  /** The remembered times from a transcript of an earlier visit; `null` if there are none or they no longer hold. */
  readonly recalled: Timeline | null;
  /** The transcript behind the timeline; `null` if it is based on none of YouTube's. */
  readonly heardIn: HeardIn | null;
  /** The best so far: by the length of the text at first, then by the aligner from all evidence. */
  readonly timeline: Timeline | null;
  /** The timeline by the length of the text alone. */
  readonly quick: Timeline | null;
  /** Where the moment playing lies in the note. */
  readonly position: Position | null;
}

export const NO_EVIDENCE: Evidence = { duration: null, chapters: [], chapterOrigin: 'unknown', transcript: null };
const NO_ANCHORS: readonly Anchor[] = [];

/**
 * Derives everything that depends on a session.
 * @param before The result for the previous session: parts whose inputs are the same stay the same objects.
 */
export function watched(session: Session, before: Watched | null): Watched {
  const unchanged = (...names: readonly (keyof Session)[]) =>
    before !== null && names.every((name) => session[name] === before[name]);
  const videoId = videoOf(session.page);
  const edition =
    before !== null && unchanged('episode', 'settings', 'language', 'preference') ? before.edition : editionOf(session);
  const anchors =
    before !== null && before.edition === edition && unchanged('episode', 'corrections')
      ? before.anchors
      : anchorsFor(session, edition);
  const duration = session.evidence?.duration ?? session.clock?.duration ?? null;
  const written = edition && writtenEdition(edition);
  const sameLength = before !== null && before.known.duration === duration;
  const candidates =
    before !== null && before.edition === edition && unchanged('evidence', 'kept', 'heard') && sameLength
      ? before.candidates
      : candidatesOf(session, edition, duration);
  const { aligned, clock } = session;
  const known =
    candidates.find(({ transcript }) => aligned?.edition === written && transcript === aligned?.transcript) ??
    candidates[0] ??
    NO_EVIDENCE;
  const sameInputs = before !== null && before.edition === edition && sameLength && before.anchors === anchors;
  const quick = sameInputs ? before.quick : edition && quickTimeline(edition, known, anchors ?? NO_ANCHORS);
  const recalled =
    sameInputs && unchanged('remembered')
      ? before.recalled
      : written && anchors && fromRemembered(session.remembered ?? {}, written, duration, anchors);
  const isAligned = aligned !== null && aligned.edition === written && candidates.some(needsAligner);
  const isBetter = isAligned && (recalled === null || session.kept != null || isClearlyBetter(aligned, recalled));
  const timeline = isBetter ? aligned.timeline : (recalled ?? quick);
  const heardIn = isBetter ? heardFor(session, aligned) : recalled && written ? heardThen(session, written) : null;
  const position =
    before !== null && before.timeline === timeline && unchanged('clock')
      ? before.position
      : timeline && clock && locate(timeline, clock.time);
  return { ...session, videoId, edition, anchors, known, candidates, timeline, quick, recalled, heardIn, position };
}

function editionOf({ episode, settings, language, preference }: Session): EpisodeEdition | null {
  if (!episode || !settings || language === undefined) return null;
  // With one note for each language there is nothing to choose, so do not wait.
  const languages = new Set(episode.editions.map((edition) => edition.language));
  if (preference === null && languages.size < episode.editions.length) return null;
  const { languages: wanted, taiwanWords } = settings;
  const edition = chooseEdition(episode, wanted, language, preference ?? NO_PREFERENCE, taiwanWords);
  const beside = settings.parallel ? counterpartOf(episode, edition) : null;
  return beside ? withCounterpart(edition, beside) : edition;
}

function anchorsFor({ episode, corrections }: Session, edition: EpisodeEdition | null): readonly Anchor[] | null {
  if (!episode || !edition || !corrections) return null;
  return anchorsOf(assignCorrections(corrections, episode), notesWithSameSections(episode, edition));
}

function candidatesOf(
  { evidence, kept, heard }: Session,
  edition: EpisodeEdition | null,
  duration: number | null,
): readonly Evidence[] {
  const page = { ...(evidence ?? NO_EVIDENCE), duration };
  if (evidence && kept?.transcript) return [{ ...page, transcript: kept.transcript }];
  // The note's own comes last: its cues are whole paragraphs as a rule, those of captions a few words.
  const transcripts = [...heard, ...(evidence && edition?.transcript ? [edition.transcript] : [])];
  return transcripts.length === 0
    ? [{ ...page, transcript: null }]
    : transcripts.map((transcript) => ({ ...page, transcript }));
}

/** Exact times stay, whichever track is on now. */
function isClearlyBetter({ timeline, transcript }: Aligned, recalled: Timeline): boolean {
  return transcript !== null && explainsBetter(timeline, recalled);
}

/** Details of the transcript a timeline is based on. */
function heardFor({ kept, asking }: Session, { edition, transcript }: Aligned): HeardIn | null {
  if (!transcript || kept || transcript === edition.transcript) return null;
  const { language } = transcript;
  const told = asking?.step === 'read' ? asking : null;
  const translated = told?.translated === true && language !== told.language;
  const isTold = told !== null && (translated || told.original === 'unknown' || language === told.language);
  return { language: translated ? told.language : language, original: isTold ? told.original : null, translated };
}

const heardThen = ({ remembered }: Session, { note }: EpisodeEdition) => remembered?.[noteKey(note)]?.heard ?? null;

/** The timeline without chapters and transcript, which costs next to nothing. Both scripts of Chinese have one timeline. */
export function quickTimeline(edition: EpisodeEdition, evidence: Evidence, anchors: readonly Anchor[]): Timeline {
  return alignQuickly(writtenEdition(edition), evidence, anchors);
}

/** Whether there is evidence that the quick timeline leaves out. */
export function needsAligner({ chapters, transcript }: Evidence): boolean {
  return chapters.length > 0 || transcript !== null;
}

/** The aligner's next task for the edition shown; `null` when the quick timeline is enough, or not everything is read yet. */
export interface AlignmentInputs {
  readonly videoId: VideoId;
  readonly episode: Episode;
  readonly edition: EpisodeEdition;
  /** The evidence, with each of the transcripts there are. */
  readonly candidates: readonly Evidence[];
  readonly anchors: readonly Anchor[];
}

export function alignmentInputs(watched: Watched): AlignmentInputs | null {
  const { videoId, episode, edition, candidates, anchors, kept } = watched;
  if (!videoId || !episode || !edition || !anchors || kept === undefined || !candidates.some(needsAligner)) return null;
  return { videoId, episode, edition: writtenEdition(edition), candidates, anchors };
}

// ── Slices for single parts of a page ───────────────────────────────────────────────────────────

/** The transcript to be read along: the one the viewer gave for this video, else the note's own. */
export const readTranscript = ({ kept, edition }: Watched): Transcript | null =>
  kept?.transcript ?? edition?.transcript ?? null;

/** The section playing now. */
export const currentSection = ({ position }: Watched): SectionId | null => position?.section ?? null;

/** Which words of a note in two languages are shown. An edition that was put beside another is shown with it. */
export const shownWords = ({ settings, edition }: Watched): Settings['bilingual'] =>
  edition && isParallel(edition) ? 'both' : (settings?.bilingual ?? 'both');

const NO_LANGUAGES: readonly LanguageTag[] = [];

/** Note languages, most wanted first: the one chosen for this video, then the viewer's order. */
export function wantedLanguages({ language, settings }: Watched): readonly LanguageTag[] {
  const order = settings?.languages ?? NO_LANGUAGES;
  return language ? withHabit(order, language) : order;
}

/** How much of the section playing has passed, in twentieths: no part is drawn more often than that shows. */
export const currentProgress = ({ position }: Watched): number => Math.floor((position?.progress ?? 0) * 20);

/** The terms of the passage being spoken. */
export function currentTerms({ edition, position, clock, known }: Watched): readonly GlossaryEntry[] {
  return edition && position && clock ? passageTerms(edition, position, clock.time, known.transcript) : [];
}
