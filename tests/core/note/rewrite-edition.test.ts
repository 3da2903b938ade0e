import { expect, test } from 'vitest';
import { compileLibrary } from '../../../compiler/library.ts';
import { editionTexts, rewriteEdition } from '../../../core/note/rewrite-edition.ts';

test('the texts of a note are those that are rewritten', () => {
  const note = `---
source: https://www.youtube.com/watch?v=v0gjI__RyCY
title: A talk
summary: What a **clock** is for, as \`code\` says.
speaker: [Ada, Ben]
tags: [time]
---
### Clocks {#clocks}

**Ada**: **Escapement** (Hemmung: the part that *ticks*) is what [matters](https://example.com/page).

- one
- two \`three\`

| a | b |
| - | - |
| c | d |

### Watches

> Smaller.
`;
  const [episode] = compileLibrary([{ file: 'a.md', text: note }]).episodes;
  const edition = episode?.editions[0];
  if (!edition) throw new Error('nothing was compiled');
  const rewritten: string[] = [];
  rewriteEdition(edition, (text) => {
    rewritten.push(text);
    return text;
  });
  expect(rewritten).toContain('Escapement');
  expect(editionTexts(edition).sort()).toEqual(rewritten.sort());
});
