import type { Edition, LanguageTag } from '../core/note/episode.ts';
import { readDay, readLength } from './dates.ts';
import { fieldOf } from './fields.ts';
import type { FrontMatter } from './front-matter.ts';
import { detectLanguage } from './language.ts';
import { speakersIn } from './people.ts';
import type { Reporter } from './reporter.ts';
import { toRich } from './rich.ts';
import { durationUnreadable } from './rules/duration-unreadable.ts';
import { languageUnknown } from './rules/language-unknown.ts';
import { parseBody } from './tree.ts';

type Data = FrontMatter['data'];

const LENGTH = ['duration', 'videolength', 'videoduration', 'length', 'runtime'];
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
  'created',
  'datecreated',
];

/** What the front matter says of the episode as a whole; `title` may be empty. */
export function aboutEpisode(
  data: Data,
  report: Reporter,
): Pick<Edition, 'title' | 'summary' | 'date' | 'speakers' | 'duration'> {
  const length = fieldOf(data, LENGTH);
  const duration = length && readLength(length.value);
  if (length && duration === null) report.key(durationUnreadable(length.value), length.key);
  const title = fieldOf(data, ['title'])?.value;
  const dates = DATE.map((key) => readDay(fieldOf(data, [key])?.value));
  return {
    title: typeof title === 'string' || typeof title === 'number' ? String(title).trim() : '',
    summary: typeof data.summary === 'string' ? summaryOf(data.summary, report) : [],
    date: dates.find((each) => each !== null) ?? null,
    speakers: speakersIn(data),
    duration,
  };
}

function summaryOf(summary: string, report: Reporter) {
  return parseBody(summary).children.flatMap((node) =>
    toRich(node, { ...report, node: ({ ...finding }) => report.key(finding, 'summary') }),
  );
}

/** The language the note names (`lang`), else the one its text is written in. */
export function languageOf({ lang }: Data, text: string, report: Reporter): LanguageTag {
  if (typeof lang === 'string' && lang.trim() !== '') {
    try {
      return Intl.getCanonicalLocales(lang.trim())[0] ?? detectLanguage(text);
    } catch {
      report.key(languageUnknown(lang), 'lang');
    }
  }
  return detectLanguage(text);
}
