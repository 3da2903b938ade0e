import { copyFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { VideoId } from '../../core/video/video-id.ts';
import type { CatalogAbout } from './catalog-about.ts';
import { indexPages } from './index-pages.ts';
import { pageFile } from './publish-work.ts';
import type { StoredVideo } from './publisher-state.ts';

const STYLE = fileURLToPath(new URL('./site.css', import.meta.url));

/** Writes the index of the pages in `v/`, and removes pages that no longer have a note. */
export async function writeSite(
  out: string,
  { title, publisher }: CatalogAbout,
  languages: readonly string[],
  videos: ReadonlyMap<VideoId, StoredVideo>,
): Promise<void> {
  const lines = [...videos].flatMap(([videoId, { notes }]) =>
    notes.map(({ language, title: words, date }, index) => ({
      language,
      title: words,
      date,
      file: `v/${pageFile(videoId, index)}`,
    })),
  );
  const about = { title, language: languages[0] ?? 'en', ...(publisher ? { publisher } : {}) };
  for (const [name, contents] of indexPages(about, lines)) await writeFile(join(out, name), contents);
  await copyFile(STYLE, join(out, 'site.css'));
  const wanted = new Set(lines.map(({ file }) => file.slice(2).replace('.html', '')));
  for (const name of await readdir(join(out, 'v')).catch(() => [])) {
    if (!wanted.has(name.replace(/\.(?:html|chapters\.json)$/, ''))) await rm(join(out, 'v', name));
  }
}
