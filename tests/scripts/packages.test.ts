import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ROOT } from '../../scripts/programs.mjs';
import { packagesOf } from '../../scripts/release/packages.ts';
import { isCheckout, zipOfCommit } from '../../scripts/release/sources.ts';
import { unzip, unzipTo } from '../../scripts/release/zip.ts';

const folder = mkdtempSync(join(tmpdir(), 'sleevenotes-packages-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SECRET = 'Dear diary, my token is hunter2';
const NOTE = `---\nsource: https://www.youtube.com/watch?v=noNoteHere1\ntitle: ${SECRET}\n---\n\n## ${SECRET}\n\n${SECRET}\n`;

/** Adds untracked files to a checkout, and sets the variable of `npm start -- --notes`. */
function plant(checkout: string): void {
  const planted: Readonly<Record<string, string>> = {
    'diary.md': NOTE,
    'content/noNoteHere1.en.md': NOTE,
    'token.txt': SECRET,
    'shared/secret.md': NOTE,
    'public/secret.txt': SECRET,
    '.env': `WXT_SECRET=${SECRET}`,
    '.env.production.local': `VITE_SECRET=${SECRET}`,
    'artifacts/secret.txt': SECRET,
    'entrypoints/secret.html': `<title>${SECRET}</title>`,
    'elsewhere/noNoteHere1.en.md': NOTE,
  };
  for (const [name, text] of Object.entries(planted)) {
    mkdirSync(join(checkout, name, '..'), { recursive: true });
    writeFileSync(join(checkout, name), text);
  }
  process.env.SLEEVENOTES_NOTES = join(checkout, 'elsewhere');
}

test.skipIf(!isCheckout(ROOT))(
  'untracked files of a checkout never get into a package',
  { timeout: 300_000 },
  async () => {
    const git = (...args: readonly string[]) =>
      execFileSync(
        'git',
        ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false', ...args],
        {
          cwd: folder,
        },
      );
    await unzipTo(zipOfCommit(ROOT, 'HEAD'), folder);
    git('init', '--quiet');
    git('add', '--all');
    git('commit', '--quiet', '--message', 'Everything');
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
    plant(folder);

    const packages = await packagesOf(folder, ['firefox']);
    delete process.env.SLEEVENOTES_NOTES;
    expect([...packages.keys()].map((name) => name.replace(/\d+\.\d+\.\d+/, 'N')).sort()).toEqual([
      'sleevenotes-N-firefox.zip',
      'sleevenotes-N-sources.zip',
    ]);
    for (const bytes of packages.values()) {
      const files = await unzip(new Uint8Array(bytes));
      expect(files.has('manifest.json') || files.has('package-lock.json')).toBe(true);
      const names = [...files.keys()];
      expect(
        names.filter((name) => /diary|token\.txt|secret|^shared\/|\.env|artifacts|node_modules|noNoteHere1/.test(name)),
      ).toEqual([]);
      const telling = [...files].filter(([, content]) => Buffer.from(content).includes('hunter2'));
      // This very file is one of the sources.
      expect(telling.map(([name]) => name).filter((name) => name !== 'tests/scripts/packages.test.ts')).toEqual([]);
    }
    // The build leaves no files in the checkout.
    expect(existsSync(join(folder, '.output'))).toBe(false);
  },
);
