import type { Seconds } from '../time/seconds.ts';
import type { Transcript } from '../transcript/cue.ts';
import type { VideoId } from '../video/video-id.ts';
import type { NoteId } from './note-id.ts';
import type { RichElement } from './rich-text.ts';

/** A BCP 47 language tag, such as `zh-Hans` or `en`. */
export type LanguageTag = string;

/** Names a section within an episode: `{#id}` of its heading, else a slug of it. Editions share ids. */
export type SectionId = string;

/** What an entry of the glossary names. Everything but `term` comes from the front matter's lists. */
export type EntryKind = 'term' | 'person' | 'organisation' | 'product' | 'book';

/** Everything known about one video: all its notes, compiled. Several can be in one language. */
export interface Episode {
  readonly videoId: VideoId;
  /** Changes whenever any compiled byte changes; part of every cache key. */
  readonly revision: string;
  /** At least one: the viewer's own, then those of catalogs in the viewer's order, then bundled ones. */
  readonly editions: readonly [EpisodeEdition, ...EpisodeEdition[]];
}

/** An edition at hand, with the note it was compiled from. */
export interface EpisodeEdition extends Edition {
  readonly note: NoteId;
  /** The catalog it is from, when the note's origin is one. */
  readonly catalog?: CatalogName;
}

/** A catalog, as it is named beside its notes. */
export interface CatalogName {
  readonly id: string;
  readonly title: string;
  readonly publisher: string | null;
}

/** One note, compiled: an episode in one language. */
export interface Edition {
  readonly language: LanguageTag;
  /** The language it was written in, when this is a conversion to the other script of Chinese; see `conversion`. */
  readonly convertedFrom?: LanguageTag;
  /** Whether the conversion exchanged vocabulary, too. */
  readonly inTaiwanWords?: boolean;
  /** How it is written in the other script of Chinese. Absent in any other language. */
  readonly conversion?: ScriptConversion;
  /** Language of the blocks' `original` text, when the note carries it. */
  readonly originalLanguage?: LanguageTag;
  readonly title: string;
  /** The note's summary; empty when there is none. */
  readonly summary: readonly RichElement[];
  /** `YYYY-MM-DD`, or `null` when the note does not say. */
  readonly date: string | null;
  readonly speakers: readonly string[];
  /** Length of the video as the author saw it, or `null`. */
  readonly duration: Seconds | null;
  /** At least one. Text before the first heading is a section of its own (level 0). */
  readonly sections: readonly [Section, ...Section[]];
  readonly glossary: readonly GlossaryEntry[];
  /**
   * Chinese characters of the note with their forms in the other script, each group one string: `传傳`, `发發髮`.
   * Made when notes are compiled, so that a search in either script needs no dictionary. Absent when there are none.
   */
  readonly scriptForms?: readonly string[];
  /** Authored section starts; only sections that have one. */
  readonly timestamps: Readonly<Record<SectionId, Seconds>>;
  /** The author's tags, without `#`; `glass/blown` is one. Absent when there are none. */
  readonly tags?: readonly string[];
  /**
   * What is said in the video, where the note holds it: evidence of times, and words to read along. It is no part of the
   * sections, the summary or the glossary. Its cues are whole paragraphs as a rule.
   */
  readonly transcript?: Transcript;
}

/**
 * A Chinese edition in its other script, as what differs: the edition itself would be as large again. Applying it is a
 * matter of replacing, the longest words first.
 */
export interface ScriptConversion {
  readonly language: LanguageTag;
  /** Every character and phrase of the edition that changes, or that keeps others from it: `头 頭|头发 頭髮`. */
  readonly words: string;
  /**
   * What Taiwan calls otherwise, to be replaced in the converted text in the same way: `內存 記憶體`. Absent where there is
   * nothing, in conversions to simplified script, and in those that an earlier version made.
   */
  readonly taiwan?: string;
}

export interface Section {
  readonly id: SectionId;
  readonly title: string;
  /** Depth of the heading, 1 to 6; 0 for text before the first heading or a note without headings. */
  readonly level: 0 | 1 | 2 | 3 | 4 | 5 | 6;
  readonly blocks: readonly Block[];
}

/** One paragraph, list, table … of a section. */
export interface Block {
  readonly content: RichElement;
  /** Who speaks, when the block is a turn of a conversation; not repeated in `content`. */
  readonly speaker?: string;
  /**
   * The part of the talk that begins with this block, when the note was translated in parts of equal length and says
   * where each begins (`<!-- chunk 3/11 -->`). From 1.
   */
  readonly part?: number;
  /** The same passage in the language of the talk. */
  readonly original?: readonly RichElement[];
}

export interface GlossaryEntry {
  /** Unique within the edition. */
  readonly id: string;
  /** The name the entry is listed under. */
  readonly term: string;
  /** Other names: translations, abbreviations, long forms. */
  readonly aliases: readonly string[];
  /** Plain text; several explanations are separated by a line break; empty when only the name is known. */
  readonly definition: string;
  readonly kind: EntryKind;
  /**
   * Toneless pinyin of the names in Han characters: lower case, syllables separated by spaces, names by a comma. Latin
   * parts of such a name stand as a syllable of their own (`transformer jia gou`); `ü` is kept. A person's name has two
   * readings where the surname has one of its own, that one first: `shan li hua,dan li hua`.
   */
  readonly reading?: string;
  /** The section that explains the term, or `null` for a name from the front matter alone. */
  readonly explainedIn: SectionId | null;
  /** All sections that use any of the entry's names, in order, each once. */
  readonly mentionedIn: readonly SectionId[];
}

/** What a list of episodes shows, and all that is needed to match a video. */
export interface EpisodeSummary {
  readonly videoId: VideoId;
  readonly revision: string;
  readonly editions: readonly {
    readonly note: NoteId;
    readonly language: LanguageTag;
    readonly title: string;
    readonly sections: number;
    readonly terms: number;
    readonly tags?: readonly string[];
    /** `YYYY-MM-DD`. Absent where the note does not say, and in lists of versions that did not keep it. */
    readonly date?: string;
  }[];
}
