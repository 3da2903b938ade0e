// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://www.youtube.com/watch?v=aaaaaaaaaaa" }
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PressedMoment } from '../../../core/session/page.ts';
import { toVideoId, type VideoId } from '../../../core/video/video-id.ts';
import { createClock } from '../../../platform/youtube/clock.ts';
import { createMarkPress, type MarkPress } from '../../../platform/youtube/mark-press.ts';
import { fakePage } from './fake-page.ts';

const A = toVideoId('aaaaaaaaaaa') as VideoId;

let life: AbortController;
let followed: boolean;
let taken: PressedMoment[];
let waits: number;
let marks: MarkPress;
let page: ReturnType<typeof fakePage>;
beforeEach(() => {
  life = new AbortController();
  followed = false;
  taken = [];
  waits = 0;
  page = fakePage(A);
  const clock = createClock();
  marks = createMarkPress(
    { clock, isFollowed: () => followed, take: (moment) => taken.push(moment), onWait: () => waits++ },
    life.signal,
  );
  // As a page that is followed does all the time.
  if (clock.read(A)?.time !== 10) throw new Error('the page does not play');
});
afterEach(() => life.abort());

const plays = (time: number, ad = false) => {
  page.says.time = time;
  page.says.adState = ad ? 1 : -1;
  page.video.dispatchEvent(new Event('timeupdate'));
};

test('a press tells where the video is and how fast it plays', () => {
  page.video.playbackRate = 2;
  marks.press(A);
  expect(taken).toMatchObject([{ videoId: A, time: 10, rate: 2 }]);
  expect(taken[0]?.id).toMatch(/^[\da-f-]{36}$/);
});

test('during an ad it waits for the video’s own time, and tells it once', () => {
  plays(3, true);
  marks.press(A);
  marks.press(A);
  plays(5, true);
  expect([taken, waits]).toEqual([[], 2]);
  plays(90);
  plays(91);
  expect(taken.map(({ time }) => time)).toEqual([90]);
});

test('during an ad on a page that is followed the time of before the ad counts at once', () => {
  followed = true;
  plays(3, true);
  marks.press(A);
  expect(taken.map(({ time }) => time)).toEqual([10]);
});

test('another video takes along what waits', () => {
  plays(3, true);
  marks.press(A);
  marks.drop();
  plays(90);
  expect(taken).toEqual([]);
});

test('without a player nothing is marked', () => {
  document.body.replaceChildren();
  marks.press(A);
  expect([taken, waits]).toEqual([[], 0]);
});
