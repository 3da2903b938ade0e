import type { Edition, LanguageTag } from '../core/note/episode.ts';
import { readDay, readLength } from './dates.ts';
import { fieldOf } from './fields.ts';
import type { FrontMatter } from './front-matter.ts';
import { detectLanguage, knownLanguages } from './language.ts';
import { speakersIn } from './people.ts';
import type { Reporter } from './reporter.ts';
import { durationUnreadable } from './rules/duration-unreadable.ts';
import { languageUnknown } from './rules/language-unknown.ts';

type Data = FrontMatter['data'];

const LENGTH = [
  'duration',
  'videolength',
  'videoduration',
  'length',
  'runtime',
  '时长',
  '時長',
  '長さ',
  '길이',
  'dauer',
  'durée',
  'duración',
  'durata',
];
/** When it was published, most reliable first; when the note was created comes last. */
const DATE = [
  'date',
  'published',
  'publishdate',
  'publishedat',
  'uploaddate',
  'uploaded',
  'releasedate',
  'released',
  'pubdate',
  'airdate',
  '日期',
  '日付',
  '날짜',
  'datum',
  'fecha',
  'дата',
  'created',
  'datecreated',
];

/** What the front matter says about the episode as a whole. */
export function aboutEpisode(data: Data, report: Reporter): Pick<Edition, 'date' | 'speakers' | 'duration'> {
  const length = fieldOf(data, LENGTH);
  const duration = length && readLength(length.value);
  if (length && duration === null) report.key(durationUnreadable(length.value), length.key);
  const dates = DATE.map((key) => readDay(fieldOf(data, [key])?.value));
  return {
    date: dates.find((each) => each !== null) ?? null,
    speakers: speakersIn(data),
    duration,
  };
}

/** Names of languages that `Intl.DisplayNames` does not give. */
const OTHER_NAMES: Readonly<Record<string, LanguageTag>> = {
  chinese: 'zh-Hans',
  中文: 'zh-Hans',
  汉语: 'zh-Hans',
  简体中文: 'zh-Hans',
  繁體中文: 'zh-Hant',
  繁体中文: 'zh-Hant',
  farsi: 'fa',
  tagalog: 'tl',
  'bahasa indonesia': 'id',
  'bahasa melayu': 'ms',
};
let names: ReadonlyMap<string, LanguageTag> | undefined;

/** Language tags by English name and by the language's own name, in lower case. */
function languageNames(): ReadonlyMap<string, LanguageTag> {
  const english = new Intl.DisplayNames('en', { type: 'language' });
  const own = (tag: LanguageTag) => new Intl.DisplayNames(tag, { type: 'language' }).of(tag);
  const named = knownLanguages().flatMap((tag) => [english.of(tag), own(tag)].map((name) => [name, tag] as const));
  return new Map([
    ...named.map(([name = '', tag]) => [name.toLowerCase(), tag] as const),
    ...Object.entries(OTHER_NAMES),
  ]);
}

/** The language named under `language` or `locale`, as a tag or by name (`English`, `de_DE`); `null` when there is none. */
function namedLanguage(data: Data): LanguageTag | null {
  const value = fieldOf(data, ['language', 'locale'])?.value;
  const name = typeof value === 'string' ? value.trim() : '';
  names ??= languageNames();
  const tag = names.get(name.toLowerCase());
  if (tag !== undefined) return tag;
  return /^[a-z]{2,3}(?:[-_][a-z\d]{2,4}){0,2}$/i.test(name) ? (canonical(name.replaceAll('_', '-')) ?? null) : null;
}

function canonical(tag: string): LanguageTag | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/** For a shorter text in plain Latin letters, a key that names a language is more reliable than detection. */
const FEWEST_WORDS = 40;

/** At most {@link FEWEST_WORDS} words, however long the text is. */
function firstWords(text: string): string[] {
  const words: string[] = [];
  for (const [word] of text.matchAll(/\p{L}+/gu)) {
    words.push(word);
    if (words.length === FEWEST_WORDS) break;
  }
  return words;
}

/**
 * The language the note names (`lang`), else the one its text is written in. For a few words in plain letters, `language` or
 * `locale` comes before detection.
 *
 * @param text The sections' text.
 * @param about Title, summary and headings, used when the sections say too little.
 */
export function languageOf(data: Data, text: string, about: string, report: Reporter): LanguageTag {
  const { lang } = data;
  if (typeof lang === 'string' && lang.trim() !== '') {
    const tag = canonical(lang.trim());
    if (tag !== undefined) return tag;
    report.key(languageUnknown(lang), 'lang');
  }
  const said = text.trim() === '' ? about : text;
  const words = firstWords(said);
  const isShort = words.length < FEWEST_WORDS && words.every((word) => /^[a-z]+$/i.test(word));
  if (!isShort) {
    const detected = detectLanguage(said);
    if (detected !== 'und') return detected;
  }
  return namedLanguage(data) ?? detectLanguage(`${about}\n${text}`);
}
