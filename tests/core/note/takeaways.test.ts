import { expect, test } from 'vitest';
import { takeawaysOf } from '../../../core/note/takeaways.ts';
import { editionOf } from '../export/made-up.ts';

const titlesOf = (...titles: readonly string[]) =>
  takeawaysOf(editionOf(titles.map((title) => `## ${title}\n\n- One thing.\n- Another.\n`).join('\n'))).map(
    ({ title }) => title,
  );

test.each(['Takeaways', 'Key takeaways', '要点', '核心要点', '要點', '🔑 Key Points'])(
  'a list under “%s” is part of the summary',
  (title) => {
    expect(titlesOf('The talk', title)).toHaveLength(1);
  },
);

test('other sections are not, and neither is one without a list', () => {
  expect(titlesOf('The talk', 'Points of view', '要点之外')).toEqual([]);
  expect(takeawaysOf(editionOf('## Takeaways\n\nOnly words.\n\n## Two\n\nMore.\n'))).toEqual([]);
});
