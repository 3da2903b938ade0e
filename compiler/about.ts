import type { Edition, LanguageTag } from '../core/note/episode.ts';
import type { FrontMatter } from './front-matter.ts';
import { namesIn } from './glossary.ts';
import { detectLanguage } from './language.ts';
import type { Reporter } from './reporter.ts';
import { toRich } from './rich.ts';
import { durationUnreadable } from './rules/duration-unreadable.ts';
import { languageUnknown } from './rules/language-unknown.ts';
import { readSeconds } from './timestamps.ts';
import { parseBody } from './tree.ts';

type Data = FrontMatter['data'];

/** What the front matter says of the episode as a whole; `title` may be empty. */
export function aboutEpisode(
  data: Data,
  report: Reporter,
): Pick<Edition, 'title' | 'summary' | 'date' | 'speakers' | 'duration'> {
  const duration = readSeconds(data.duration);
  if (duration === null && (data.duration ?? '') !== '') report.key(durationUnreadable(data.duration), 'duration');
  return {
    title: typeof data.title === 'string' || typeof data.title === 'number' ? String(data.title).trim() : '',
    summary: typeof data.summary === 'string' ? summaryOf(data.summary, report) : [],
    date: /^\d{4}-\d{2}-\d{2}/.exec(String(data.date ?? ''))?.[0] ?? null,
    speakers: [...new Set([...namesIn(data.speaker ?? data.author), ...namesIn(data.guest)])],
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
