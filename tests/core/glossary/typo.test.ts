import { expect, test } from 'vitest';
import { eachWithSlips } from '../../../core/glossary/typo.ts';
import fc from '../../fast-check.ts';

/** The number of slips between the query and the best prefix of the name, by full dynamic programming. */
function slipsInFull(query: string, name: string): number {
  const table = Array.from({ length: name.length + 1 }, (_, row) =>
    Array.from({ length: query.length + 1 }, (_, column) => (row === 0 ? column : column === 0 ? row : 0)),
  );
  const at = (row: number, column: number) => table[row]?.[column] ?? 0;
  for (let row = 1; row <= name.length; row++) {
    for (let column = 1; column <= query.length; column++) {
      const same = name[row - 1] === query[column - 1];
      const swapped =
        row > 1 && column > 1 && name[row - 1] === query[column - 2] && name[row - 2] === query[column - 1];
      const slips = [at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + (same ? 0 : 1)];
      (table[row] as number[])[column] = Math.min(...slips, ...(swapped ? [at(row - 2, column - 2) + 1] : []));
    }
  }
  return Math.min(...table.map((row) => row.at(-1) ?? 0));
}

test('names with slips are those found by comparing each, with the same number of slips', () => {
  const word = fc.stringMatching(/^[abc]{1,9}$/);
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 30 }), word, fc.constantFrom(1, 2), (given, query, most) => {
      const names = given.sort();
      const text = names.map((name) => `${name}\n`).join('');
      const places = Int32Array.from(names, (_, at) => names.slice(0, at).join('\n').length + Math.sign(at));
      const found = new Map<string, number>();
      eachWithSlips(text, places, query, most, (at, _, slips) => found.set(names[at] ?? '', slips));
      const wanted = names
        .map((name) => [name, slipsInFull(query, name)] as const)
        .filter(([, slips]) => slips <= most);
      expect(found).toEqual(new Map(wanted));
    }),
    { numRuns: 1000 },
  );
});
