import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { readVideoAddress } from '../../core/video/video-address.ts';

export const usage = `notes new YOUTUBE-URL [--lang TAG] [--dir FOLDER]

Writes the skeleton of a note, content/<videoId>.<lang>.md, ready to be filled in. Never overwrites a file.

  --lang TAG    language of the note (default: en)
  --dir FOLDER  where to put it (default: content)`;

const skeleton = (videoId: string, language: string) => `---
title: ''
source: https://www.youtube.com/watch?v=${videoId}
date: ''
duration: ''
lang: ${language}
speaker: []
people: []
companies_orgs: []
products_models: []
summary: ''
timestamps:
  first-subject: '0:00:00'
---

### First subject {#first-subject}

What is asked, what is answered. A term is explained where it first occurs: **term** (another name: what it means).
`;

/** Runs `notes new`. Returns the exit code: 0, or 2 when nothing could be written. */
export async function run(args: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { lang: { type: 'string', default: 'en' }, dir: { type: 'string', default: 'content' } },
      allowPositionals: true,
    });
    const [address = ''] = positionals;
    const found = readVideoAddress(address);
    if (found.kind !== 'video') throw new Error(`"${address}" is no address of a YouTube video`);
    const [language] = Intl.getCanonicalLocales(values.lang);
    const file = join(values.dir, `${found.videoId}.${language}.md`);
    if (existsSync(file)) throw new Error(`${file} is there already; nothing was changed`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, skeleton(found.videoId, language ?? 'en'));
    console.log(`Wrote ${file}. Fill it in, then run: npm run notes -- check ${file}`);
    return 0;
  } catch (error) {
    console.error(`notes new: ${error instanceof Error ? error.message : error}`);
    return 2;
  }
}
