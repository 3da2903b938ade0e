import Slugger from 'github-slugger';
import type { Edition, EntryKind, Episode, GlossaryEntry, Section } from '../core/note/episode.ts';
import type { Problem } from '../core/note/problem.ts';
import type { RichElement } from '../core/note/rich-text.ts';
import { plainText } from '../core/text/plain-text.ts';
import { parseClock } from '../core/time/clock-text.ts';
import { toVideoId, type VideoId } from '../core/video/video-id.ts';
import { FrontMatterError, readFrontMatter } from './front-matter.ts';
import { type Gloss, markGlosses } from './gloss.ts';
import { toRich } from './rich.ts';
import { parseBody } from './tree.ts';

/** A note as it was read: its path (for messages only) and its text. */
export interface NoteFile {
  readonly file: string;
  readonly text: string;
}

/** One note compiled. `edition` and `videoId` are `null` exactly when `problems` holds an error. */
export type CompiledNote =
  | { readonly videoId: VideoId; readonly edition: Edition; readonly problems: readonly Problem[] }
  | { readonly videoId: null; readonly edition: null; readonly problems: readonly Problem[] };

/** The episodes of a set of notes, sorted by video id, and everything their authors should know. */
export interface CompiledLibrary {
  readonly episodes: readonly Episode[];
  readonly problems: readonly Problem[];
}

const strings = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter(
    (item): item is string => typeof item === 'string' && item.trim() !== '',
  );

const KINDS: readonly (readonly [string, EntryKind])[] = [
  ['people', 'person'],
  ['companies_orgs', 'organisation'],
  ['products_models', 'product'],
  ['media_books', 'book'],
];

/** Compiles one note. Never throws: whatever is wrong with the text is a problem. */
export function compileNote({ file, text }: NoteFile): CompiledNote {
  const fail = (message: string, line = 1, column = 1, rule = 'front-matter'): CompiledNote => ({
    videoId: null,
    edition: null,
    problems: [{ file, line, column, severity: 'error', rule, message }],
  });
  try {
    const { data, body } = readFrontMatter(text);
    const source = typeof data.source === 'string' ? data.source : '';
    const videoId = toVideoId(/(?:v=|youtu\.be\/|live\/|shorts\/|embed\/)([\w-]{11})(?![\w-])/.exec(source)?.[1] ?? '');
    if (!videoId) return fail(`\`source\` names no YouTube video: "${source}"`, 1, 1, 'source');
    return { videoId, edition: compileEdition(data, body), problems: [] };
  } catch (error) {
    if (error instanceof FrontMatterError) return fail(error.message, error.line, error.column);
    throw error;
  }
}

function compileEdition(data: Readonly<Record<string, unknown>>, body: string): Edition {
  const slugger = new Slugger();
  const glosses = new Map<string, Gloss & { section: string }>();
  const sections: { id: string; title: string; level: Section['level']; blocks: { content: RichElement }[] }[] = [];
  for (const node of parseBody(body).children) {
    if (node.type === 'heading') {
      const raw = plainText(toRich({ type: 'paragraph', children: node.children }));
      const [, title = raw, id] = /^(.*?)\s*(?:\{#([\w-]+)\})?\s*$/s.exec(raw) ?? [];
      sections.push({ id: id ?? slugger.slug(title), title, level: node.depth, blocks: [] });
      continue;
    }
    if (sections.length === 0) sections.push({ id: slugger.slug('start'), title: '', level: 0, blocks: [] });
    const section = sections.at(-1);
    for (const element of toRich(node)) {
      const content = markGlosses(element, (gloss) => {
        const id = (gloss.names[0] ?? '').toLowerCase().replaceAll(/\s+/g, '-');
        if (!glosses.has(id)) glosses.set(id, { ...gloss, section: section?.id ?? '' });
        return id;
      });
      section?.blocks.push({ content });
    }
  }
  const kindOf = new Map<string, EntryKind>();
  for (const [key, kind] of KINDS) for (const name of strings(data[key])) kindOf.set(name, kind);
  const texts = sections.map(({ id, blocks }) => ({
    id,
    text: blocks.map(({ content }) => plainText([content])).join('\n'),
  }));
  const mentions = (names: readonly string[]) =>
    texts.filter(({ text }) => names.some((name) => text.includes(name))).map(({ id }) => id);
  const glossary: GlossaryEntry[] = [...glosses].map(([id, { names, definition, section }]) => {
    const [term = '', ...aliases] = names;
    return {
      id,
      term,
      aliases,
      definition,
      kind: names.map((name) => kindOf.get(name)).find((kind) => kind !== undefined) ?? 'term',
      explainedIn: section,
      mentionedIn: mentions(names),
    };
  });
  const named = new Set(glossary.flatMap(({ term, aliases }) => [term, ...aliases]));
  for (const [term, kind] of kindOf) {
    if (!named.has(term)) {
      glossary.push({
        id: term,
        term,
        aliases: [],
        definition: '',
        kind,
        explainedIn: null,
        mentionedIn: mentions([term]),
      });
    }
  }
  const [first, ...rest] = sections;
  const timestamps = Object.entries((data.timestamps ?? {}) as Record<string, unknown>).flatMap(([id, value]) => {
    const seconds = parseClock(String(value));
    return seconds === null ? [] : [[id, seconds] as const];
  });
  return {
    language: typeof data.lang === 'string' ? data.lang : 'und',
    title: typeof data.title === 'string' ? data.title : '',
    summary: typeof data.summary === 'string' ? parseBody(data.summary).children.flatMap(toRich) : [],
    date: typeof data.date === 'string' ? data.date : null,
    speakers: strings(data.speaker),
    duration: typeof data.duration === 'string' ? parseClock(data.duration) : null,
    sections: [first ?? { id: 'start', title: '', level: 0, blocks: [] }, ...rest],
    glossary,
    timestamps: Object.fromEntries(timestamps),
  };
}

/**
 * Compiles notes and joins those of one video into one episode. Of two notes for the same video and language the
 * later one is kept.
 */
export function compileLibrary(notes: readonly NoteFile[]): CompiledLibrary {
  const problems: Problem[] = [];
  const byVideo = new Map<VideoId, Map<string, Edition>>();
  for (const note of notes) {
    const compiled = compileNote(note);
    problems.push(...compiled.problems);
    if (compiled.edition === null) continue;
    const editions = byVideo.get(compiled.videoId) ?? new Map<string, Edition>();
    editions.set(compiled.edition.language, compiled.edition);
    byVideo.set(compiled.videoId, editions);
  }
  const episodes = [...byVideo].flatMap(([videoId, editions]): Episode[] => {
    const [first, ...rest] = [...editions.values()];
    return first
      ? [{ videoId, revision: String(JSON.stringify([first, ...rest]).length), editions: [first, ...rest] }]
      : [];
  });
  return { episodes: episodes.sort((a, b) => (a.videoId < b.videoId ? -1 : 1)), problems };
}
