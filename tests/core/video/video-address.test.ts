import { describe, expect, test } from 'vitest';
import {
  momentInAddress,
  readVideoAddress,
  shortAddress,
  videoIdInAddress,
  watchAddress,
} from '../../../core/video/video-address.ts';
import { toVideoId } from '../../../core/video/video-id.ts';

const ID = 'v0gjI__RyCY';

describe('the video in an address', () => {
  test.each([
    'https://www.youtube.com/watch?v=v0gjI__RyCY',
    'http://youtube.com/watch?v=v0gjI__RyCY',
    'https://www.youtube.com/watch?list=PL1&index=3&v=v0gjI__RyCY&t=12s#x',
    'https://m.youtube.com/watch?v=v0gjI__RyCY',
    'https://music.youtube.com/watch?v=v0gjI__RyCY&list=RD',
    'https://youtu.be/v0gjI__RyCY?si=abc',
    'https://www.youtube.com/live/v0gjI__RyCY?feature=share',
    'https://www.youtube.com/shorts/v0gjI__RyCY',
    'https://www.youtube.com/embed/v0gjI__RyCY?start=3',
    'https://www.youtube-nocookie.com/embed/v0gjI__RyCY',
    'HTTPS://WWW.YOUTUBE.COM/watch?v=v0gjI__RyCY',
  ])('%s', (address) => {
    expect(videoIdInAddress(address)).toBe(ID);
  });

  test.each([
    ['https://www.youtube.com/', 'none'],
    ['https://www.youtube.com/watch', 'none'],
    ['https://www.youtube.com/watch?v=short', 'none'],
    ['https://www.youtube.com/watch?v=v0gjI__RyCYX', 'none'],
    ['https://www.youtube.com/playlist?list=v0gjI__RyCY', 'none'],
    ['https://www.youtube.com/results?search_query=a&xv=v0gjI__RyCY', 'none'],
    ['https://www.youtube.com/@channel/videos', 'none'],
    ['https://www.youtube.com/clip/UgkxAbCdEf', 'clip'],
    ['https://www.youtube.com/embed/videoseries?list=PL1', 'clip'],
    ['https://www.youtube-nocookie.com/embed/videoseries/?list=PL1', 'clip'],
    ['https://www.youtube.com/embed/live_stream?channel=UC1', 'clip'],
    ['https://www.youtube.com/embed?listType=playlist&list=PL1', 'clip'],
    ['https://www.youtube.com/embed/?listType=playlist&list=PL1', 'clip'],
    ['https://consent.youtube.com/m?continue=https://www.youtube.com/watch?v=v0gjI__RyCY', 'elsewhere'],
    ['https://www.youtube.com.evil.example/watch?v=v0gjI__RyCY', 'elsewhere'],
    ['https://evil.example/?u=https://www.youtube.com/watch?v=v0gjI__RyCY', 'elsewhere'],
    ['https://www.youtube.com@evil.example/watch?v=v0gjI__RyCY', 'elsewhere'],
    ['javascript:alert(1)', 'elsewhere'],
    ['about:blank', 'elsewhere'],
    ['', 'elsewhere'],
  ])('%s has none', (address, kind) => {
    expect(readVideoAddress(address).kind).toBe(kind);
  });

  test('can be written with a time, rounded down to whole seconds, never below zero', () => {
    const id = toVideoId(ID);
    if (!id) throw new Error('a real id');
    expect(watchAddress(id)).toBe('https://www.youtube.com/watch?v=v0gjI__RyCY');
    expect(watchAddress(id, 3661.9)).toBe('https://www.youtube.com/watch?v=v0gjI__RyCY&t=3661s');
    expect(watchAddress(id, -5)).toBe('https://www.youtube.com/watch?v=v0gjI__RyCY&t=0s');
  });
});

describe('the moment in an address', () => {
  test.each([
    ['t=754', 754],
    ['t=754s', 754],
    ['t=12m34s', 754],
    ['t=1h2m3s', 3723],
    ['t=2h', 7200],
    ['start=90', 90],
    ['t=0', 0],
  ])('%s', (query, moment) => {
    expect(momentInAddress(`https://www.youtube.com/watch?v=${ID}&${query}#x`)).toBe(moment);
  });

  test.each(['', '&t=', '&t=soon', '&t=1x', '&t=-3', `&t=${'9'.repeat(50)}`])('none in “%s”', (query) => {
    expect(momentInAddress(`https://www.youtube.com/watch?v=${ID}${query}`)).toBeNull();
  });

  test('is that of an address of ours', () => {
    const id = toVideoId(ID);
    expect(id && momentInAddress(shortAddress(id, 754.9))).toBe(754);
    expect(id && momentInAddress(watchAddress(id, 754.9))).toBe(754);
  });
});
