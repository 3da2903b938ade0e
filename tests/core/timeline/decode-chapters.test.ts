import { describe, expect, test } from 'vitest';
import { decodeChapters } from '../../../core/timeline/decode-chapters.ts';

const chapters = [
  { start: 0, title: 'Opening' },
  { start: 3723, title: 'The 2:1 rule' },
];

test.each([
  ['lines', '0:00 Opening\n1:02:03 The 2:1 rule'],
  ['lines with dashes, zeros and carriage returns', '00:00:00 - Opening\r\n01:02:03 - The 2:1 rule\r\n'],
  ['lines among others', 'Chapters:\n\n(0:00) Opening\nmy shop\n(1:02:03) The 2:1 rule'],
  ['a JSON list', JSON.stringify(chapters)],
  [
    'JSON with seconds under t',
    JSON.stringify({
      chapters: [
        { t: 0, title: 'Opening' },
        { t: 3723, title: 'The 2:1 rule' },
      ],
    }),
  ],
  [
    'JSON with clock times, out of order',
    JSON.stringify([
      { time: '1:02:03', title: 'The 2:1 rule' },
      { start: '0:00', title: 'Opening' },
    ]),
  ],
])('%s', (_, text) => {
  expect(decodeChapters(text)).toEqual(chapters);
});

test.each(['', 'nothing here', '{', '[]', '{"chapters":3}', '[null, 4, {"title":"x"}]'])('%j has none', (text) => {
  expect(decodeChapters(text)).toBeNull();
});

describe('the title is found whatever surrounds the time', () => {
  test.each([
    '0:00 Start',
    '00:00:00 Start',
    '0:00.000 Start',
    '🚗 0:00 Start',
    '👩‍👩‍👧 0:00 – Start',
    '🇩🇪 0:00 Start',
    '1️⃣ 0:00 Start',
    '① 0:00 Start',
    '1. 0:00 Start',
    '01) 0:00 Start',
    '#1 0:00 Start',
    '1 0:00 Start',
    '0:00 - 1:00 Start',
    '0:00-1:00 Start',
    '0:00 – 1:00: Start',
    '[0:00 – 1:00] Start',
    '(0:00 → 1:00) Start',
    '0:00 to 1:00 Start',
    '1. 0:00 - 1:00 - Start',
    '0：00 Start',
    '【0:00】Start',
    '（0:00）Start',
    '0:00｜Start',
    '- **0:00** Start',
    '**0:00 Start**',
    '* [0:00](https://youtu.be/AbCdEfGhIj1?t=0) Start',
    'Start - 0:00',
    'Start 0:00',
    'Start (0:00)',
    'Start: 0:00 - 1:00',
    '🚗 Start – 0:00',
    '1. Start 0:00',
  ])('%s', (line) => {
    expect(decodeChapters(`${line}\n`)).toEqual([{ start: 0, title: 'Start' }]);
  });

  test.each([
    ['0:00 1. Start', '1. Start'],
    ['0:00 🚗 Start', '🚗 Start'],
    ['0:00 Start (part 1)', 'Start (part 1)'],
    ['0:00 The 2:1 rule', 'The 2:1 rule'],
    ['0:00 At 9:30 we leave', 'At 9:30 we leave'],
    ['0:00 开场：怎么开始', '开场：怎么开始'],
    ['0:00 3 wheels', '3 wheels'],
    ['0:00 a > b', 'a > b'],
  ])('%s', (line, title) => {
    expect(decodeChapters(line)).toEqual([{ start: 0, title }]);
  });

  test('a list with times in its titles keeps to its order', () => {
    expect(decodeChapters('Doors at 9:30 - 0:00\nDoors at 10:30 - 1:00')).toEqual([
      { start: 0, title: 'Doors at 9:30' },
      { start: 60, title: 'Doors at 10:30' },
    ]);
  });
});

test.each([
  ['chapters of podcasts', JSON.stringify({ version: '1.2.0', chapters: [{ startTime: 0, title: 'Start' }] })],
  ['yt-dlp', JSON.stringify({ chapters: [{ start_time: 0, end_time: 60, title: 'Start' }] })],
  ['WebVTT', 'WEBVTT\n\n1\n00:00:00.000 --> 00:01:00.000\nStart\n'],
  ['lines in brackets', '[0:00] Start'],
])('%s', (_, text) => {
  expect(decodeChapters(text)).toEqual([{ start: 0, title: 'Start' }]);
});

test('long lines are read in linear time', () => {
  for (const line of ['0:00 '.repeat(200_000), '-'.repeat(1_000_000), `${'a '.repeat(500_000)}0:00`]) {
    expect(decodeChapters(line)).toBeNull();
  }
});
