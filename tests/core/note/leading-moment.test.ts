import { expect, test } from 'vitest';
import { leadingMoment } from '../../../core/note/leading-moment.ts';
import type { RichElement, RichNode } from '../../../core/note/rich-text.ts';
import { plainText } from '../../../core/text/plain-text.ts';

const element = (tagName: string, ...children: readonly (RichNode | string)[]): RichElement => ({
  type: 'element',
  tagName,
  properties: {},
  children: children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child)),
});
const read = (...children: readonly (RichNode | string)[]) => {
  const found = leadingMoment(element('li', ...children));
  return found && [found.time, plainText(found.rest)];
};

test.each([
  ['[11:06] Fewer bits.', 666, 'Fewer bits.'],
  ['（1:02:03）更少的位', 3723, '更少的位'],
  ['0:05 – the first one', 5, 'the first one'],
  ['12:34：要点', 754, '要点'],
])('%s begins with its moment', (text, time, rest) => {
  expect(read(text)).toEqual([time, rest]);
});

test('the moment may be in a paragraph, before bold words, or a link', () => {
  expect(read(element('p', '[11:06] ', element('strong', 'Fewer bits.'), ' Really.'))).toEqual([
    666,
    'Fewer bits. Really.',
  ]);
  expect(read(element('a', '11:06'), ' Fewer bits.')).toEqual([666, ' Fewer bits.']);
});

test.each(['Fewer bits at [11:06]', 'At 11:06', '11:6', '[99:99] no', '11:06am', ''])(
  '%j does not begin with one',
  (text) => {
    expect(read(text)).toBeNull();
  },
);
