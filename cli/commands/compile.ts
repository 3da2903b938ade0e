import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { compileLibrary } from '../../compiler/library.ts';
import type { Edition } from '../../core/note/episode.ts';
import { sectionText, summaryText } from '../../core/note/section-text.ts';
import { notePaths } from '../note-paths.ts';

export const usage = `notes compile PATH… [--json]

Compiles notes (files or folders of .md, .markdown, .txt) to episodes.

  --json  print {"episodes": […], "problems": […]} and nothing else`;

/** Runs `notes compile`. Returns the exit code: 0, 1 when a note has an error, 2 when the call makes no sense. */
export async function run(args: readonly string[]): Promise<number> {
  let json: boolean;
  let paths: string[];
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    if (positionals.length === 0) throw new Error('name a note or a folder of notes');
    json = values.json;
    paths = await notePaths(positionals);
  } catch (error) {
    console.error(`notes compile: ${error instanceof Error ? error.message : error}`);
    return 2;
  }
  const notes = await Promise.all(paths.map(async (file) => ({ file, text: await readFile(file, 'utf8') })));
  const { episodes, problems } = compileLibrary(notes);
  if (json) {
    const told = episodes.map(({ videoId, editions }) => ({
      videoId,
      languages: editions.map(({ language }) => language),
      editions: editions.map(asJson),
    }));
    // Written in one piece and waited for: a pipe takes only so much at a time.
    const text = JSON.stringify({ episodes: told, problems });
    await new Promise<void>((resolve) => process.stdout.write(`${text}\n`, () => resolve()));
  } else {
    for (const { videoId, editions } of episodes) {
      for (const { language, title, sections, glossary } of editions) {
        console.log(`${videoId} ${language} ${sections.length} sections ${glossary.length} terms ${title}`);
      }
    }
    for (const { file, line, column, severity, rule, message } of problems) {
      console.error(`${file}:${line}:${column} ${severity} ${rule} ${message}`);
    }
  }
  return problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function asJson(edition: Edition) {
  return {
    language: edition.language,
    title: edition.title,
    summary: summaryText(edition.summary),
    date: edition.date,
    speakers: edition.speakers,
    sections: edition.sections.map((section) => ({
      id: section.id,
      title: section.title,
      level: section.level,
      text: sectionText(section),
    })),
    glossary: edition.glossary.map(({ term, aliases, definition, kind, explainedIn, mentionedIn }) => ({
      term,
      aliases,
      definition,
      kind,
      explainedIn,
      mentionedIn,
    })),
  };
}
