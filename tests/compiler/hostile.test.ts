import { expect, test } from 'vitest';
import { compileNote } from '../../compiler/compile.ts';
import { HOSTILE } from './hostile-notes.ts';

/**
 * Every file gives an episode or a problem that names the limit it exceeds. `npm run bench:compile -- --hostile` measures that
 * each takes at most 2 s and 500 MB, on an idle machine.
 */
test.each(HOSTILE)('$name: $outcome', ({ text, outcome }) => {
  const { edition, problems } = compileNote({ file: 'hostile.md', text: text() });
  expect(edition ? 'episode' : problems[0]?.rule).toBe(outcome);
  if (outcome === 'limit') expect(problems[0]?.values).toHaveProperty('most');
  expect(JSON.stringify(edition ?? '')).not.toMatch(/"(script|img|iframe)"|"javascript:/);
});
