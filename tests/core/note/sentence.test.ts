import { expect, it } from 'vitest';
import { fillAsText, fillTemplate, readTemplate } from '../../../core/note/sentence.ts';

const said = (sentence: string, ...values: string[]) =>
  fillTemplate(readTemplate(sentence), values).map(({ kind, text }) => [kind, text]);

it('takes a sentence apart into words, code and values', () => {
  expect(said('“$2” comes before $1: write `a: b`.', 'one', 'two')).toEqual([
    ['words', '“'],
    ['value', 'two'],
    ['words', '” comes before '],
    ['value', 'one'],
    ['words', ': write '],
    ['code', 'a: b'],
    ['words', '.'],
  ]);
});

it('takes values for text, whatever they hold', () => {
  expect(said('$1 and $2', '`code` $2', '$1')).toEqual([
    ['value', '`code` $2'],
    ['words', ' and '],
    ['value', '$1'],
  ]);
  expect(fillAsText(readTemplate('`a`: $1 and $2'), ['`code` $2', '$1'])).toBe('a: `code` $2 and $1');
});

it('leaves a lone backtick and an amount of money alone', () => {
  expect(said('a ` for $ 5')).toEqual([['words', 'a ` for $ 5']]);
});
