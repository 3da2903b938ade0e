import type { Edition, Episode } from '../core/note/episode.ts';
import type { Problem } from '../core/note/problem.ts';
import { blockText } from '../core/note/section-text.ts';
import { fingerprint } from '../core/text/fingerprint.ts';
import { plainText } from '../core/text/plain-text.ts';
import { readVideoAddress } from '../core/video/video-address.ts';
import type { VideoId } from '../core/video/video-id.ts';
import { piecesOf } from './body.ts';
import { duplicateEdition } from './duplicate-edition.ts';
import { type FrontMatter, FrontMatterError, readFrontMatter } from './front-matter.ts';
import { createGlossary, namesIn } from './glossary.ts';
import { detectLanguage } from './language.ts';
import { exceededLimit } from './limits.ts';
import type { NoteFile } from './note-file.ts';
import { createReporter, lineOfKey, type Reporter } from './reporter.ts';
import { toRich } from './rich.ts';
import { scriptFormsOf } from './script-forms.ts';
import { makeSections } from './sections.ts';
import { readSeconds, readTimestamps } from './timestamps.ts';
import { parseBody } from './tree.ts';

export type { NoteFile } from './note-file.ts';

/** One note compiled. `edition` and `videoId` are `null` exactly when `problems` holds an error. */
export type CompiledNote =
  | { readonly videoId: VideoId; readonly edition: Edition; readonly problems: readonly Problem[] }
  | { readonly videoId: null; readonly edition: null; readonly problems: readonly Problem[] };

/** The episodes of a set of notes, sorted by video id, and everything their authors should know. */
export interface CompiledLibrary {
  readonly episodes: readonly Episode[];
  readonly problems: readonly Problem[];
}

/** Compiles one note. Never throws: whatever is wrong with the text is a problem. */
export function compileNote({ file, text }: NoteFile): CompiledNote {
  const fail = (rule: string, line: number, message: string, column = 1): CompiledNote => ({
    videoId: null,
    edition: null,
    problems: [{ file, line, column, severity: 'error', rule, message }],
  });
  const limit = exceededLimit(text);
  if (limit) return fail('limit', 1, limit);
  // A byte order mark and Windows line ends would only move columns; NUL and lone surrogates cannot be stored.
  const clean = text
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .replaceAll(/\0|\p{Cs}/gu, '\uFFFD');
  let front: FrontMatter;
  try {
    front = readFrontMatter(clean);
  } catch (error) {
    if (error instanceof FrontMatterError) return fail('front-matter', error.line, error.message, error.column);
    throw error;
  }
  const { source } = front.data;
  const line = lineOfKey(clean, 'source');
  if (typeof source !== 'string' || source.trim() === '') {
    return fail('source-missing', line, 'the note names no video: add `source: https://www.youtube.com/watch?v=…`');
  }
  const address = readVideoAddress(source.trim());
  if (address.kind === 'elsewhere') return fail('source-foreign', line, `"${source}" is not a YouTube address`);
  if (address.kind !== 'video') {
    return fail('source-video-id', line, `"${source}" names no video: a watch address holds an id of 11 characters`);
  }
  const report = createReporter(file, clean, front.bodyLine);
  const edition = compileEdition(front, report);
  return { videoId: address.videoId, edition, problems: report.problems };
}

/** Front matter and body → sections → glossary → checks → edition. */
function compileEdition({ data, body }: FrontMatter, report: Reporter): Edition {
  const glossary = createGlossary(data);
  const speakers = [...new Set([...namesIn(data.speaker ?? data.author), ...namesIn(data.guest)])];
  const named = [...speakers, ...namesIn(data.people)];
  const sections = makeSections(piecesOf(parseBody(body), report), glossary, named, report);
  const texts = sections.map(({ id, blocks }) => ({ id, text: blocks.map(blockText).join('\n') }));
  const words =
    texts
      .map(({ text }) => text)
      .join('\n')
      .trim() || `${data.title ?? ''} ${data.summary ?? ''}`;
  const language = languageOf(data.lang, words, report);
  const originals = sections.flatMap(({ blocks }) => blocks.flatMap(({ original }) => original ?? []));
  const duration = readSeconds(data.duration);
  if (duration === null && data.duration !== undefined && data.duration !== null && data.duration !== '') {
    report.warnKey('timestamps', 'duration', `"${data.duration}" is no length: write H:MM:SS or seconds`);
  }
  const entries = glossary.finish(texts);
  const scriptForms = language.startsWith('zh')
    ? scriptFormsOf(entries.flatMap(({ term, aliases, definition }) => [term, ...aliases, definition]))
    : [];
  const summary = typeof data.summary === 'string' ? data.summary : '';
  return {
    language,
    ...(originals.length > 0 ? { originalLanguage: detectLanguage(plainText(originals)) } : {}),
    title:
      typeof data.title === 'string' || typeof data.title === 'number'
        ? String(data.title).trim()
        : (sections[0].title ?? ''),
    summary: parseBody(summary).children.flatMap((node) => toRich(node, report)),
    date: /^\d{4}-\d{2}-\d{2}/.exec(String(data.date ?? ''))?.[0] ?? null,
    speakers,
    duration,
    sections,
    glossary: entries,
    ...(scriptForms.length > 0 ? { scriptForms } : {}),
    timestamps: readTimestamps(
      data.timestamps,
      sections.map(({ id }) => id),
      duration,
      report,
    ),
  };
}

function languageOf(lang: unknown, text: string, report: Reporter): string {
  if (typeof lang === 'string' && lang.trim() !== '') {
    try {
      return Intl.getCanonicalLocales(lang.trim())[0] ?? detectLanguage(text);
    } catch {
      report.warnKey('lang', 'lang', `"${lang}" is no language tag: write for example zh-Hans or en`);
    }
  }
  return detectLanguage(text);
}

/**
 * Compiles notes and joins those of one video into one episode. Of two notes for the same video and language the
 * later one is kept and the clash reported.
 */
export function compileLibrary(notes: readonly NoteFile[]): CompiledLibrary {
  const problems: Problem[] = [];
  const byVideo = new Map<VideoId, Map<string, { edition: Edition; file: string }>>();
  for (const note of notes) {
    const { videoId, edition, problems: own } = compileNote(note);
    problems.push(...own);
    if (edition === null) continue;
    const editions = byVideo.get(videoId) ?? new Map<string, { edition: Edition; file: string }>();
    const earlier = editions.get(edition.language);
    if (earlier) problems.push(duplicateEdition(note, earlier.file, videoId, edition.language));
    editions.set(edition.language, { edition, file: note.file });
    byVideo.set(videoId, editions);
  }
  const episodes = [...byVideo].flatMap(([videoId, kept]): Episode[] => {
    const [first, ...rest] = [...kept.values()].map(({ edition }) => edition);
    if (!first) return [];
    return [{ videoId, revision: fingerprint(JSON.stringify([first, ...rest])), editions: [first, ...rest] }];
  });
  return { episodes: episodes.sort((a, b) => (a.videoId < b.videoId ? -1 : 1)), problems };
}
