import { expect, test } from 'vitest';
import { alignCacheKey } from '../../../core/timeline/align-cache-key.ts';
import type { Evidence } from '../../../core/timeline/timeline.ts';
import { evidenceOf, heard } from './made-up-talk.ts';

const evidence = evidenceOf({
  duration: 60,
  chapters: [{ start: 0, title: 'Intro' }],
  transcript: heard([{ start: 1, text: 'hello' }]),
});
const key = (change: Partial<Evidence> = {}) => alignCacheKey('r1', 'own files a.md', { ...evidence, ...change }, []);

test('equal inputs have equal keys', () => {
  expect(key()).toBe(key({}));
});

test.each<[string, Partial<Evidence>]>([
  ['the length', { duration: 61 }],
  ['a chapter', { chapters: [{ start: 0, title: 'Outro' }] }],
  ['who made the chapters', { chapterOrigin: 'uploader' }],
  ['a word', { transcript: heard([{ start: 1, text: 'hallo' }]) }],
  ['its time', { transcript: heard([{ start: 2, text: 'hello' }]) }],
  ['no transcript', { transcript: null }],
])('%s makes another key', (_, change) => {
  expect(key(change)).not.toBe(key());
});

test('so do the revision, the note and a correction', () => {
  const anchor = { section: 's1', start: 4, by: 'viewer' } as const;
  expect(
    new Set([
      key(),
      alignCacheKey('r2', 'en', evidence, []),
      alignCacheKey('r1', 'zh', evidence, []),
      alignCacheKey('r1', 'own files a.md', evidence, [anchor]),
    ]).size,
  ).toBe(4);
});
