import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Problem } from '../../core/note/problem.ts';
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

test('--explain: where everything was found, one line a note', async () => {
  const file = join(folder, '75.md');
  const body = '> [!summary]\n> In short.\n\n## One (0:10)\n\nText.\n\n## Two (1:00)\n\nText.\n';
  await writeFile(file, `---\nurl: https://youtu.be/abcdefghi99\nTitle: A talk\n---\n\n${body}`);
  const { stdout } = await notes('check', file, '--explain');
  await rm(file);
  expect(stdout.split('\n')[0]).toBe(
    `${file}: video from url:, title from Title:, 2 sections, 2 times from headings, summary from [!summary], 0 terms`,
  );
});

test('a single file about no video is reported with what is missing', async () => {
  const { code, stdout } = await notes('check', join(folder, '73.md'));
  expect(stdout).toMatch(/73\.md:1:1 error source-missing /);
  expect(code).toBe(1);
});

test('compile --json: episodes sorted by video, notes for one video side by side, an invalid note left out', async () => {
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

test('a reader of the output may stop early', async () => {
  const shell = `"${process.execPath}" "${cli}" compile "${folder}" --json | head -c 20`;
  const { stdout, stderr } = await promisify(execFile)('sh', ['-c', shell]);
  expect(stdout).toBe('{"episodes":[{"video');
  expect(stderr).toBe('');
});

describe('a folder is read by the rules of the library', () => {
  let vault = '';
  beforeAll(async () => {
    vault = await mkdtemp(join(tmpdir(), 'sleevenotes-vault-'));
    for (const name of ['.trash', '.obsidian', '__MACOSX', 'Sub', 'away']) await mkdir(join(vault, name));
    const german = note('abcdefghi11', 'ein Rad läuft').replace('there is', 'es gibt schöne Grüße und');
    await writeFile(join(vault, 'one.md'), note('abcdefghi10', 'one'));
    await writeFile(join(vault, 'Sub', 'two.markdown'), Buffer.from(german, 'latin1'));
    await writeFile(join(vault, '.trash', 'old.md'), '# no video');
    await writeFile(join(vault, '.obsidian', 'readme.md'), '# no video');
    await writeFile(join(vault, '__MACOSX', '._one.md'), new Uint8Array([0, 5, 22, 7]));
    await writeFile(join(vault, 'picture.md'), new Uint8Array([0x89, 0x50, 0, 0, 0, 0, 1, 2, 0, 0, 3]));
    await writeFile(join(vault, 'large.md'), 'x'.repeat(8 * 1024 * 1024 + 1));
    await symlink(join(vault, 'one.md'), join(vault, 'linked.md'));
    await symlink(join(vault, 'away'), join(vault, 'Sub', 'folder'));
    await symlink(join(vault, 'nowhere'), join(vault, 'broken.md'));
  });
  afterAll(() => rm(vault, { recursive: true }));

  test('hidden folders are skipped; links, files that are too large and binary files are reported', async () => {
    const { stdout } = await notes('check', vault, '--json');
    const { notes: read, problems } = JSON.parse(stdout);
    expect(read).toBe(4);
    expect(problems.map(({ file, rule }: Problem) => [file.slice(vault.length + 1), rule])).toEqual(
      [
        ['broken.md', 'file-linked'],
        ['linked.md', 'file-linked'],
        [join('Sub', 'folder'), 'file-linked'],
        ['large.md', 'file-too-large'],
        ['picture.md', 'binary'],
      ].sort(
        (a, b) => Number(a[1] !== 'file-linked') - Number(b[1] !== 'file-linked') || (`${a[0]}` < `${b[0]}` ? -1 : 1),
      ),
    );
  });

  test('a hidden folder given by name is read, and so is a link', async () => {
    expect((await notes('check', join(vault, '.trash'))).stdout).toMatch(/1 file is about no video/);
    expect((await notes('check', join(vault, 'linked.md'))).stdout).toBe('1 notes, 0 errors, 0 warnings\n');
  });

  test('a note in another encoding is read as the library reads it', async () => {
    const { stdout } = await notes('compile', join(vault, 'Sub'), '--json');
    expect(JSON.parse(stdout).episodes[0].editions[0].title).toBe('ein Rad läuft');
  });
});

test('a missing path is named', async () => {
  const { code, stderr } = await notes('check', join(folder, 'nowhere'));
  expect(stderr).toMatch(/nowhere: there is no such file or folder/);
  expect(code).toBe(2);
});
