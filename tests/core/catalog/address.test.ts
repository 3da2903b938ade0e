import { expect, test } from 'vitest';
import { linkedFolder, readCatalogAddress } from '../../../core/catalog/address.ts';

test.each([
  ['https://example.org/notes/', 'https://example.org/notes/'],
  ['https://example.org/notes', 'https://example.org/notes/'],
  ['https://example.org/notes/catalog.json', 'https://example.org/notes/'],
  [' https://example.org/notes/index.html?page=2#top ', 'https://example.org/notes/'],
  ['example.org/notes', 'https://example.org/notes/'],
  ['https://example.org', 'https://example.org/'],
  ['http://127.0.0.1:8000/notes/', 'http://127.0.0.1:8000/notes/'],
  ['http://localhost/notes', 'http://localhost/notes/'],
  ['localhost:8000/notes', 'http://localhost:8000/notes/'],
  ['127.0.0.1:8000', 'http://127.0.0.1:8000/'],
  ['HTTPS://Example.ORG/Notes/Catalog.JSON', 'https://example.org/Notes/'],
  ['<https://example.org/notes/>', 'https://example.org/notes/'],
  ['“https://example.org/notes/”,', 'https://example.org/notes/'],
  ['https://example.org/\u200bnotes\ufeff/\u2060', 'https://example.org/notes/'],
  ['https://example.org/my notes', 'https://example.org/my%20notes/'],
  ['https://例え.jp/ノート', 'https://xn--r8jz45g.jp/%E3%83%8E%E3%83%BC%E3%83%88/'],
  ['https://example.org/notes/index-2.html', 'https://example.org/notes/'],
  ['https://example.org/notes/v/bakers00001.html#oven', 'https://example.org/notes/'],
  ['https://example.org/notes/v/bakers00001-2', 'https://example.org/notes/'],
  ['https://me.github.io/notes', 'https://me.github.io/notes/'],
  ['https://github.com/me/notes', 'https://raw.githubusercontent.com/me/notes/HEAD/'],
  ['https://github.com/me/notes.git', 'https://raw.githubusercontent.com/me/notes/HEAD/'],
  [
    'https://github.com/me/notes/blob/main/public/catalog.json?raw=true',
    'https://raw.githubusercontent.com/me/notes/main/public/',
  ],
  ['https://github.com/me/notes/tree/gh-pages', 'https://raw.githubusercontent.com/me/notes/gh-pages/'],
  ['https://gitlab.com/us/all/notes/-/blob/main/catalog.json', 'https://gitlab.com/us/all/notes/-/raw/main/'],
  ['https://codeberg.org/me/notes/src/branch/pages/', 'https://codeberg.org/me/notes/raw/branch/pages/'],
])('%s is the folder %s', (typed, folder) => {
  expect(readCatalogAddress(typed)).toMatchObject({ ok: true, folder });
});

test.each([
  ['https://example.org/notes/', []],
  ['https://example.org/notes/catalog.json', []],
  ['https://example.org/notes/2', ['https://example.org/notes/']],
  ['https://example.org/my.notes', ['https://example.org/my.notes/']],
])('%s could also mean %j', (typed, otherwise) => {
  expect(readCatalogAddress(typed)).toMatchObject({ ok: true, otherwise });
});

test('a text of any length is read at once', () => {
  for (const part of ['/', '/-', ' ', '"', '.', '/a', '/src/branch']) {
    for (const before of ['https://github.com', 'https://example.org', ''])
      readCatalogAddress(before + part.repeat(200_000));
  }
});

test.each([
  ['', 'no-address'],
  ['my notes', 'no-address'],
  ['notes', 'no-address'],
  ['ftp://example.org/notes', 'no-address'],
  ['https://me:secret@example.org/', 'no-address'],
  ['http://example.org/notes', 'insecure'],
  ['file:///home/me/notes/', 'no-address'],
  ['chrome-extension://abcdefghijklmnopabcdefghijklmnop/library.html', 'no-address'],
  ['javascript:alert(1)', 'no-address'],
  ['https://example.org:99999/', 'no-address'],
  ['«»', 'no-address'],
])('%s is refused', (typed, reason) => {
  expect(readCatalogAddress(typed)).toEqual({ ok: false, reason });
});

test.each([
  ['https://mirror.example/notes', 'https://example.org/', 'https://mirror.example/notes/'],
  ['http://127.0.0.1:8000/', 'http://localhost:9000/', 'http://127.0.0.1:8000/'],
  ['http://127.0.0.1:631/printers/?x=', 'https://example.org/', null],
  ['https://localhost/', 'https://example.org/', null],
  ['http://mirror.example/', 'https://example.org/', null],
  ['https://[', 'https://example.org/', null],
])('%s as the mirror of a catalog at %s is %s', (mirror, address, folder) => {
  expect(linkedFolder(mirror, address)).toBe(folder);
});
