import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { noticesPage } from '../../build/notices/notices-page.ts';
import { readPackage } from '../../build/notices/read-package.ts';

const MIT = (holder: string, quote = '"') =>
  `The MIT License (MIT)\n\nCopyright (c) ${holder}\n\nPermission is granted, free of charge.\n\nThe above copyright notice shall be included.\n\nTHE SOFTWARE IS PROVIDED ${quote}AS IS${quote}.\n`;
const folder = mkdtempSync(join(tmpdir(), 'sleevenotes-notices-'));
afterAll(() => rmSync(folder, { recursive: true }));

function install(name: string, files: Readonly<Record<string, string>>): string {
  const place = join(folder, name);
  for (const [file, text] of Object.entries({ 'package.json': JSON.stringify({ name, version: '1.2.3' }), ...files })) {
    mkdirSync(join(place, file, '..'), { recursive: true });
    writeFileSync(join(place, file), text);
  }
  return place;
}

test('a licence shared by several packages is listed once, with each package and its holder', () => {
  const page = noticesPage('Ours', [
    readPackage(install('one', { LICENSE: MIT('2020 Ann') })),
    readPackage(install('two', { 'license.md': MIT('2021 Bo <bo@b.example>', "'").replaceAll('\n', '\r\n') })),
    readPackage(install('three', { LICENSE: 'Do what you like.' })),
  ]);
  expect(page.match(/free of charge/g)).toHaveLength(1);
  expect(page).toContain('one 1.2.3\nCopyright (c) 2020 Ann');
  expect(page).toContain('two 1.2.3\nCopyright (c) 2021 Bo &lt;bo@b.example&gt;');
  expect(page).toContain('three 1.2.3');
  expect(page).toContain('Do what you like.');
  expect(page).toContain('The above copyright notice shall be included.');
  expect(page).toContain('Ours');
});

test('a package with data under another licence has both texts', () => {
  const notice = readPackage(
    install('both', { LICENSE: MIT('2020 Ann'), 'LICENSES/Apache-2.0.txt': 'Apache License' }),
  );
  expect(notice.texts).toHaveLength(2);
});

test('a package without a licence text fails the build', () => {
  const place = install('none', { 'README.md': 'Hello' });
  expect(() => readPackage(place)).toThrow('none ships within the extension, but');
});
