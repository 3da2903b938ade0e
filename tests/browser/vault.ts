import type { Files } from './library-world.ts';

/** The video of the stand-in that the vault's notes are about; its length is 600 s. */
export const VAULT_VIDEO = 'noNoteHere1';

const address = `https://www.youtube.com/watch?v=${VAULT_VIDEO}`;

const LINES: readonly (readonly [clock: string, words: string])[] = [
  ['0:00', 'Welcome to the workshop. Today we look at how a lighthouse lens is ground by hand.'],
  ['0:41', 'The rough blank arrives from the foundry, and it is weighed twice before anybody cuts it.'],
  ['1:30', 'A blank that is too heavy hides a bubble, so the foundry takes it back without a question.'],
  ['2:55', 'The outer rings come next. Each ring is held by warm wax on a turning wheel.'],
  ['4:10', 'The wheel never stops, because a stopped wheel leaves a mark that nobody can polish out.'],
  ['6:20', 'At last the lens is tested: a candle is put behind it and the keeper walks down the beach.'],
  ['8:05', 'When the keeper sees the flame from the pier, the lens is signed and packed in straw.'],
];

/** An analysis in the transcript's words, under headings without a time. */
const ANALYSIS = `---
url: ${address}
tags: [optics]
---
# How a lighthouse lens is ground

> [!summary]
> A workshop grinds a lens by hand.

## The rough blank

The rough blank from the foundry is weighed twice before it is cut. A blank that is too heavy hides a bubble, and the
foundry takes it back.

## The outer rings

Each of the outer rings is held by warm wax on a turning wheel, and the wheel never stops: a stopped wheel leaves a mark.

## The candle on the beach

The lens is tested with a candle behind it while the keeper walks down the beach; it is signed and packed in straw.
`;

/** An Obsidian vault: an analysis and its transcript, a second note for the same video, and files about no video. */
export const VAULT: Files = {
  'Lens/Lens.md': ANALYSIS,
  'Lens/Lens (transcript).md': `---\nurl: ${address}\n---\n# Transcript\n\n${LINES.map(([clock, words]) => `**${clock}** ${words}`).join('\n\n')}\n`,
  'Friends/My own view.md': `---\nsource: ${address}\n---\n# What I took home\n\n## Wax\n\n> [!tip] Warm it first\n> Cold wax cracks.\n\n**Paraffin** (kerosene wax: holds a ring on the wheel) is cheap. See [[Paraffin]] and [[v0gjI__RyCY.en|two engineers]].\n`,
  'Daily/2026-11-25.md': '# Wednesday\n\nBought bread.\n',
  '.obsidian/app.json': '{}',
};
