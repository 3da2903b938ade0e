import { describe, expect, test } from 'vitest';
import { readToBackground } from '../../../platform/messaging/background-messages.ts';
import { readFromPage } from '../../../platform/messaging/from-page.ts';
import { readToPage } from '../../../platform/messaging/page-messages.ts';

const ID = 'v0gjI__RyCY';
const READING = { videoId: ID, time: 1, duration: 2, playing: true, rate: 1, ad: false, live: false };
const PRESSED = { videoId: ID, id: '6b0a4c62-9a3e-4f3c-8a1d-0d6b7f5f3d11', time: 754.5, rate: 2 };
const EVIDENCE = { duration: 2, chapters: [], chapterOrigin: 'unknown', transcript: null };

const NONSENSE = [
  undefined,
  null,
  7,
  'seek',
  [],
  {},
  { type: 'constructor' },
  { type: '__proto__' },
  JSON.parse('{"__proto__":{"type":"open-panel"}}'),
];

describe('messages to an extension page', () => {
  test.each([
    { type: 'page', page: { kind: 'video', videoId: ID, title: null } },
    { type: 'page', page: { kind: 'no-video' } },
    { type: 'clock', reading: READING, at: 1_795_000_000_000 },
    { type: 'clock', reading: { ...READING, duration: null, live: true }, at: 1_795_000_000_000 },
    { type: 'evidence', videoId: ID, evidence: EVIDENCE },
    { type: 'step', videoId: ID, by: -1 },
    { type: 'mark', ...PRESSED },
    { type: 'sought', ask: 1, result: { ok: false, reason: 'ad-playing' } },
  ])('%o is read', (message) => {
    expect(readFromPage(message)).toEqual(message);
  });

  test.each([
    ...NONSENSE,
    { type: 'page', page: { kind: 'video', videoId: 'too short', title: null } },
    { type: 'page', page: { kind: 'video', videoId: ID, title: 'x'.repeat(10_000_000) } },
    { type: 'page', page: { kind: 'elsewhere' } },
    { type: 'clock', reading: { ...READING, videoId: null }, at: 1_795_000_000_000 },
    { type: 'clock', reading: { ...READING, time: Number.NaN }, at: 1_795_000_000_000 },
    { type: 'clock', reading: { ...READING, time: -1 }, at: 1_795_000_000_000 },
    { type: 'clock', reading: READING, at: Number.NaN },
    { type: 'clock', reading: { ...READING, rate: Number.POSITIVE_INFINITY }, at: 1_795_000_000_000 },
    { type: 'evidence', videoId: ID, evidence: { ...EVIDENCE, chapters: [{ start: '1', title: 'x' }] } },
    { type: 'step', videoId: ID, by: 2 },
    { type: 'mark', ...PRESSED, id: 'x'.repeat(37) },
    { type: 'mark', ...PRESSED, time: Number.NaN },
    { type: 'mark', ...PRESSED, rate: -1 },
    { type: 'sought', ask: 1, result: { ok: false, reason: 'because' } },
  ])('%o is refused', (message) => {
    expect(readFromPage(message)).toBeNull();
  });
});

describe('messages to the page', () => {
  test.each([
    { type: 'seek', ask: 1, videoId: ID, time: 5 },
    {
      type: 'markers',
      videoId: ID,
      markers: [
        { start: 1, title: 'x' },
        { start: 2, title: 'y', kind: 'mark' },
      ],
    },
    { type: 'keys', previous: '[', next: ']', mark: 'x' },
    { type: 'play', videoId: ID, playing: false },
  ])('%o is read', (message) => {
    expect(readToPage(message)).toEqual(message);
  });

  test.each([
    ...NONSENSE,
    { type: 'seek', ask: 1, videoId: ID, time: Number.NaN },
    { type: 'seek', ask: 1, videoId: `${ID}x`, time: 5 },
    { type: 'play', videoId: ID, playing: 1 },
    { type: 'markers', videoId: ID, markers: [{ start: 1, title: 'x', kind: 'other' }] },
    { type: 'markers', videoId: ID, markers: Array.from({ length: 5000 }, () => ({ start: 1, title: 'x' })) },
  ])('%o is refused', (message) => {
    expect(readToPage(message)).toBeNull();
  });
});

describe('messages to the background', () => {
  test.each([
    { type: 'video', videoId: ID },
    { type: 'video', videoId: null },
    { type: 'open-panel' },
    { type: 'open-tab' },
    { type: 'mark', ...PRESSED, title: 'A talk' },
  ])('%o is read', (message) => {
    expect(readToBackground(message)).toEqual(message);
  });

  test.each([
    ...NONSENSE,
    { type: 'video', videoId: 'x' },
    { type: 'video' },
    { type: 'mark', ...PRESSED },
    { type: 'mark', ...PRESSED, title: 'x'.repeat(10_000) },
  ])('%o is refused', (message) => {
    expect(readToBackground(message)).toBeNull();
  });
});
