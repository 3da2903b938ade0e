import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compileLibrary } from '../../compiler/library.ts';

const root = join(import.meta.dirname, '../..');
const rules = readdirSync(join(root, 'compiler/rules'))
  .map((file) => file.replace('.ts', ''))
  .filter((name) => name !== 'rule');
const documented = readFileSync(join(root, 'docs/rules.md'), 'utf8');

/** Rules a fixture breaks. What it is about takes a second note: the plain one of the passing fixtures. */
function broken(rule: string, kind: 'failing' | 'passing') {
  const read = (name: string) => ({
    file: name,
    text: readFileSync(join(import.meta.dirname, 'fixtures/rules', name), 'utf8'),
  });
  const notes = [read(`${rule}.${kind}.md`)];
  if (rule === 'edition-duplicate') notes.push(read('source-missing.passing.md'));
  return compileLibrary(notes).problems;
}

describe.each(rules)('%s', (rule) => {
  test('is found where it is broken, and says where and how to mend it', () => {
    const problems = broken(rule, 'failing');
    expect(problems.map((problem) => problem.rule)).toEqual([rule]);
    expect(problems[0]).toMatchSnapshot();
    for (const value of problems[0]?.values ?? []) expect(problems[0]?.message).toContain(value);
  });

  test('leaves a sound note alone', () => {
    expect(broken(rule, 'passing')).toEqual([]);
  });

  test('has a paragraph in docs/rules.md', () => {
    expect(documented).toMatch(new RegExp(`^## ${rule}\n\n\\S`, 'm'));
  });
});
