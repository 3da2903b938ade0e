import { Trie } from 'opencc-js/core';
import type { Edition, Episode, EpisodeEdition, LanguageTag } from './episode.ts';
import { type NoteKey, noteKey } from './note-id.ts';
import { rewriteEdition } from './rewrite-edition.ts';

/** A language a viewer can have an episode in. */
export interface OfferedEdition {
  readonly language: LanguageTag;
  /** Set for a converted edition: the language it is converted from. */
  readonly convertedFrom?: LanguageTag;
}

/** The scripts of Chinese, as notes are marked with them. */
export type ChineseScript = 'zh-Hans' | 'zh-Hant';

/** The script a Chinese text is in; `null` for any other language. */
function scriptOf(language: LanguageTag): ChineseScript | null {
  try {
    const locale = new Intl.Locale(language).maximize();
    if (locale.language !== 'zh') return null;
    return locale.script === 'Hant' ? 'zh-Hant' : 'zh-Hans';
  } catch {
    return null;
  }
}

/** Chinese in its other script: `zh-Hant` for `zh-Hans`, `zh` and `zh-CN`; `null` for any other language. */
export function otherScript(language: LanguageTag): ChineseScript | null {
  const script = scriptOf(language);
  return script && (script === 'zh-Hans' ? 'zh-Hant' : 'zh-Hans');
}

/**
 * The script that a Chinese text is wanted in: that of the first Chinese language among those wanted.
 * @param wanted Most wanted first.
 * @returns The language itself where its own script is wanted first, where no Chinese is, and for any other language.
 */
export function wantedScript(language: LanguageTag, wanted: readonly LanguageTag[]): LanguageTag {
  const script = scriptOf(language);
  const first = wanted.map(scriptOf).find((each) => each !== null);
  return script === null || first === undefined || first === script ? language : first;
}

const HAN = /\p{Script=Han}/u;

/**
 * Whether a query is asked in other words, too, for which the dictionaries of Chinese are needed: it has Han characters, or its
 * reader calls things as Taiwan does, where some words are written in letters (Google).
 */
export const isAskedOtherwise = (query: string, wanted: readonly LanguageTag[]): boolean =>
  HAN.test(query) || (query.trim() !== '' && wantedScript('zh-Hans', wanted) === 'zh-Hant');

/**
 * All the languages of an episode, each once: those it is written in, then the script of Chinese that one of these
 * converts to.
 */
export function offeredEditions({ editions }: Pick<Episode, 'editions'>): readonly OfferedEdition[] {
  const written = [...new Set(editions.map(({ language }) => language))].map((language) => ({ language }));
  const scripts = new Set(editions.map(({ language }) => scriptOf(language)));
  const source = editions.find((edition) => edition.conversion && !scripts.has(scriptOf(edition.conversion.language)));
  if (!source?.conversion) return written;
  return [...written, { language: source.conversion.language, convertedFrom: source.language }];
}

/**
 * The edition in a language the episode offers; `null` for any other.
 *
 * @param note Which one is wanted where several are in that language; without it, or when it is in another, the first.
 * @param taiwanWords Whether a conversion to traditional script exchanges what Taiwan calls otherwise.
 */
export function editionIn(
  episode: Pick<Episode, 'editions'>,
  language: LanguageTag,
  note: NoteKey | null = null,
  taiwanWords = false,
): EpisodeEdition | null {
  const offered = offeredEditions(episode).find((each) => each.language === language);
  const inIt = episode.editions.filter((each) => each.language === (offered?.convertedFrom ?? language));
  const edition = inIt.find((each) => note !== null && noteKey(each.note) === note) ?? inIt[0];
  if (!offered || !edition) return null;
  return offered.convertedFrom === undefined ? edition : converted(edition, taiwanWords);
}

/** Cached: takes some milliseconds for a long note, and what is shown has to stay the same object. */
const inCharacters = new WeakMap<Edition, EpisodeEdition>();
const inTaiwanWords = new WeakMap<Edition, EpisodeEdition>();
const sources = new WeakMap<Edition, Edition>();

function converted(edition: EpisodeEdition, taiwanWords: boolean): EpisodeEdition {
  const taiwan = taiwanWords ? edition.conversion?.taiwan : undefined;
  const conversions = taiwan === undefined ? inCharacters : inTaiwanWords;
  const known = conversions.get(edition);
  if (known || !edition.conversion) return known ?? edition;
  const { conversion, ...plain } = edition;
  const words = replacing(conversion.words);
  const exchange = taiwan === undefined ? (text: string) => text : replacing(taiwan);
  const made: EpisodeEdition = {
    ...rewriteEdition(plain, (text) => exchange(words(text))),
    language: conversion.language,
    convertedFrom: edition.language,
    ...(taiwan !== undefined && { inTaiwanWords: true }),
  };
  conversions.set(edition, made);
  rememberWritten(made, edition);
  return made;
}

/** Replaces the longest word at every place of a text. */
function replacing(dictionary: string): (text: string) => string {
  const words = new Trie();
  words.loadDict(dictionary);
  return (text) => words.convert(text);
}

/** Notes which written edition another one was made of. */
export function rememberWritten(made: Edition, written: Edition): void {
  sources.set(made, written);
}

/**
 * The written edition: this one, or the one it was converted from. Both have the same sections, and so one timeline.
 */
export function writtenEdition<E extends Edition>(edition: E): E {
  // What was converted is an edition at hand, and so is what it was converted from.
  return (sources.get(edition) as E | undefined) ?? edition;
}
