import { expect, test } from 'vitest';
import { readCatalogAddress } from '../../../core/catalog/address.ts';

test.each([
  ['https://example.org/notes/', 'https://example.org/notes/'],
  ['https://example.org/notes', 'https://example.org/notes/'],
  ['https://example.org/notes/catalog.json', 'https://example.org/notes/'],
  [' https://example.org/notes/index.html?page=2#top ', 'https://example.org/notes/'],
  ['example.org/notes', 'https://example.org/notes/'],
  ['https://example.org', 'https://example.org/'],
  ['http://127.0.0.1:8000/notes/', 'http://127.0.0.1:8000/notes/'],
  ['http://localhost/notes', 'http://localhost/notes/'],
])('%s is the folder %s', (typed, folder) => {
  expect(readCatalogAddress(typed)).toEqual({ ok: true, folder });
});

test.each([
  ['', 'no-address'],
  ['my notes', 'no-address'],
  ['notes', 'no-address'],
  ['ftp://example.org/notes', 'no-address'],
  ['https://me:secret@example.org/', 'no-address'],
  ['http://example.org/notes', 'insecure'],
])('%s is refused', (typed, reason) => {
  expect(readCatalogAddress(typed)).toEqual({ ok: false, reason });
});
