import type { Edition } from '../core/note/episode.ts';
import { sectionText, summaryText } from '../core/note/section-text.ts';

/** An edition as `notes compile --json` tells it: all the words, no formatting. */
export function toldEdition(edition: Edition) {
  const { language, title, summary, date, speakers, sections, glossary } = edition;
  return {
    language,
    title,
    summary: summaryText(summary),
    date,
    speakers,
    sections: sections.map((section) => ({
      id: section.id,
      title: section.title,
      level: section.level,
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
  };
}
