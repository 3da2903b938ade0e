import { expect, test } from 'vitest';
import { compileNote } from '../../compiler/compile.ts';
import { HOSTILE } from './hostile-notes.ts';

/**
 * Whatever a file holds, it ends in an episode or in a problem that says which limit it exceeds. That each takes at most
 * 2 s and 500 MB is measured by `npm run bench:compile`, on a machine that does nothing else.
 */
test.each(HOSTILE)('$name: $outcome', ({ text, outcome }) => {
  const { edition, problems } = compileNote({ file: 'hostile.md', text: text() });
  expect(edition ? 'episode' : problems[0]?.rule).toBe(outcome);
  if (outcome === 'limit') expect(problems[0]?.values).toHaveProperty('most');
  expect(JSON.stringify(edition ?? '')).not.toMatch(/"(script|img|iframe)"|"javascript:/);
});
