import type { Edition } from '../core/note/episode.ts';
import type { Problem } from '../core/note/problem.ts';
import { blockText } from '../core/note/section-text.ts';
import { fingerprint } from '../core/text/fingerprint.ts';
import { plainText } from '../core/text/plain-text.ts';
import type { VideoId } from '../core/video/video-id.ts';
import { aboutEpisode, languageOf } from './about.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { chaptersIn } from './front-matter-times.ts';
import { createGlossary } from './glossary.ts';
import { detectLanguage, languageOfCues } from './language.ts';
import { readNotation } from './notation.ts';
import type { NoteFile } from './note-file.ts';
import { namesIn } from './people.ts';
import { readBody, type Taken } from './read-body.ts';
import { readableText } from './readable-text.ts';
import { createReporter, lineOfKey, type Reporter } from './reporter.ts';
import { embedDropped } from './rules/embed-dropped.ts';
import { imageDropped } from './rules/image-dropped.ts';
import { limitExceeded } from './rules/limit.ts';
import { LONGEST_TITLE, titleShortened } from './rules/text-shortened.ts';
import { scriptFormsOf } from './script-forms.ts';
import { makeSections } from './sections.ts';
import { readSource } from './source.ts';
import { readTimestamps } from './timestamps.ts';

/** One note compiled. `edition` and `videoId` are `null` exactly when `problems` holds an error. */
export type CompiledNote = {
  readonly problems: readonly Problem[];
  /** The line (1-based) that names the video; 1 when none does. */
  readonly sourceLine: number;
  /** Equal for files with the same text, whatever their names. */
  readonly fingerprint: string;
  /** Whether the file is not about a video at all: it names none, or cannot be read and does not mention YouTube. */
  readonly noVideo: boolean;
} & (
  | { readonly videoId: VideoId; readonly edition: Edition; readonly taken: TakenFrom }
  | { readonly videoId: null; readonly edition: null; readonly taken: null }
);

/** Where everything in a note was found, for its author. */
export type TakenFrom = Taken & { readonly video: string };

/** The rules that report a note without a video of YouTube. */
const NO_VIDEO = new Set(['source-missing', 'source-foreign']);

/** Compiles one note. Never throws: anything wrong with the text is reported as a problem. */
export function compileNote({ file, text }: NoteFile): CompiledNote {
  const report = createReporter(file, text);
  const clean = readableText(text, report);
  const limit = limitExceeded(clean);
  if (limit) report.place(limit.finding, limit.line);
  const front = limit ? null : readFrontMatter(clean, report);
  const source = front && readSource(front, file, report);
  const about = { problems: report.problems, fingerprint: fingerprint(clean.trim()), noVideo: false };
  if (!front || !source) {
    const noVideo = front ? report.problems.some(({ rule }) => NO_VIDEO.has(rule)) : !/youtu/i.test(clean);
    return { ...about, noVideo, sourceLine: 1, videoId: null, edition: null, taken: null };
  }
  const { videoId, key, line, from } = source;
  const sourceLine = key === null ? line + front.bodyLine - 1 : lineOfKey(clean, key);
  const { edition, taken } = compileEdition(front, file, videoId, report);
  return { ...about, sourceLine, videoId, edition, taken: { video: key === null ? from : `${key}:`, ...taken } };
}

/** Front matter and body → tree → parts → sections, glosses marked → glossary → checks → edition. */
function compileEdition(
  front: FrontMatter,
  file: string,
  videoId: VideoId,
  report: Reporter,
): { readonly edition: Edition; readonly taken: Taken } {
  report.startBody(front.bodyLine);
  const notation = readNotation(front.body);
  for (const { what, picture, line } of notation.dropped) {
    report.node(picture ? imageDropped() : embedDropped(what), { position: { start: { line, column: 1 } } });
  }
  const data = { ...notation.properties, ...front.data };
  const about = aboutEpisode(data, report);
  const glossary = createGlossary(data);
  const parts = readBody({ data, body: notation.body }, file, videoId, report);
  const { title, summary, pieces, cues, tags, taken } = parts;
  if (title.length > LONGEST_TITLE) report.key(titleShortened(title.length), 'title');
  const named = [...about.speakers, ...namesIn(data.people)];
  const { sections, starts } = makeSections(pieces, glossary, named, about.duration, report);

  const texts = sections.map(({ id, blocks }) => ({ id, text: blocks.map((block) => blockText(block)).join('\n\n') }));
  const words = texts.map(({ text }) => text).join('\n');
  const titles = sections.map(({ title }) => title);
  const language = languageOf(data, words, [title, plainText(summary), ...titles].join('\n'), report);
  const entries = glossary.finish(texts, report);
  const names = entries.flatMap(({ term, aliases, definition }) => [term, ...aliases, definition]);
  const scriptForms = language.startsWith('zh') ? scriptFormsOf([...names, words, ...titles]) : [];
  const originals = sections.flatMap(({ blocks }) => blocks.flatMap(({ original }) => original ?? []));
  const ids = sections.map(({ id }) => id);
  const authored = chaptersIn(data).length > 0 ? {} : readTimestamps(data.timestamps, ids, about.duration, report);
  const edition: Edition = {
    language,
    ...(originals.length > 0 ? { originalLanguage: detectLanguage(plainText(originals)) } : {}),
    title: title.slice(0, LONGEST_TITLE) || sections[0].title,
    summary,
    ...about,
    sections,
    glossary: entries,
    ...(scriptForms.length > 0 ? { scriptForms } : {}),
    timestamps: { ...starts, ...authored },
    ...(tags.length > 0 ? { tags } : {}),
    ...(cues.length > 0 ? { transcript: { language: languageOfCues(cues), cues } } : {}),
  };
  return { edition, taken };
}
