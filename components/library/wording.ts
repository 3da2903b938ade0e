import { i18n } from '#i18n';
import { hasNotes, type ImportCounts, type ImportEnd, type ImportOutcome } from '../../core/library/import.ts';
import type { LanguageTag } from '../../core/note/episode.ts';

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

const OUTCOME = {
  ...BECAME,
  all: 'all',
  problems: 'problems',
} as const satisfies Record<ImportOutcome | 'all' | 'problems', string>;

export const outcomeText = (outcome: ImportOutcome | 'all' | 'problems') =>
  i18n.t(`library.outcome.${OUTCOME[outcome]}`);

/** Why a file was left out or is doubtful as a whole; problems within a note have their own message only. */
const FAULT = {
  'source-missing': 'sourceMissing',
  'source-foreign': 'sourceForeign',
  'source-video-id': 'sourceVideoId',
  'front-matter': 'frontMatter',
  limit: 'limit',
  'file-gone': 'fileGone',
  'file-too-large': 'fileTooLarge',
  'unsafe-path': 'unsafePath',
  encrypted: 'encrypted',
  'damaged-archive': 'damagedArchive',
  'unreadable-archive': 'unreadableArchive',
  'archive-bomb': 'archiveBomb',
  'unreadable-file': 'unreadableFile',
  binary: 'binary',
  'unknown-encoding': 'unknownEncoding',
  'compiler-stopped': 'compilerStopped',
  'same-video': 'sameVideo',
  'nested-archive': 'nestedArchive',
} as const;

/** The browser takes its time for a message, and a report of thousands of files is searched at every key. */
const faults = new Map<string, string>();

/** A rule's name in the viewer's language; `null` for the rules of a note's inside. */
export function faultText(rule: string): string | null {
  if (!(rule in FAULT)) return null;
  const text = faults.get(rule) ?? i18n.t(`library.fault.${FAULT[rule as keyof typeof FAULT]}`);
  faults.set(rule, text);
  return text;
}

const megabytes = new Intl.NumberFormat(undefined, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });
const kilobytes = new Intl.NumberFormat(undefined, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 });
const minutes = new Intl.NumberFormat(undefined, { style: 'unit', unit: 'minute', unitDisplay: 'long' });
const seconds = new Intl.NumberFormat(undefined, { style: 'unit', unit: 'second', unitDisplay: 'long' });
const whole = new Intl.NumberFormat();
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const percent = new Intl.NumberFormat(undefined, { style: 'percent' });

export const sizeText = (bytes: number) =>
  bytes < 1_000_000 ? kilobytes.format(Math.ceil(bytes / 1000)) : megabytes.format(bytes / 1_000_000);
export const numberText = (value: number) => whole.format(value);
export const dayText = (milliseconds: number) => day.format(milliseconds);
export const shareText = (share: number) => percent.format(share);

/** A guess needs no more than one unit. */
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
export const sourceText = (source: string) =>
  source === 'files' ? i18n.t('library.singleFiles') : source.slice(source.indexOf(':') + 1);
