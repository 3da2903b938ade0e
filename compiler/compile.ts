import type { Edition } from '../core/note/episode.ts';
import type { Problem } from '../core/note/problem.ts';
import { blockText } from '../core/note/section-text.ts';
import { plainText } from '../core/text/plain-text.ts';
import type { VideoId } from '../core/video/video-id.ts';
import { aboutEpisode, languageOf } from './about.ts';
import { piecesOf } from './body.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { createGlossary, namesIn } from './glossary.ts';
import { detectLanguage } from './language.ts';
import type { NoteFile } from './note-file.ts';
import { readableText } from './readable-text.ts';
import { createReporter, lineOfKey, type Reporter } from './reporter.ts';
import { limitExceeded } from './rules/limit.ts';
import { LONGEST_TITLE, titleShortened } from './rules/text-shortened.ts';
import { scriptFormsOf } from './script-forms.ts';
import { makeSections } from './sections.ts';
import { readSource } from './source.ts';
import { readTimestamps } from './timestamps.ts';
import { parseBody } from './tree.ts';

/** One note compiled. `edition` and `videoId` are `null` exactly when `problems` holds an error. */
export type CompiledNote = {
  readonly problems: readonly Problem[];
  /** The line (1-based) that names the video; 1 when none does. */
  readonly sourceLine: number;
} & ({ readonly videoId: VideoId; readonly edition: Edition } | { readonly videoId: null; readonly edition: null });

/** Compiles one note. Never throws: whatever is wrong with the text is a problem. */
export function compileNote({ file, text }: NoteFile): CompiledNote {
  const report = createReporter(file, text);
  const clean = readableText(text, report);
  const limit = limitExceeded(clean);
  if (limit) report.place(limit.finding, limit.line);
  const front = limit ? null : readFrontMatter(clean, report);
  const videoId = front && readSource(front.data, report);
  const about = { problems: report.problems, sourceLine: lineOfKey(clean, 'source') };
  return front && videoId
    ? { ...about, videoId, edition: compileEdition(front, report) }
    : { ...about, videoId: null, edition: null };
}

/** Front matter and body → tree → sections, glosses marked → glossary → checks → edition. */
function compileEdition({ data, body, bodyLine }: FrontMatter, report: Reporter): Edition {
  const about = aboutEpisode(data, report);
  if (about.title.length > LONGEST_TITLE) report.key(titleShortened(about.title.length), 'title');
  const glossary = createGlossary(data);
  report.startBody(bodyLine);
  const pieces = piecesOf(parseBody(body), report);
  const sections = makeSections(pieces, glossary, [...about.speakers, ...namesIn(data.people)], report);

  const texts = sections.map(({ id, blocks }) => ({ id, text: blocks.map((block) => blockText(block)).join('\n\n') }));
  const words = texts.map(({ text }) => text).join('\n');
  const language = languageOf(data, words.trim() || `${about.title} ${data.summary ?? ''}`, report);
  const entries = glossary.finish(texts, report);
  const names = entries.flatMap(({ term, aliases, definition }) => [term, ...aliases, definition]);
  const titles = sections.map(({ title }) => title);
  const scriptForms = language.startsWith('zh') ? scriptFormsOf([...names, words, ...titles]) : [];
  const originals = sections.flatMap(({ blocks }) => blocks.flatMap(({ original }) => original ?? []));
  const ids = sections.map(({ id }) => id);
  return {
    language,
    ...(originals.length > 0 ? { originalLanguage: detectLanguage(plainText(originals)) } : {}),
    ...about,
    title: about.title.slice(0, LONGEST_TITLE) || sections[0].title,
    sections,
    glossary: entries,
    ...(scriptForms.length > 0 ? { scriptForms } : {}),
    timestamps: readTimestamps(data.timestamps, ids, about.duration, report),
  };
}
