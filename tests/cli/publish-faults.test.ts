import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { contentsOfFolder, idOf, note, runPublish } from './publish-command.ts';

/** A disk that takes only so many more changes of the published folder; the last one in part. */
const disk = vi.hoisted(() => ({ left: Number.POSITIVE_INFINITY }));
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  const isOver = (path: unknown) => String(path).includes('/out/') && --disk.left < 0;
  const end = () => Promise.reject(new Error('the run ends here'));
  return {
    ...real,
    writeFile: async (...args: Parameters<typeof real.writeFile>) => {
      if (!isOver(args[0])) return real.writeFile(...args);
      await real.writeFile(args[0], 'cut off');
      return end();
    },
    rename: async (...args: Parameters<typeof real.rename>) => (isOver(args[0]) ? end() : real.rename(...args)),
    rm: async (...args: Parameters<typeof real.rm>) => (isOver(args[0]) ? end() : real.rm(...args)),
  };
});

let home = '';
let notes = '';
let out = '';
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'sleevenotes-publish-'));
  [notes, out] = [join(home, 'notes'), join(home, 'out')];
  await mkdir(notes);
  for (let at = 0; at < 3; at++) await writeFile(join(notes, `${at}.md`), note(at));
});
afterEach(() => rm(home, { recursive: true }));

const publish = (...more: string[]) => runPublish(notes, '--out', out, '--title', 'Bread', ...more);
const write = async (path: string, contents: string) => {
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, contents);
};
const catalogJson = async () => JSON.parse(await readFile(join(out, 'catalog.json'), 'utf8'));

test('files of other people in the folder stay as they are', async () => {
  const theirs = [
    'photo-0123456789abcdef.bin',
    'shards/readme.txt',
    'v/readme.html',
    'second/shards/all-0123456789abcdef.bin',
    'second/filter-0123456789abcdef.bin',
  ].map((name) => join(out, name));
  for (const path of theirs) await write(path, 'theirs');
  for (const words of ['Rye', 'Oats']) {
    await writeFile(join(notes, '1.md'), note(1, words));
    expect((await publish('--site')).code).toBe(0);
  }
  for (const path of theirs) expect(await readFile(path, 'utf8')).toBe('theirs');
});

test.each(['index.html', 'site.css', `v/${idOf(1)}.html`])(
  '--site does not overwrite %s of somebody else',
  async (name) => {
    await write(join(out, name), 'theirs');
    const { code, stderr } = await publish('--site');
    expect([code, stderr]).toEqual([2, expect.stringContaining(join(out, name))]);
    expect(await readFile(join(out, name), 'utf8')).toBe('theirs');
    expect((await publish()).code).toBe(0);
  },
);

test('pages and index pages without notes are removed', async () => {
  await publish('--site');
  await writeFile(join(out, 'index-2.html'), 'of a time with more episodes');
  await rm(join(notes, '2.md'));
  await publish('--site');
  expect(await readdir(out)).not.toContain('index-2.html');
  expect(await readdir(join(out, 'v'))).toHaveLength(4);
});

test('a run that ends at any moment is made up for by the next', async () => {
  await publish('--site');
  const before = join(home, 'before');
  await cp(out, before, { recursive: true });
  await writeFile(join(notes, '1.md'), note(1, 'Rye'));
  await rm(join(notes, '2.md'));
  await publish('--site');
  const after = await contentsOfFolder(out);

  let isOver = false;
  for (let changes = 1; !isOver; changes++) {
    await rm(out, { recursive: true });
    await cp(before, out, { recursive: true });
    disk.left = changes;
    isOver = await publish('--site').then(
      () => true,
      () => false,
    );
    disk.left = Number.POSITIVE_INFINITY;
    await publish('--site');
    expect(await contentsOfFolder(out), `after ${changes} changes`).toEqual(after);
  }
}, 30_000);

test('publishing again mends a file that is missing or damaged', async () => {
  await publish('--site');
  const whole = await contentsOfFolder(out);
  const [shard = ''] = [...whole.keys()].filter((name) => name.startsWith('shards/'));
  await writeFile(join(out, shard), 'damaged');
  await rm(join(out, 'v', `${idOf(1)}.html`));
  expect((await publish('--site')).code).toBe(0);
  expect(await contentsOfFolder(out)).toEqual(whole);
});

test('two runs at once do not mix; the lock of a process that is gone does no harm', async () => {
  await mkdir(out);
  await writeFile(join(out, 'publisher.lock'), `${process.ppid} ${hostname()}`);
  expect(await publish()).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('another run is publishing there'),
  });
  // Above the highest number that a process can have.
  await writeFile(join(out, 'publisher.lock'), `4194305 ${hostname()}`);
  expect((await publish()).code).toBe(0);
  expect(await readdir(out)).not.toContain('publisher.lock');
});

test('what is wrong with a note is said again each time, and spoils nothing else', async () => {
  await writeFile(join(notes, 'bad.md'), Buffer.from([0, 1, 2, 0xff, 0, 3]));
  await symlink('nowhere', join(notes, '1.vtt'));
  for (let time = 0; time < 2; time++) {
    const { code, stdout, stderr } = await publish();
    expect([code, stderr]).toEqual([1, expect.stringContaining('bad.md')]);
    expect(stdout).toContain('3 episodes, 3 notes');
  }
  expect((await catalogJson()).news).toEqual([]);
});

test('links are named, and not followed', async () => {
  await symlink('..', join(notes, 'loop'));
  await symlink('nowhere.md', join(notes, 'broken.md'));
  const { code, stdout, stderr } = await publish();
  expect([code, stdout]).toEqual([0, expect.stringContaining('3 episodes, 3 notes')]);
  for (const name of ['loop', 'broken.md']) expect(stderr).toContain(join(notes, name));
});

test('notes with one path in folders of one name are all published', async () => {
  await write(join(home, 'a/notes/1.md'), note(20));
  await write(join(home, 'b/notes/1.md'), note(21));
  const args = [join(home, 'a/notes'), join(home, 'b/notes'), notes, join(notes, '1.md')];
  const { stdout } = await runPublish(...args, '--out', out, '--title', 'Bread');
  expect(stdout).toContain('5 episodes, 5 notes');
});

test('touched notes without another word are no news', async () => {
  await publish();
  await writeFile(join(notes, '1.md'), `${note(1)}\n\n`);
  expect((await publish()).stdout).toContain('0 episodes new');
  expect((await catalogJson()).news).toEqual([]);
});

test('a note of any language and any number of notes of a video leave the catalog readable', async () => {
  await writeFile(join(notes, 'odd.md'), note(1).replace('lang: en', `lang: en-x-${'abcdefgh-'.repeat(6)}end`));
  for (let at = 0; at < 110; at++) await writeFile(join(notes, `many-${at}.md`), note(1, `Words ${at}`));
  expect((await publish()).code).toBe(0);
  expect(await runPublish('--check', out)).toMatchObject({ code: 0, stderr: '' });
});

test('all notes can be taken away, but a folder without any is not published', async () => {
  await publish();
  for (const name of await readdir(notes)) await rm(join(notes, name));
  expect(await publish()).toMatchObject({ code: 0, stderr: expect.stringContaining('the catalog is empty') });
  expect((await runPublish('--check', out)).code).toBe(0);
  const nothing = await runPublish(notes, '--out', join(home, 'new'), '--title', 'Bread');
  expect(nothing).toMatchObject({ code: 2, stderr: expect.stringContaining('there are no notes in') });
});

test.each([
  [['--title', 'x'.repeat(201)], '--title: 201 characters'],
  [['--title', ' \u200b\n'], 'give the catalog a title'],
  [['--title', 'x', '--mirror', 'http://mirror.example/'], 'subscribers need https'],
  [['--title', 'x', '--moved-to', 'https://['], 'not an address'],
  [['--title', 'x', '--home', 'javascript:alert(1)'], 'not a web address'],
  [
    ['--title', 'x', ...Array.from({ length: 11 }, (_, at) => ['--mirror', `https://m${at}.example/`]).flat()],
    '10 at most',
  ],
])('%j is refused, because subscribers would refuse it', async (args, sentence) => {
  const { code, stderr } = await runPublish(notes, '--out', out, ...args);
  expect([code, stderr]).toEqual([2, expect.stringContaining(sentence)]);
});

test('a title of several lines that turns the direction of others becomes one line', async () => {
  await runPublish(notes, '--out', out, '--title', ' Bread\n\u202eand butter ');
  expect((await catalogJson()).title).toBe('Bread and butter');
});

test('what the file system refuses is said in a sentence', async () => {
  await writeFile(out, 'a file');
  const { code, stderr } = await publish();
  expect([code, stderr]).toEqual([1, `notes publish: ${out}: a folder is needed, and this is a file.\n`]);
  expect((await publish('--transcripts', join(home, 'nowhere'))).stderr).not.toContain('at ');
});
