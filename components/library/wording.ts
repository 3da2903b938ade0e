import { i18n } from '#i18n';
import { hasNotes, type ImportCounts, type ImportEnd, type ImportOutcome } from '../../core/library/import.ts';
import { WRITTEN } from '../../core/library/written-note.ts';
import type { LanguageTag } from '../../core/note/episode.ts';
import type { Problem } from '../../core/note/problem.ts';
import {
  camelCase,
  fillAsText,
  fillTemplate,
  messageKey,
  readTemplate,
  type SentencePart,
  type SentenceTemplate,
} from '../../core/note/sentence.ts';
import { numberText } from '../shared/locale.ts';

const END = {
  cancelled: 'cancelled',
  'disk-full': 'diskFull',
  interrupted: 'interrupted',
  'no-access': 'noAccess',
  'library-newer': 'libraryNewer',
  'library-refused': 'libraryRefused',
} as const satisfies Record<EarlyEnd, string>;

type EarlyEnd = Exclude<ImportEnd, 'complete'>;

/** Why an import ended before its end. */
export const endText = (end: EarlyEnd, lastFile: string | null) => i18n.t(`library.end.${END[end]}`, [lastFile ?? '–']);

const BECAME = {
  added: 'added',
  replaced: 'replaced',
  unchanged: 'unchanged',
  'left-out': 'leftOut',
  'no-video': 'noVideo',
  'no-note': 'noNote',
} as const satisfies Record<ImportOutcome, string>;
const OUTCOMES = Object.keys(BECAME) as ImportOutcome[];

/** What an import has done that came to its end: `Done. 3 added, 1 left out.` */
export function completeText(counts: ImportCounts): string {
  const parts = OUTCOMES.filter((outcome) => counts[outcome] > 0).map((outcome) =>
    i18n.t(`library.became.${BECAME[outcome]}`, counts[outcome], [numberText(counts[outcome])]),
  );
  if (parts.length === 0) return i18n.t('library.end.nothing');
  return i18n.t(hasNotes(counts) ? 'library.end.complete' : 'library.end.nothingAdded', [
    parts.join(i18n.t('library.became.and')),
  ]);
}

/** What the notes of an import bring: `12 notes, 9 with times, 3 transcripts`. */
export function broughtText({ notes, times, transcripts }: ImportCounts): string {
  const parts = [
    i18n.t('library.count', notes, [numberText(notes)]),
    ...(times > 0 ? [i18n.t('library.brought.times', times, [numberText(times)])] : []),
    ...(transcripts > 0 ? [i18n.t('library.brought.transcripts', transcripts, [numberText(transcripts)])] : []),
  ];
  return parts.join(i18n.t('library.became.and'));
}

const OUTCOME = {
  ...BECAME,
  all: 'all',
  problems: 'problems',
} as const satisfies Record<ImportOutcome | 'all' | 'problems', string>;

export const outcomeText = (outcome: ImportOutcome | 'all' | 'problems') =>
  i18n.t(`library.outcome.${OUTCOME[outcome]}`);

/** A message whose key is put together. tests/locales.test.ts checks that every rule has its messages. */
const messageOf = i18n.t as (key: string) => string;

/** Cached: looking up a message is slow, and a report of thousands of files is searched at every key. */
const faults = new Map<string, string>();

/** Why a note was left out, in two or three words; `null` for a warning, whose sentence says it all. */
export function faultText({ severity, rule }: Problem): string | null {
  if (severity === 'warning') return null;
  const text = faults.get(rule) ?? messageOf(`library.fault.${camelCase(rule)}`);
  faults.set(rule, text);
  return text;
}

const templates = new Map<string, SentenceTemplate>();

function templateOf(sentence: string): SentenceTemplate {
  const template = templates.get(sentence) ?? readTemplate(messageOf(messageKey(sentence)));
  templates.set(sentence, template);
  return template;
}

/** What is wrong and how to mend it, in the viewer's language. */
export const problemParts = ({ sentence, values }: Problem): readonly SentencePart[] =>
  fillTemplate(templateOf(sentence), values, numberText);

/** The same as plain text. */
export const problemText = ({ sentence, values }: Problem): string =>
  fillAsText(templateOf(sentence), values, numberText);

/**
 * Where an import broke off. Not by a plural message: wxt looks for its forms after the values are in, and a file may be
 * called `one | other.md`.
 *
 * @param lastFile `null` when it broke off before the first file.
 */
export function unfinishedText(name: string, files: number, lastFile: string | null): string {
  if (lastFile === null) return i18n.t('library.unfinishedStart', [name]);
  if (files === 1) return i18n.t('library.unfinishedOne', [name, lastFile]);
  return i18n.t('library.unfinishedMany', [name, numberText(files), lastFile]);
}

const megabytes = new Intl.NumberFormat(undefined, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });
const kilobytes = new Intl.NumberFormat(undefined, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 });
const minutes = new Intl.NumberFormat(undefined, { style: 'unit', unit: 'minute', unitDisplay: 'long' });
const seconds = new Intl.NumberFormat(undefined, { style: 'unit', unit: 'second', unitDisplay: 'long' });
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const percent = new Intl.NumberFormat(undefined, { style: 'percent' });

export const sizeText = (bytes: number) =>
  bytes < 1_000_000 ? kilobytes.format(Math.ceil(bytes / 1000)) : megabytes.format(bytes / 1_000_000);
export const dayOf = (milliseconds: number) => day.format(milliseconds);
export const shareText = (share: number) => percent.format(share);

/** An estimate needs only one unit. */
export const durationText = (milliseconds: number) =>
  milliseconds < 90_000
    ? seconds.format(Math.max(1, Math.round(milliseconds / 1000)))
    : minutes.format(Math.round(milliseconds / 60_000));

const languages = new Intl.DisplayNames(undefined, { type: 'language' });

export function languageText(tag: LanguageTag): string {
  try {
    return languages.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** `folder:notes` and the like, for people. */
export function sourceText(source: string): string {
  if (source === 'files') return i18n.t('library.singleFiles');
  return source === WRITTEN ? i18n.t('library.writtenHere') : source.slice(source.indexOf(':') + 1);
}
