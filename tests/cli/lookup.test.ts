import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { notes } from './run-notes.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sleevenotes-lookup-'));
  const note = (id: string, body: string) => `---\nsource: https://youtu.be/${id}\n---\n\n### One\n\n${body}\n`;
  await writeFile(
    join(folder, 'a.md'),
    note('abcdefghi10', 'It was **annealing** (退火: cooling slowly), then waiting.'),
  );
  await writeFile(join(folder, 'b.md'), note('abcdefghi11', 'The **hub** (Nabe: the middle) turns.'));
});
afterAll(() => rm(folder, { recursive: true }));

test.each([
  ['annealing', { term: 'annealing', video: 'abcdefghi10', reason: 'term', matched: 'annealing', kind: 'term' }],
  ['退火', { term: 'annealing', reason: 'alias', matched: '退火' }],
  ['nab', { term: 'hub', video: 'abcdefghi11', reason: 'alias-start' }],
  ['anealing', { term: 'annealing', reason: 'typo' }],
  ['cooling', { term: 'annealing', reason: 'definition' }],
])('--json: %s', async (query, expected) => {
  const { code, stdout, stderr } = await notes('lookup', query, folder, '--json');
  const found = JSON.parse(stdout);
  expect(found.query).toBe(query);
  expect(found.results[0]).toMatchObject(expected);
  expect([code, stderr]).toEqual([0, '']);
});

test('for people: one line per result, and a message when there is none', async () => {
  expect((await notes('lookup', 'nab', folder)).stdout).toBe('hub\tabcdefghi11\talias-start (Nabe)\n');
  expect(await notes('lookup', 'zzzzzz', folder)).toEqual({
    code: 0,
    stdout: 'nothing found for "zzzzzz"\n',
    stderr: '',
  });
});

test('a note with an error is reported, and the others are searched', async () => {
  await writeFile(join(folder, 'c.md'), '# no video\n');
  const { code, stdout, stderr } = await notes('lookup', 'hub', folder, '--json');
  expect(JSON.parse(stdout).results).toHaveLength(1);
  expect(stderr).toMatch(/c\.md:1:1 error source-missing/);
  expect(code).toBe(1);
  await rm(join(folder, 'c.md'));
});

test.each([
  [['lookup'], /say what to look up/],
  [['lookup', 'hub'], /name a note or a folder of notes to look "hub" up in/],
  [['lookup', 'hub', 'nowhere'], /nowhere: there is no such file or folder/],
])('%j makes no sense: why, and exit code 2', async (args, why) => {
  const { code, stdout, stderr } = await notes(...args);
  expect(stderr).toMatch(why);
  expect([code, stdout]).toEqual([2, '']);
});
