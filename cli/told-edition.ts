import type { Edition } from '../core/note/episode.ts';
import { sectionText, summaryText } from '../core/note/section-text.ts';

/**
 * An edition for `notes compile --json`: all the text, without formatting.
 *
 * @param files The files it was compiled from.
 */
export function toldEdition(edition: Edition, files: readonly string[]) {
  const { timestamps, transcript, language, title, summary, date, speakers, sections, glossary } = edition;
  return {
    files,
    language,
    title,
    summary: summaryText(summary),
    date,
    speakers,
    sections: sections.map((section) => ({
      id: section.id,
      title: section.title,
      level: section.level,
      start: timestamps[section.id] ?? null,
      text: sectionText(section),
    })),
    glossary: glossary.map(({ term, aliases, definition, kind, explainedIn, mentionedIn }) => ({
      term,
      aliases,
      definition,
      kind,
      explainedIn,
      mentionedIn,
    })),
    ...(transcript ? { cues: transcript.cues.map(({ start }) => start) } : {}),
  };
}
