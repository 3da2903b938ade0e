import type { SectionId } from '../note/episode.ts';
import type { NoteKey } from '../note/note-id.ts';
import type { Seconds } from '../time/seconds.ts';
import type { Cue } from '../transcript/cue.ts';
import { cueAt } from '../transcript/cue-at.ts';
import type { VideoId } from '../video/video-id.ts';

/** A moment of a video that the viewer keeps, with their own text. */
export interface Mark {
  /** A random UUID. */
  readonly id: string;
  readonly video: VideoId;
  /** As YouTube's page said it; empty when unknown. */
  readonly videoTitle: string;
  /** On the video's own clock, never an ad's. */
  readonly at: Seconds;
  /** The viewer's own words; empty without any. At most {@link LONGEST_WORDS} characters. */
  readonly words: string;
  /** What was heard at that moment, or the passage or term that was kept from a note. */
  readonly quote: Quote | null;
  /** Its section, with the title at that time: the note may change or be removed. */
  readonly section: MarkedSection | null;
  readonly starred: boolean;
  /** Milliseconds since 1970. */
  readonly created: number;
  /** When words, time or star were changed last, in milliseconds since 1970: of two states the later one counts. */
  readonly changed: number;
  /** When it was deleted, in milliseconds since 1970: it can be restored until it is swept. `null`: it was not. */
  readonly deleted: number | null;
}

export interface Quote {
  /** `caption`: heard in the video; `note`: a passage of a note; `term`: an entry of a glossary. */
  readonly kind: 'caption' | 'note' | 'term';
  /** At most {@link LONGEST_QUOTE} characters. */
  readonly text: string;
}

export interface MarkedSection {
  readonly note: NoteKey;
  readonly id: SectionId;
  readonly title: string;
}

/** What a viewer can change of a mark. */
export type MarkChange = Partial<Pick<Mark, 'at' | 'words' | 'starred'>>;

/** Characters. A field for words takes no more. */
export const LONGEST_WORDS = 10_000;
export const LONGEST_QUOTE = 1000;
export const LONGEST_TITLE = 500;

/** What a new mark is made of. `time` and `rate` are the player's when the viewer acts. */
export interface Marking extends Pick<Mark, 'id' | 'video' | 'videoTitle' | 'words' | 'quote' | 'section'> {
  readonly at: Seconds;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** A new mark. Texts that are too long are cut; words are not, for their field takes no more than it may hold. */
export function newMark({ now, quote, section, videoTitle, words, ...rest }: Marking): Mark {
  return {
    ...rest,
    at: Math.max(0, rest.at),
    videoTitle: cutText(videoTitle, LONGEST_TITLE),
    words: words.slice(0, LONGEST_WORDS),
    quote: quote && { ...quote, text: cutText(quote.text, LONGEST_QUOTE) },
    section: section && { ...section, title: cutText(section.title, LONGEST_TITLE) },
    starred: false,
    created: now,
    changed: now,
    deleted: null,
  };
}

/**
 * The moment that a viewer means who has just heard something.
 * @param back How long ago they heard it, in seconds of their own time: at double speed that is twice as much of the video.
 */
export const momentBefore = (time: Seconds, back: Seconds, rate: number): Seconds => Math.max(0, time - back * rate);

/** What is said from one moment to another, the line that has begun at the first one included; empty without any. */
export function heardBetween(cues: readonly Cue[], from: Seconds, to: Seconds): string {
  const first = Math.max(0, cueAt(cues, from));
  const last = cueAt(cues, Math.max(from, to));
  const lines = cues.slice(first, last + 1).map(({ text }) => text.trim());
  return cutText(lines.filter(Boolean).join(' '), LONGEST_QUOTE);
}

/** The mark after a change. @param now Milliseconds since 1970; a clock that was set back does not make it older. */
export function changedMark(mark: Mark, change: MarkChange, now: number): Mark {
  const { at = mark.at, words = mark.words, starred = mark.starred } = change;
  return {
    ...mark,
    at: Math.max(0, at),
    words: words.slice(0, LONGEST_WORDS),
    starred,
    changed: Math.max(now, mark.changed + 1),
  };
}

/** In the order of the video; of those at one moment the one made first comes first. */
export const compareMarks = (a: Mark, b: Mark): number =>
  a.at - b.at || a.created - b.created || (a.id < b.id ? -1 : Number(a.id > b.id));

/** The text's beginning with an ellipsis where it is longer; never half a character. */
export function cutText(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const whole = text.slice(0, longest - 1);
  return `${/[\ud800-\udbff]$/.test(whole) ? whole.slice(0, -1) : whole}…`;
}
