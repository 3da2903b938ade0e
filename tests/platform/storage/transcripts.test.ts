import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { toVideoId, type VideoId } from '../../../core/video/video-id.ts';
import { isTranscriptFile, readTranscriptFile } from '../../../platform/files/read-transcript.ts';
import { beExtensionPage, stored } from './fake-extension.ts';

const A = toVideoId('aaaaaaaaaaa') as VideoId;
const B = toVideoId('bbbbbbbbbbb') as VideoId;
const VTT = 'WEBVTT\n\n00:01.000 --> 00:02.000\nGood morning.\n';
const kept = { name: 'talk.vtt', transcript: { language: null, cues: [{ start: 1, text: 'Good morning.' }] } };

const port = async () => (await import('../../../platform/storage/transcripts.ts')).createTranscriptsPort();

describe('a transcript of the viewer’s own', () => {
  beforeEach(() => beExtensionPage(false));

  test('is remembered for its video, and for no other, until it is forgotten', async () => {
    const one = await port();
    const heard: string[] = [];
    one.subscribe((videoId) => heard.push(videoId));
    await one.keep(A, kept);
    expect(await (await port()).read(A)).toEqual(kept);
    expect(await one.read(B)).toBeNull();
    expect(new Set(heard)).toEqual(new Set([A]));
    await one.forget(A);
    expect(await one.read(A)).toBeNull();
    expect(await stored()).toEqual([{}, {}]);
  });

  test('works until the page is closed if the storage is full', async () => {
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('QUOTA_BYTES quota exceeded'));
    const one = await port();
    await expect(one.keep(A, kept)).rejects.toThrow();
    expect(await one.read(A)).toEqual(kept);
    expect(await (await port()).read(A)).toBeNull();
  });

  test('of two given in quick succession the later one is used, also if it is not stored', async () => {
    const set = vi.spyOn(fakeBrowser.storage.local, 'set');
    let stored = () => {};
    const storing = new Promise<void>((resolve) => {
      stored = resolve;
    });
    set.mockReturnValueOnce(storing as never);
    const one = await port();
    const later = { ...kept, name: 'later.vtt' };
    const first = one.keep(A, kept);
    await vi.waitFor(() => expect(set).toHaveBeenCalled());
    set.mockRejectedValueOnce(new Error('QUOTA_BYTES quota exceeded'));
    await expect(one.keep(A, later)).rejects.toThrow();
    stored();
    await first;
    expect(await one.read(A)).toEqual(later);
  });

  test('one that cannot be read back is refused, and the previous one stays', async () => {
    const one = await port();
    await one.keep(A, kept);
    const beyond = { name: 'bad.vtt', transcript: { language: null, cues: [{ start: 6_000_000, text: 'Late.' }] } };
    await expect(one.keep(A, beyond)).rejects.toThrow();
    expect(await one.read(A)).toEqual(kept);
    expect(await (await port()).read(A)).toEqual(kept);
  });

  test('an unreadable one of an early version is listed, and can be removed', async () => {
    await fakeBrowser.storage.local.set({
      [`transcript:${A}`]: {
        name: 'talk.vtt',
        transcript: { language: 'x'.repeat(41), cues: [{ start: 1, text: 'a' }] },
      },
      [`transcript:${B}`]: 7,
    });
    const one = await port();
    expect(await one.read(A)).toEqual({ name: 'talk.vtt', transcript: null });
    expect(await one.read(B)).toEqual({ name: '?', transcript: null });
    await one.forget(A);
    await one.forget(B);
    expect(await stored()).toEqual([{}, {}]);
  });
});

test('in a private window it is never stored', async () => {
  await beExtensionPage(true);
  const one = await port();
  await one.keep(A, kept);
  expect(await one.read(A)).toEqual(kept);
  expect(await stored()).toEqual([{}, {}]);
});

describe('which file is a transcript', () => {
  test.each([
    ['talk.vtt', VTT, true],
    ['talk.SRT', '1\n00:00:01,000 --> 00:00:02,000\nHi\n', true],
    ['talk.json3', '{"events":[]}', true],
    ['talk.txt', VTT, true],
    ['note.txt', '---\nsource: https://youtu.be/aaaaaaaaaaa\n---\n', false],
    ['note.md', VTT, false],
    ['picture.png', '', false],
  ])('%s', async (name, text, expected) => {
    expect(await isTranscriptFile(new File([text], name))).toBe(expected);
  });

  test('it is read in any encoding, and a damaged one is reported as such', async () => {
    expect(await readTranscriptFile(new File([VTT], 'talk.vtt'))).toEqual(kept);
    const utf16 = Buffer.from(`\ufeff${VTT}`, 'utf16le');
    expect(await readTranscriptFile(new File([utf16], 'talk.vtt'))).toEqual(kept);
    for (const damaged of ['WEBVTT\n\nno times', '', '{"events":[', '\u0000\u0001\u0002']) {
      expect(await readTranscriptFile(new File([damaged], 'talk.vtt'))).toBe('damaged');
    }
    expect(await readTranscriptFile(new File([new Uint8Array(20_000_001)], 'talk.vtt'))).toBe('too-large');
    const events = Array.from({ length: 200_001 }, (_, at) => ({ tStartMs: at * 10, segs: [{ utf8: `w${at}` }] }));
    expect(await readTranscriptFile(new File([JSON.stringify({ events })], 'talk.json3'))).toBe('damaged');
  });
});
