import { expect, it } from 'vitest';
import type { Values } from '../../../core/note/problem.ts';
import { fillAsText, fillTemplate, readTemplate } from '../../../core/note/sentence.ts';

const format = (number: number) => number.toLocaleString('en');
const said = (message: string, values: Values = {}) =>
  fillTemplate(readTemplate(message), values, format).map(({ kind, text }) => [kind, text]);

it('splits a sentence into words, code and values', () => {
  expect(said('“{later}” comes before {count}: write `a: b`.', { count: 1200, later: 'two' })).toEqual([
    ['words', '“'],
    ['value', 'two'],
    ['words', '” comes before '],
    ['value', '1,200'],
    ['words', ': write '],
    ['code', 'a: b'],
    ['words', '.'],
  ]);
});

it('treats values as text, whatever they contain', () => {
  expect(said('{a} and {b}', { a: '`code` {b}', b: '{a}' })).toEqual([
    ['value', '`code` {b}'],
    ['words', ' and '],
    ['value', '{a}'],
  ]);
  expect(fillAsText(readTemplate('`a`: {a} and {b}'), { a: '`code` {b}', b: 1200 }, format)).toBe(
    'a: `code` {b} and 1,200',
  );
});

it('leaves a single backtick, and braces around anything but a name, unchanged', () => {
  expect(said('a ` for {#id} { b }')).toEqual([['words', 'a ` for {#id} { b }']]);
});
