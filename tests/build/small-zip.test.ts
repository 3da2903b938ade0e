import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BlobWriter, TextReader, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallZip } from '../../build/small-zip.ts';
import type { readZip } from '../../platform/files/read-zip.ts';

let folder: string;
let read: typeof readZip;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sleevenotes-zip-'));
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'silent',
    plugins: [smallZip()],
    build: {
      lib: { entry: join(import.meta.dirname, '../../platform/files/read-zip.ts'), formats: ['es'], fileName: 'small' },
      outDir: folder,
      minify: false,
    },
  });
  const [bundle = ''] = await readdir(folder);
  expect(await readFile(join(folder, bundle), 'utf8')).not.toContain('PBKDF2');
  ({ readZip: read } = await import(pathToFileURL(join(folder, bundle)).href));
});
afterAll(() => rm(folder, { recursive: true }));

test('without its encryption zip.js still reads what is deflated or stored, and an encrypted entry is refused', async () => {
  const zip = new ZipWriter(new BlobWriter());
  await zip.add('deflated.md', new TextReader('annealing '.repeat(1000)));
  await zip.add('stored.md', new TextReader('one'), { level: 0 });
  await zip.add('aes.md', new TextReader('two'), { password: 'x' });
  await zip.add('old.md', new TextReader('three'), { password: 'x', zipCrypto: true });
  const found: Record<string, unknown> = {};
  for await (const item of read(await zip.close()).items) {
    if (item.kind === 'note') found[item.path] = (await item.read()).byteLength;
    else if (item.kind === 'unreadable') found[item.path] = item.fault.rule;
  }
  expect(found).toEqual({ 'deflated.md': 10_000, 'stored.md': 3, 'aes.md': 'encrypted', 'old.md': 'encrypted' });
});
