import { describe, expect, it } from 'vitest';
import { isSameMark, mergeMark, mergeMarks } from '../../../core/marks/merge-marks.ts';
import fc from '../../fast-check.ts';
import { anyMark, mark } from './made-up.ts';

/** States of one mark. */
const states = fc
  .array(anyMark, { minLength: 2, maxLength: 4 })
  .map((list) => list.map((one) => ({ ...one, id: 'a' })));

describe('two states of a mark', () => {
  it('are one with the words that were changed last', () => {
    const older = mark({ words: 'first', changed: 5 });
    const newer = mark({ words: 'second', starred: true, changed: 9 });
    expect(mergeMark(newer, older)).toEqual(newer);
    expect(mergeMark(older, newer)).toEqual(newer);
  });

  it('are there when only one of them was deleted', () => {
    expect(mergeMark(mark({ deleted: 8 }), mark({ deleted: null })).deleted).toBeNull();
    expect(mergeMark(mark({ deleted: 8 }), mark({ deleted: 9 })).deleted).toBe(9);
  });

  it('come out the same in any order, and however often', () => {
    fc.assert(
      fc.property(states, fc.func(fc.integer()), (list, shuffle) => {
        const merge = (some: typeof list) => some.reduce(mergeMark);
        const other = list.toSorted((a, b) => shuffle(a) - shuffle(b));
        expect(isSameMark(merge(list), merge([...other, ...other]))).toBe(true);
      }),
    );
  });
});

it('marks of two places are all there, each once', () => {
  fc.assert(
    fc.property(fc.array(anyMark), fc.array(anyMark), (a, b) => {
      const both = mergeMarks(a, b);
      const ids = both.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(new Set(ids)).toEqual(new Set([...a, ...b].map(({ id }) => id)));
      expect(mergeMarks(both, b)).toEqual(both);
    }),
  );
});
