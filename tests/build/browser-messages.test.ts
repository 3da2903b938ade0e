import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { browserMessages, OF_SITES } from '../../build/browser-messages.ts';

const ROOT = join(import.meta.dirname, '../..');

test('what only published sites say does not ship in the extension', () => {
  const messages = { site_search: { message: 'Search titles' }, panel_opposite: { message: 'The other side' } };
  const shipped = browserMessages(JSON.stringify(messages, null, 2));
  expect(JSON.parse(shipped)).toEqual({ panel_opposite: { message: 'The other side' } });
  expect(shipped).not.toContain('\n');
});

test('nothing in the extension says it', () => {
  const sources = ['components', 'entrypoints', 'platform'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => join(ROOT, folder, file)),
  );
  const key = new RegExp(`['"\`]${OF_SITES.replace('_', '[._]')}`);
  expect(sources.filter((file) => key.test(readFileSync(file, 'utf8')))).toEqual([]);
});
