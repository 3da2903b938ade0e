import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compileNote } from '../../compiler/compile.ts';
import type { Edition } from '../../core/note/episode.ts';
import { formatClock } from '../../core/time/clock-text.ts';
import { readVideoAddress } from '../../core/video/video-address.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import { UsageError } from '../usage-error.ts';
import { withTimes } from '../write-times.ts';

export const usage = `notes new YOUTUBE-URL [--lang TAG] [--dir FOLDER]

Writes the skeleton of a note, content/<videoId>.<lang>.md, ready to be filled in. Never overwrites a file.
If the folder has a note on the same video in another language, its sections, times and speakers are copied.

  --lang TAG    language of the note, such as en or zh-Hans (default: en)
  --dir FOLDER  where to put it (default: content)`;

/** The instructions in the skeleton, in Chinese for a Chinese note, else in English. */
const WORDS = {
  en: {
    title: 'What the episode is about',
    sections: ['First subject', 'Second subject'],
    text: 'What is asked, who answers what. Explain a term where it first occurs: **term** (other name: what it means).',
  },
  zh: {
    title: '这一期讲什么',
    sections: ['第一个话题', '第二个话题'],
    text: '问了什么，谁怎么答。术语第一次出现时就解释：**术语**（other name: 一两句话说清它的意思）。',
  },
};

function skeleton(videoId: VideoId, language: string, other: Edition | null): string {
  const words = language.startsWith('zh') ? WORDS.zh : WORDS.en;
  const sections = other
    ? other.sections.map(({ id, title, level }) => ({ id, title, level: Math.max(level, 2) }))
    : words.sections.map((title, index) => ({ id: ['first-subject', 'second-subject'][index] ?? '', title, level: 3 }));
  const body = sections.map(({ id, title, level }) => `\n${'#'.repeat(level)} ${title} {#${id}}\n\n${words.text}\n`);
  const note = `---
title: ${words.title}
source: https://www.youtube.com/watch?v=${videoId}
date: '${other?.date ?? ''}' # of publication: YYYY-MM-DD
duration: '${other?.duration ? formatClock(other.duration) : ''}' # the video's length: H:MM:SS
lang: ${language}
speaker: ${JSON.stringify(other?.speakers ?? [])} # who talks: [Ada Example, Ben Example]
people: [] # people mentioned
companies_orgs: []
products_models: []
media_books: []
summary: ''
---
${body.join('')}`;
  return withTimes(note, other?.timestamps ?? { 'first-subject': 0 }, null);
}

/** A note on the same video in the folder; `null` when there is none that can be read. */
async function otherEdition(folder: string, videoId: VideoId): Promise<Edition | null> {
  const names = existsSync(folder) ? (await readdir(folder)).filter((name) => name.startsWith(`${videoId}.`)) : [];
  for (const name of names.sort()) {
    const { edition } = compileNote({ file: name, text: await readFile(join(folder, name), 'utf8') });
    if (edition) return edition;
  }
  return null;
}

function canonical(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en';
  } catch {
    throw new UsageError(`"${language}" is not a language tag: write for example en or zh-Hans`);
  }
}

/** Runs `notes new`. Returns the exit code 0. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { lang: { type: 'string', default: 'en' }, dir: { type: 'string', default: 'content' } },
    allowPositionals: true,
  });
  const [address] = positionals;
  if (!address) throw new UsageError('name the video: notes new https://www.youtube.com/watch?v=…');
  const found = readVideoAddress(address);
  if (found.kind !== 'video') throw new UsageError(`"${address}" is not the address of a YouTube video`);
  const language = canonical(values.lang);
  const file = join(values.dir, `${found.videoId}.${language}.md`);
  if (existsSync(file)) throw new UsageError(`${file} already exists; nothing was changed`);
  const other = await otherEdition(values.dir, found.videoId);
  await mkdir(values.dir, { recursive: true });
  await writeFile(file, skeleton(found.videoId, language, other));
  if (other) console.log(`Copied ${other.sections.length} sections and their times from the ${other.language} note.`);
  console.log(`Wrote ${file}. Fill it in, then run: npm run --silent notes -- check ${file}`);
  return 0;
}
