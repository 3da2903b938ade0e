// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://www.youtube.com/watch?v=aaaaaaaaaaa" }
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { toVideoId, type VideoId } from '../../../core/video/video-id.ts';
import { type Clock, createClock } from '../../../platform/youtube/clock.ts';
import { createSeeker, type Seeker } from '../../../platform/youtube/seek.ts';
import { fakePage } from './fake-page.ts';
import { element } from './fixtures.ts';

const A = toVideoId('aaaaaaaaaaa') as VideoId;
const B = toVideoId('bbbbbbbbbbb') as VideoId;

let life: AbortController;
let clock: Clock;
let seeker: Seeker;
beforeEach(() => {
  life = new AbortController();
  clock = createClock();
  seeker = createSeeker(clock, life.signal);
});
afterEach(() => life.abort());

describe("the player's own time", () => {
  test('is the clock', () => {
    fakePage(A);
    expect(clock.read(A)).toMatchObject({ videoId: A, time: 10, duration: 600, ad: false, live: false });
  });

  test('is used instead of that of <video> when an ad is stitched into the stream', () => {
    const page = fakePage(A);
    page.video.currentTime = 40;
    expect(clock.read(A)?.time).toBe(10);
  });

  test('about another video gives no reading', () => {
    fakePage(B);
    expect(clock.read(A)).toBeNull();
  });

  test('of a live stream has no duration', () => {
    const page = fakePage(A);
    page.says.live = true;
    expect(clock.read(A)).toMatchObject({ live: true, duration: null });
  });

  test('of a premiere that has not begun has no duration', () => {
    fakePage(A).says.duration = 0;
    expect(clock.read(A)?.duration).toBeNull();
  });

  test.each([
    ['NaN', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['a negative number', -3],
    ['text', '10'],
    ['an object', { valueOf: 10 }],
    ['the end of days', 1e300],
  ])('%s as the time falls back to <video>', (_, time) => {
    const page = fakePage(A);
    page.says.time = time;
    page.video.currentTime = 3;
    expect(clock.read(A)?.time).toBe(3);
  });
});

describe('without the page-world script', () => {
  test('<video> is the clock', () => {
    const page = fakePage(A, { pageWorld: false });
    page.video.currentTime = 12;
    expect(clock.read(A)?.time).toBe(12);
    expect(seeker.seek(A, 50)).toEqual({ ok: true, time: 50 });
    expect(page.video.currentTime).toBe(50);
  });

  test('a <video> that still has the previous video is neither read nor seeked', () => {
    const page = fakePage(A, { pageWorld: false });
    Object.defineProperty(page.video, 'currentSrc', { value: 'blob:one', configurable: true });
    clock.leave(A);
    expect(clock.read(B)).toBeNull();
    expect(seeker.seek(B, 50)).toEqual({ ok: false, reason: 'no-player' });
    Object.defineProperty(page.video, 'currentSrc', { value: 'blob:two' });
    expect(clock.read(B)).not.toBeNull();
  });

  test('the video of a hover preview or of the miniplayer is not the page’s', () => {
    document.body.replaceChildren(
      element('ytd-video-preview', {}, [document.createElement('video')]),
      element('ytd-miniplayer', {}, [document.createElement('video')]),
    );
    expect(clock.read(A)).toBeNull();
    expect(seeker.seek(A, 5)).toEqual({ ok: false, reason: 'no-player' });
  });
});

describe('advertisements', () => {
  test('stop the clock where the video was', () => {
    const page = fakePage(A);
    clock.read(A);
    page.player.classList.add('ad-showing');
    page.says.time = 3;
    page.says.duration = 15;
    page.says.videoId = B;
    expect(clock.read(A)).toMatchObject({ time: 10, duration: 600, ad: true, playing: false });
  });

  test('delay a jump until they end', () => {
    const page = fakePage(A);
    page.player.classList.add('ad-showing');
    expect(seeker.seek(A, 100)).toEqual({ ok: false, reason: 'ad-playing' });
    page.video.dispatchEvent(new Event('timeupdate'));
    expect(page.says.time).toBe(10);
    page.player.classList.remove('ad-showing');
    page.video.dispatchEvent(new Event('timeupdate'));
    expect(page.says.time).toBe(100);
  });

  test('that only the player reports (stitched in) delay a jump, too', () => {
    const page = fakePage(A);
    page.says.adState = 1;
    expect(seeker.seek(A, 100)).toEqual({ ok: false, reason: 'ad-playing' });
    page.says.adState = -1;
    page.video.dispatchEvent(new Event('timeupdate'));
    expect(page.says.time).toBe(100);
  });

  test('end, and the player still names another video for a moment: the jump waits on', () => {
    const page = fakePage(A);
    page.player.classList.add('ad-showing');
    seeker.seek(A, 100);
    page.says.videoId = B;
    page.player.classList.remove('ad-showing');
    page.video.dispatchEvent(new Event('timeupdate'));
    expect(page.says.time).toBe(10);
    page.says.videoId = A;
    page.video.dispatchEvent(new Event('timeupdate'));
    expect(page.says.time).toBe(100);
  });

  test('a waiting jump is dropped when the viewer goes to another video', () => {
    const page = fakePage(A);
    page.player.classList.add('ad-showing');
    seeker.seek(A, 100);
    seeker.drop();
    page.player.classList.remove('ad-showing');
    page.video.dispatchEvent(new Event('timeupdate'));
    expect(page.says.time).toBe(10);
  });
});

test('normal playback is reported at the given rate, a jump at once', () => {
  const page = fakePage(A);
  const stop = new AbortController();
  let ticks = 0;
  clock.watch(() => ticks++, stop.signal, 60_000);
  for (let i = 0; i < 5; i++) page.video.dispatchEvent(new Event('timeupdate'));
  expect(ticks).toBe(1);
  page.video.dispatchEvent(new Event('seeked'));
  expect(ticks).toBe(2);
  stop.abort();
});

test('a jump made for one video never moves another', () => {
  const page = fakePage(B);
  expect(seeker.seek(A, 100)).toEqual({ ok: false, reason: 'no-player' });
  expect(page.says.time).toBe(10);
});

test('a jump reaches the player though it fires events in the middle of it', () => {
  fakePage(A);
  const stop = new AbortController();
  const times: unknown[] = [];
  clock.watch(() => times.push(clock.read(A)?.time), stop.signal);
  expect(seeker.seek(A, 77)).toEqual({ ok: true, time: 77 });
  expect(times).toEqual([77]);
  stop.abort();
});
