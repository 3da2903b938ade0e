import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { notesPlugin } from '../../build/notes-plugin.ts';
import type { Episode } from '../../core/note/episode.ts';

const root = mkdtempSync(join(tmpdir(), 'sleevenotes-plugin-'));
afterAll(() => rmSync(root, { recursive: true }));

function writeNote(folder: string, title: string): void {
  mkdirSync(join(root, folder), { recursive: true });
  const front = `---\nsource: https://youtu.be/abcdefghijk\ntitle: ${title}\nlang: en\n---\n`;
  writeFileSync(join(root, folder, 'note.md'), `${front}\n### One\n\nWheels turn.\n`);
}

/** The module that the plugin gives a build for an episode, evaluated. */
async function episodeOf(extra: readonly string[]): Promise<Episode> {
  const { load } = notesPlugin({ root, extra });
  if (typeof load !== 'function') throw new Error('no loader');
  const refuse = (problem: unknown) => {
    throw new Error(String(problem));
  };
  const context = { meta: { watchMode: false }, error: refuse, warn: refuse };
  const code = String(await load.call(context as never, '\0virtual:sleevenotes/episode/abcdefghijk'));
  return JSON.parse(JSON.parse(/^export default JSON\.parse\((.*)\);$/.exec(code)?.[1] ?? 'null'));
}

test('a note from a further folder comes before the bundled one for the same video and language', async () => {
  writeNote('content', 'Bundled');
  writeNote('mine', 'Mine');
  const { editions } = await episodeOf(['mine']);
  expect(editions.map(({ title }) => title)).toEqual(['Mine', 'Bundled']);
});
