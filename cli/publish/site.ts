import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { VideoId } from '../../core/video/video-id.ts';
import { UsageError } from '../usage-error.ts';
import type { CatalogAbout } from './catalog-about.ts';
import { indexPages } from './index-pages.ts';
import { pageFile, pageFiles } from './publish-work.ts';
import type { StoredVideo } from './publisher-state.ts';
import { writeWhole } from './write-whole.ts';

const STYLE = fileURLToPath(new URL('./site.css', import.meta.url));

/** The files of the index, and those of episodes in `v/`, also of runs that were killed. */
const INDEX = /^(?:index(?:-\d+)?\.html|site\.css|site\.js|titles\.js)(?:\.part)?$/;
const PAGE = /^[\w-]{11}(?:-\d+)?\.(?:html|chapters\.json)(?:\.part)?$/;
/** In every index page. */
const SIGN = 'src="titles.js"';

/**
 * Makes sure that the site overwrites no pages but its own. The first run begins with an empty index: if it is killed, the
 * next one knows that the pages are ours.
 * @throws {UsageError} which names a file of somebody else.
 */
export async function claimPages(out: string, about: CatalogAbout): Promise<void> {
  const index = await readFile(join(out, 'index.html'), 'utf8').catch(() => '');
  if (index.includes(SIGN)) return;
  const [foreign] = [
    ...(await namesIn(out)).filter((name) => INDEX.test(name) && !name.endsWith('.part')),
    ...(await namesIn(join(out, 'v'))).filter((name) => PAGE.test(name)).map((name) => `v/${name}`),
  ];
  if (foreign !== undefined)
    throw new UsageError(
      `${join(out, foreign)} is there already, and --site would overwrite it. Choose another folder.`,
    );
  const [first] = indexPages({ title: about.title, language: 'en' }, []);
  if (first) await writeWhole(join(out, first[0]), first[1]);
}

/** Writes pages of episodes. */
export async function writePages(
  out: string,
  pages: readonly (readonly [name: string, contents: string])[],
): Promise<void> {
  for (const [name, contents] of pages) await writeWhole(join(out, 'v', name), contents);
}

/**
 * Writes the index of the pages in `v/`.
 * @returns Removes pages that no longer have a note: when the catalog is written, because a run that is killed before is made
 *   up for from what the last one left.
 */
export async function writeSite(
  out: string,
  { title, publisher }: CatalogAbout,
  languages: readonly string[],
  videos: ReadonlyMap<VideoId, StoredVideo>,
): Promise<() => Promise<void>> {
  const lines = [...videos].flatMap(([videoId, { notes }]) =>
    notes.map(({ language, title: words, date }, index) => ({
      language,
      title: words,
      date,
      file: `v/${pageFile(videoId, index)}`,
    })),
  );
  const about = { title, language: languages[0] ?? 'en', ...(publisher ? { publisher } : {}) };
  const index = indexPages(about, lines).set('site.css', await readFile(STYLE, 'utf8'));
  for (const [name, contents] of index) await writeWhole(join(out, name), contents);
  const pages = new Set([...videos].flatMap(([videoId, { notes }]) => pageFiles(videoId, notes.length)));
  return async () => {
    await removeOthers(out, INDEX, index);
    await removeOthers(join(out, 'v'), PAGE, pages);
  };
}

async function removeOthers(folder: string, ours: RegExp, wanted: { has(name: string): boolean }): Promise<void> {
  for (const name of await namesIn(folder)) if (ours.test(name) && !wanted.has(name)) await rm(join(folder, name));
}

const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);
