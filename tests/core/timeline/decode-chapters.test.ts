import { expect, test } from 'vitest';
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

test.each(['', 'nothing here', '{', '[]', '{"chapters":3}', '[null, 4, {"title":"x"}]'])('%j holds none', (text) => {
  expect(decodeChapters(text)).toBeNull();
});
