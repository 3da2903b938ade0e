import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { toldProblem } from '../../cli/tell-problem.ts';
import { compileLibrary } from '../../compiler/library.ts';
import { RULES } from '../findings.ts';

const root = join(import.meta.dirname, '../..');
const fixtures = join(import.meta.dirname, 'fixtures/rules');
const documented = readFileSync(join(root, 'docs/rules.md'), 'utf8');

/** The problems of a fixture. A rule about several notes has several files: `rule.failing.1.md` and so on. */
function broken(rule: string, kind: 'failing' | 'passing') {
  const files = readdirSync(fixtures).filter((file) => file.startsWith(`${rule}.${kind}.`));
  expect(files).not.toEqual([]);
  const notes = files.sort().map((file) => ({ file, text: readFileSync(join(fixtures, file), 'utf8') }));
  return compileLibrary(notes).problems;
}

describe.each(RULES)('%s', (rule) => {
  test('is found where it is broken, and says where and how to mend it', () => {
    const problems = broken(rule, 'failing');
    expect(problems.map((problem) => problem.rule)).toEqual([rule]);
    expect(problems.map(toldProblem)[0]).toMatchSnapshot();
  });

  test('does not report a valid note', () => {
    expect(broken(rule, 'passing')).toEqual([]);
  });

  test('has a paragraph in docs/rules.md', () => {
    expect(documented).toMatch(new RegExp(`^## ${rule}\n\n\\S`, 'm'));
  });
});
