import type { LanguageTag } from '../note/episode.ts';
import { FOLD_VERSION, foldSpellings, foldWords } from '../text/fold.ts';
import type { VideoId } from '../video/video-id.ts';
import { collectKeys, type KeyText, type KeyUses, sortedWords } from './key-text.ts';
import type { LookupEntry, LookupSource } from './lookup-source.ts';
import { type ScriptFold, scriptFold } from './script-fold.ts';

/** Names are found by so much of their beginning: more than anybody types, and every real name is shorter. */
export const LONGEST_NAME = 200;

/**
 * What all names of some notes can be found by, as strings and typed arrays: made when notes are compiled or imported,
 * stored as it is, and searched without being built again. It holds no name as it is written; those stay with the notes.
 */
export interface NameIndex {
  /** {@link INDEX_FORMAT} at the time of making. */
  readonly format: number;
  /** {@link FOLD_VERSION} at the time of making: keys of another version are to be folded again. */
  readonly folding: number;
  /** Script forms of all its notes; a query is folded by them, as the names were. */
  readonly forms: readonly string[];
  readonly names: KeyText;
  readonly nameUses: KeyUses;
  /** Where the later words of the names begin, sorted by the text from there on. */
  readonly laterWords: Int32Array<ArrayBuffer>;
  readonly readings: KeyText;
  readonly readingUses: KeyUses;
  /** Those of a source in its order, and sources in theirs. */
  readonly entries: {
    /** Where the entries of each source start, and one more for the end. */
    readonly starts: Int32Array<ArrayBuffer>;
    /** {@link NOT_TERM} and {@link BARE}. */
    readonly flags: Uint8Array<ArrayBuffer>;
    /** Pairs: an entry, and the first one that names the same thing in an earlier edition of the same episode. */
    readonly links: Int32Array<ArrayBuffer>;
  };
  readonly sources: {
    /** A line with the video of each, all of one length. */
    readonly videos: string;
    /** A line with the note of each; empty when it has none. */
    readonly notes: string;
    /** The languages there are, at most 256, and which of them each has. */
    readonly languages: readonly LanguageTag[];
    readonly language: Uint8Array<ArrayBuffer>;
  };
}

/** Raised whenever the shape of {@link NameIndex} changes: an index of another shape cannot be read. */
export const INDEX_FORMAT = 1;

/** Flags of an entry: it names a person, work …; it has no explanation. */
export const NOT_TERM = 1;
export const BARE = 2;

/** Indexes the names of all entries. Some 100,000 entries a second. */
export function buildNameIndex(sources: readonly LookupSource[]): NameIndex {
  const forms = [...new Set(sources.flatMap(({ scriptForms = [] }) => scriptForms))];
  const script = scriptFold(forms);
  const names = collectKeys();
  const readings = collectKeys();
  const starts = [0];
  const flags: number[] = [];
  const links: number[] = [];
  const link = linker(sources);

  for (const source of sources) {
    const linkEntry = link(source);
    for (const entry of source.entries) {
      const at = flags.length;
      flags.push((entry.kind === 'term' ? 0 : NOT_TERM) | (entry.definition === '' ? BARE : 0));
      const keys: string[] = [];
      for (const [place, words] of wordsOf(entry, script)) {
        names.add(words, at, place);
        keys.push(words.replaceAll(' ', ''));
      }
      const root = linkEntry(at, keys);
      if (root !== at) links.push(at, root);
      for (const [place, reading] of (entry.reading?.split(',') ?? []).entries()) {
        readings.add(foldWords(reading.slice(0, LONGEST_NAME)), at, place);
      }
    }
    linkEntry(-1, []);
    starts.push(flags.length);
  }

  const languages = [...new Set(sources.map(({ language }) => language))];
  const named = names.finish();
  const read = readings.finish();
  return {
    format: INDEX_FORMAT,
    folding: FOLD_VERSION,
    forms,
    names: named.keys,
    nameUses: named.uses,
    laterWords: sortedWords(named.keys),
    readings: read.keys,
    readingUses: read.uses,
    entries: { starts: Int32Array.from(starts), flags: Uint8Array.from(flags), links: Int32Array.from(links) },
    sources: {
      videos: sources.map(({ videoId }) => `${videoId}\n`).join(''),
      notes: sources.map(({ note = '' }) => note).join('\n'),
      languages,
      language: Uint8Array.from(sources, ({ language }) => languages.indexOf(language)),
    },
  };
}

/** The folded words of each name in all its spellings, with the name's place. */
function* wordsOf(entry: LookupEntry, script: ScriptFold): Generator<readonly [place: number, words: string]> {
  for (const [place, name] of [entry.term, ...entry.aliases].entries()) {
    for (const spelling of foldSpellings(name.slice(0, LONGEST_NAME))) yield [place, script(spelling)];
  }
}

/**
 * Links entries of several editions of one episode that share a name. Only names of earlier editions link: two entries
 * of one edition that share a name are two things.
 *
 * @returns For each source: takes an entry with its keys and gives its root; -1 ends the source.
 */
function linker(sources: readonly LookupSource[]) {
  const editions = new Map<VideoId, number>();
  for (const { videoId } of sources) editions.set(videoId, (editions.get(videoId) ?? 0) + 1);
  const named = new Map<VideoId, Map<string, number>>();
  return ({ videoId }: LookupSource) => {
    const earlier = named.get(videoId);
    const here = (editions.get(videoId) ?? 0) > 1 ? new Map<string, number>() : null;
    return (entry: number, keys: readonly string[]): number => {
      if (!here) return entry;
      if (entry === -1) {
        named.set(videoId, new Map([...here, ...(earlier ?? [])]));
        return entry;
      }
      const root = keys.map((key) => earlier?.get(key)).find((linked) => linked !== undefined) ?? entry;
      for (const key of keys) here.set(key, root);
      return root;
    };
  };
}

/** A {@link NameIndex} opened for searching, with derived data that is computed once. */
export interface OpenIndex extends NameIndex {
  readonly script: ScriptFold;
  /** The source of each entry. */
  readonly owners: Int32Array;
  /** By entry the group of those that name the same thing, if there are others. */
  readonly groups: ReadonlyMap<number, readonly number[]>;
}

export function openIndex(index: NameIndex): OpenIndex {
  const { starts, links } = index.entries;
  const owners = new Int32Array(starts.at(-1) ?? 0);
  for (let source = 0; source + 1 < starts.length; source += 1) owners.fill(source, starts[source], starts[source + 1]);
  const groups = new Map<number, number[]>();
  for (let at = 0; at < links.length; at += 2) {
    const [entry = 0, root = 0] = [links[at], links[at + 1]];
    const members = groups.get(root) ?? [root];
    members.push(entry);
    groups.set(root, members).set(entry, members);
  }
  return {
    ...index,
    script: scriptFold(index.forms),
    owners,
    groups,
  };
}

/** A video and the line break behind it. */
const VIDEO_LINE = 12;

export const countSources = ({ entries }: NameIndex): number => entries.starts.length - 1;

export const videoOfSource = ({ sources }: NameIndex, source: number): VideoId =>
  sources.videos.slice(source * VIDEO_LINE, (source + 1) * VIDEO_LINE - 1) as VideoId;

/** The videos of all sources, each once. */
export const videosOf = (index: NameIndex): ReadonlySet<VideoId> =>
  new Set(Array.from({ length: countSources(index) }, (_, source) => videoOfSource(index, source)));

/** The numbers of a video's sources. */
export function sourcesOfVideo({ sources: { videos } }: NameIndex, video: VideoId): readonly number[] {
  const found: number[] = [];
  for (let at = videos.indexOf(`${video}\n`); at !== -1; at = videos.indexOf(`${video}\n`, at + VIDEO_LINE)) {
    if (at % VIDEO_LINE === 0) found.push(at / VIDEO_LINE);
  }
  return found;
}
