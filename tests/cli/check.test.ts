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
  await writeFile(join(folder, '70.txt'), note('abcdefghi10', 'a newer one'));
  await writeFile(join(folder, '71.markdown'), '---\ntitle: [\n---\n');
});
afterAll(() => rm(folder, { recursive: true }));

test('a folder: one line a problem, a total, exit code 1 on errors', async () => {
  const { code, stdout } = await notes('check', folder);
  const lines = stdout.trimEnd().split('\n');
  expect(lines.at(-1)).toBe('62 notes, 1 errors, 1 warnings');
  expect(lines[0]).toMatch(/70\.txt:[2-9]:1 warning edition-duplicate .*10\.md” is for the same video and language/);
  expect(lines[1]).toMatch(/71\.markdown:\d+:\d+ error front-matter /);
  expect(code).toBe(1);
});

test('--json: notes and problems, and nothing else', async () => {
  const { stdout, stderr } = await notes('check', folder, '--json');
  const { notes: read, problems } = JSON.parse(stdout);
  expect(read).toBe(62);
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

test('compile --json: episodes sorted by video, the later of two editions kept, a broken note left out', async () => {
  const { code, stdout } = await notes('compile', folder, '--json');
  const { episodes, problems } = JSON.parse(stdout);
  expect(episodes.map(({ videoId }: { videoId: string }) => videoId.slice(-2))).toEqual(
    Array.from({ length: 60 }, (_, index) => String(index + 10)),
  );
  expect(episodes[0].editions).toMatchObject([
    { title: 'a newer one', sections: [{ id: 'bread', title: 'Bread', level: 3 }], glossary: [] },
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
