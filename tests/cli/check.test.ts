import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { notes } from './run-notes.ts';

const cli = join(import.meta.dirname, '../../cli/notes.ts');
const note = (id: string, words: string) =>
  `---\nsource: https://youtu.be/${id}\ntitle: ${words}\n---\n\n### Bread\n\nFlour and water rest, and then there is **${words}**.\n`;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sleevenotes-cli-'));
  for (let index = 10; index < 70; index++) {
    await writeFile(join(folder, `${index}.md`), note(`abcdefghi${index}`, `note ${index}`));
  }
  await writeFile(join(folder, '70.txt'), note('abcdefghi10', 'another one'));
  await writeFile(join(folder, '71.markdown'), '---\n- title: youtu.be\n---\n');
  await writeFile(join(folder, '72.txt'), `${note('abcdefghi10', 'note 10')}\n`);
  await writeFile(join(folder, '73.md'), 'A shopping list.\n');
  await writeFile(join(folder, '74.md'), '---\nsource: https://example.org\n---\n\nA page.\n');
});
afterAll(() => rm(folder, { recursive: true }));

test('a folder: one line a problem, a total, exit code 1 on errors', async () => {
  const { code, stdout } = await notes('check', folder);
  const lines = stdout.trimEnd().split('\n');
  expect(lines).toHaveLength(4);
  expect(lines[0]).toMatch(/71\.markdown:\d+:\d+ error front-matter /);
  expect(lines[1]).toMatch(/72\.txt:[2-9]:1 warning edition-duplicate .*says the same as .*10\.md”/);
  expect(lines[2]).toBe('2 files are about no video');
  expect(lines[3]).toBe('63 notes, 1 errors, 1 warnings');
  expect(code).toBe(1);
});

test('--json: notes and problems, and nothing else', async () => {
  const { stdout, stderr } = await notes('check', folder, '--json');
  const { notes: read, noVideo, problems } = JSON.parse(stdout);
  expect(read).toBe(63);
  expect(noVideo).toEqual([join(folder, '73.md'), join(folder, '74.md')]);
  expect(Object.keys(problems[0])).toEqual([
    'file',
    'line',
    'column',
    'severity',
    'rule',
    'sentence',
    'values',
    'message',
  ]);
  expect(stderr).toBe('');
});

test('compile --json: episodes sorted by video, notes for one video side by side, a broken note left out', async () => {
  const { code, stdout } = await notes('compile', folder, '--json');
  const { episodes, problems } = JSON.parse(stdout);
  expect(episodes.map(({ videoId }: { videoId: string }) => videoId.slice(-2))).toEqual(
    Array.from({ length: 60 }, (_, index) => String(index + 10)),
  );
  expect(episodes[0].editions).toMatchObject([
    { files: [join(folder, '10.md')], title: 'note 10' },
    {
      files: [join(folder, '70.txt')],
      title: 'another one',
      sections: [{ id: 'bread', title: 'Bread', level: 3, start: null }],
      glossary: [],
    },
  ]);
  expect(problems).toHaveLength(2);
  expect(code).toBe(1);
});

test('whoever reads the output may stop early', async () => {
  const shell = `"${process.execPath}" "${cli}" compile "${folder}" --json | head -c 20`;
  const { stdout, stderr } = await promisify(execFile)('sh', ['-c', shell]);
  expect(stdout).toBe('{"episodes":[{"video');
  expect(stderr).toBe('');
});

test('a path that is not there is named', async () => {
  const { code, stderr } = await notes('check', join(folder, 'nowhere'));
  expect(stderr).toMatch(/nowhere: there is no such file or folder/);
  expect(code).toBe(2);
});
