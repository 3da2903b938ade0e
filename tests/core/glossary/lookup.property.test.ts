import { describe, expect, it } from 'vitest';
import { addDefinitions, buildIndex } from '../../../core/glossary/build-index.ts';
import { lookup } from '../../../core/glossary/lookup.ts';
import type { LookupEntry } from '../../../core/glossary/lookup-source.ts';
import type { Reason } from '../../../core/glossary/reason.ts';
import { foldName, foldWords } from '../../../core/text/fold.ts';
import fc from '../../fast-check.ts';
import { entry, HERE, source } from './made-up.ts';

const context = { current: HERE, languages: ['zh-Hans'], limit: 1000 } as const;

const name = fc
  .array(fc.constantFrom('a', 'b', 'ab', 'ba', 'net', ' ', '-', '网', '络', '网络', 'Ａ', 'é', '1'), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join(''));
const entries = fc.array(fc.record({ term: name, aliases: fc.array(name, { maxLength: 2 }) }), { maxLength: 12 });

/** A naive reference implementation: compares every name of every entry. */
function naive(list: readonly LookupEntry[], query: string): Map<string, Reason> {
  const typed = foldName(query);
  const found = new Map<string, Reason>();
  if (typed === '') return found;
  const within = typed.length >= (/[^a-z0-9]/.test(typed) ? 1 : 3);
  for (const { id, term, aliases } of list) {
    const names = [term, ...aliases].map((text) => ({ key: foldName(text), words: foldWords(text).split(' ') }));
    const tests: [Reason, boolean][] = [];
    for (const [at, { key }] of names.entries()) {
      tests.push([at === 0 ? 'term' : 'alias', key === typed]);
      tests.push([at === 0 ? 'term-start' : 'alias-start', key.startsWith(typed)]);
      const later = names[at]?.words.some((_, from, words) => from > 0 && words.slice(from).join('').startsWith(typed));
      tests.push([at === 0 ? 'term-part' : 'alias-part', later === true || (within && key.includes(typed))]);
    }
    const order: Reason[] = ['term', 'alias', 'term-start', 'alias-start', 'term-part', 'alias-part'];
    const reason = order.find((each) => tests.some(([kind, holds]) => kind === each && holds));
    if (reason) found.set(id, reason);
  }
  return found;
}

describe('the index', () => {
  it('finds the same entries by name as a naive search, for the same reasons', () => {
    fc.assert(
      fc.property(entries, name, (made, query) => {
        const list = made.map(({ term, aliases }, at) => entry(term, { id: String(at), aliases }));
        const all = lookup(buildIndex([source(list)]), query, context);
        const results = all.filter(({ reason }) => reason !== 'typo' && reason !== 'held');
        expect(new Map(results.map(({ entry: { id }, reason }) => [id, reason]))).toEqual(naive(list, query));
      }),
      { numRuns: 500 },
    );
  });

  it('finds in a longer text only names that it contains', () => {
    fc.assert(
      fc.property(entries, name, name, (made, before, after) => {
        const list = made.map(({ term, aliases }, at) => entry(term, { id: String(at), aliases }));
        const held = lookup(buildIndex([source(list)]), `${before} zzz ${after}`, context);
        for (const { reason, matched } of held) {
          if (reason === 'held') expect(foldName(`${before} zzz ${after}`)).toContain(foldName(matched));
        }
      }),
    );
  });

  it('finds every entry by each of its names', () => {
    fc.assert(
      fc.property(entries, (made) => {
        const list = made.map(({ term, aliases }, at) => entry(term, { id: String(at), aliases }));
        const index = buildIndex([source(list)]);
        for (const { id, term, aliases } of list) {
          for (const each of [term, ...aliases]) {
            if (foldName(each) === '') continue;
            expect(lookup(index, each, context).map((result) => result.entry.id)).toContain(id);
          }
        }
      }),
    );
  });

  it('finds a name with one slip in it', () => {
    const word = fc.stringMatching(/^[a-z]{5,12}$/);
    fc.assert(
      fc.property(word, fc.nat(), fc.constantFrom('drop', 'double', 'swap'), (term, place, slip) => {
        const at = place % (term.length - 1);
        const typed =
          slip === 'drop'
            ? term.slice(0, at) + term.slice(at + 1)
            : slip === 'double'
              ? term.slice(0, at) + term.charAt(at) + term.slice(at)
              : term.slice(0, at) + term.charAt(at + 1) + term.charAt(at) + term.slice(at + 2);
        expect(lookup(buildIndex([source([entry(term)])]), typed, context)).toHaveLength(1);
      }),
    );
  });

  it('answers any query, with entries it contains, in order', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { maxLength: 8 }), text, (made, query) => {
        const list = made.map(([term, definition], at) => entry(term, { id: String(at), definition }));
        const results = lookup(addDefinitions(buildIndex([source(list)])), query, context);
        expect(new Set(results.map((result) => result.entry.id)).size).toBe(results.length);
      }),
    );
  });
});
