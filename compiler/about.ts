import type { Edition, LanguageTag } from '../core/note/episode.ts';
import { readDay, readLength } from './dates.ts';
import { fieldOf } from './fields.ts';
import type { FrontMatter } from './front-matter.ts';
import { detectLanguage } from './language.ts';
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
/** When it was published; when the note was made comes last. */
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

/** What the front matter says of the episode as a whole. */
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

/** Languages by the names authors give them. */
const NAMES: Readonly<Record<string, LanguageTag>> = {
  english: 'en',
  chinese: 'zh-Hans',
  中文: 'zh-Hans',
  简体中文: 'zh-Hans',
  汉语: 'zh-Hans',
  繁體中文: 'zh-Hant',
  繁体中文: 'zh-Hant',
  japanese: 'ja',
  日本語: 'ja',
  korean: 'ko',
  한국어: 'ko',
  german: 'de',
  deutsch: 'de',
  french: 'fr',
  français: 'fr',
  spanish: 'es',
  español: 'es',
  italian: 'it',
  italiano: 'it',
  portuguese: 'pt',
  português: 'pt',
  russian: 'ru',
  русский: 'ru',
};
/** A shorter text in plain Latin letters could be in any of a dozen languages; letters such as ü say more. */
const FEWEST_WORDS = 40;

/** The language a note names in any way: `lang`, `language: English`, `locale: de_DE`; `null` when it names none. */
function namedLanguage(data: Data): LanguageTag | null {
  const value = fieldOf(data, ['language', 'locale'])?.value;
  const name = typeof value === 'string' ? value.trim() : '';
  if (Object.hasOwn(NAMES, name.toLowerCase())) return NAMES[name.toLowerCase()] ?? null;
  return /^[a-z]{2,3}(?:[-_][a-z\d]{2,4}){0,2}$/i.test(name) ? (canonical(name.replaceAll('_', '-')) ?? null) : null;
}

function canonical(tag: string): LanguageTag | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

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
 * The language the note names (`lang`), else the one its text is written in. Of a few words in Latin letters that cannot
 * be told: then it is the one any other key names, or English.
 */
export function languageOf(data: Data, text: string, report: Reporter): LanguageTag {
  const { lang } = data;
  if (typeof lang === 'string' && lang.trim() !== '') {
    const tag = canonical(lang.trim());
    if (tag !== undefined) return tag;
    report.key(languageUnknown(lang), 'lang');
  }
  const words = firstWords(text);
  const short = words.length < FEWEST_WORDS && words.every((word) => /^[a-z]+$/i.test(word));
  if (short) return namedLanguage(data) ?? (words.length > 0 ? 'en' : 'und');
  const detected = detectLanguage(text);
  return detected === 'und' ? (namedLanguage(data) ?? detected) : detected;
}
