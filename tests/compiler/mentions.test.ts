import { expect, test } from 'vitest';
import { compileNote } from '../../compiler/compile.ts';

/** Term → [where it is explained, where it is mentioned], by the headings' first letters. */
function placesOf(body: string, front = ''): Record<string, readonly [string | null, string]> {
  const text = `---\nsource: https://www.youtube.com/watch?v=abcdefghijk\n${front}---\n\n${body}`;
  const { edition } = compileNote({ file: 'a.md', text });
  return Object.fromEntries(
    (edition?.glossary ?? []).map(({ term, explainedIn, mentionedIn }) => [term, [explainedIn, mentionedIn.join(' ')]]),
  );
}

test('an entry has the section that explains it and every section that mentions it by any of its names', () => {
  const places = placesOf(
    [
      '### A {#a}\n\nFirst a talk about 反向传播, without a word of explanation.',
      '### B {#b}\n\nThen **反向传播**（backpropagation: how a network learns from its mistakes）.',
      '### C {#c}\n\nNobody speaks of it.',
      '### D {#d}\n\nBackpropagation was done by hand.',
    ].join('\n\n'),
  );
  expect(places).toEqual({ 反向传播: ['b', 'a b d'] });
});

test('a Latin name matches whole words only, whatever its case and its surroundings', () => {
  const places = placesOf(
    [
      '### A {#a}\n\n**RPC**（Remote Procedure Call: 像打电话一样的调用）。',
      '### B {#b}\n\nRPCs，GRPC，rpc2。',
      '### C {#c}\n\n用了rpc的时候。',
      '### D {#d}\n\n(RPC)',
      '### E {#e}\n\nremote procedure\ncall',
      '### F {#f}\n\nremote procedure calling',
    ].join('\n\n'),
  );
  expect(places.RPC).toEqual(['a', 'a c d e']);
});

test('the longest name wins: a term within another term is not a mention of it', () => {
  const places = placesOf(
    [
      '### A {#a}\n\n**模型**（model: 学会了什么的网络）和**语言模型**（language model: 预测下一个词的模型）。',
      '### B {#b}\n\n语言模型很大。',
      '### C {#c}\n\n模型很大，语言模型更大。',
      '### D {#d}\n\nA language model.',
    ].join('\n\n'),
  );
  expect(places.模型).toEqual(['a', 'a c']);
  expect(places.语言模型).toEqual(['a', 'a b c d']);
});

test('names in the front matter’s lists have mentions even without an explanation', () => {
  const places = placesOf(
    '### A {#a}\n\nAda Lovelace came.\n\n### B {#b}\n\nAdam came.\n\n### C {#c}\n\nThe Analytical Engine hums.',
    'people: [Ada Lovelace, Adam]\nproducts_models: [Analytical Engine]\n',
  );
  expect(places).toEqual({
    'Ada Lovelace': [null, 'a'],
    Adam: [null, 'b'],
    'Analytical Engine': [null, 'c'],
  });
});
