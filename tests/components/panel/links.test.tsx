// @vitest-environment happy-dom
import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test } from 'vitest';
import { compileNote } from '../../../compiler/compile.ts';
import { NoteView } from '../../../components/panel/note-view.tsx';
import { PanelContext } from '../../../components/panel/panel-model.ts';
import type { EpisodeEdition } from '../../../core/note/episode.ts';
import { changing } from '../../../core/session/followed.ts';
import { createPanel } from '../../../entrypoints/sidepanel/create-panel.ts';
import { atHand, videoId } from '../../platform/store/notes.ts';
import { world } from '../../platform/watch/world.ts';
import { speak } from '../i18n.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const READERS = { read: async () => null, keep: async () => {} };
const LENS = videoId('lens-talk-1');
const WAX = videoId('wax-talk-01');

const NOTE = `---
source: https://youtu.be/lens-talk-1
title: Lens
tags: [optics]
---
## Grinding

A ring is held by [[Wax|warm wax]], cut from the [[blank]], and looked at by [[Nobody]]. See [[Lens]].

> [!tip] Never stop the wheel
> A stopped wheel leaves a mark.

> [!warning]
> Wear a mask.

## Terms

- **Blank**: the cast block of glass
`;

async function open(): Promise<{ opened: string[] }> {
  speak('en');
  const made = world();
  await made.ready();
  const opened: string[] = [];
  const { edition: compiled } = compileNote({ file: 'Lens.md', text: NOTE });
  if (!compiled) throw new Error('no note');
  const note: EpisodeEdition = atHand('own', compiled);
  const list = async () =>
    [
      { videoId: LENS, title: 'Lens' },
      { videoId: WAX, title: 'Bees and their wax', path: 'crafts/Wax.md' },
    ].map(({ videoId: id, title, path = 'Lens.md' }) => ({
      videoId: id,
      revision: '',
      editions: [
        {
          note: { origin: 'own' as const, source: 'folder:notes', path },
          language: 'en',
          title,
          sections: 1,
          terms: 0,
        },
      ],
    }));
  const panel = createPanel(made.watch, changing(null), { forgive: () => {} }, READERS, { list });
  const page = (
    <PanelContext value={{ ...panel, openEpisode: (id) => opened.push(id) }}>
      <NoteView edition={note} />
    </PanelContext>
  );
  await show(page);
  await act(async () => panel.move({ type: 'open', sections: note.sections.map(({ id }) => id) }));
  return { opened };
}

async function show(page: ReactNode): Promise<void> {
  const place = document.createElement('div');
  document.body.replaceChildren(place);
  await act(async () => createRoot(place).render(page));
}

/** Waits for lazy chunks and the list of episodes. */
async function settled(): Promise<void> {
  await act(async () => void (await import('../../../components/panel/page-link.tsx')));
  await act(async () => void (await new Promise((done) => setTimeout(done, 5))));
}

const button = (name: string) =>
  [...document.querySelectorAll<HTMLElement>('.section-text :is(button, [role="button"])')].find(
    ({ textContent }) => textContent === name,
  );

test('a link to another available note, by its file name, opens its video', async () => {
  const { opened } = await open();
  await settled();
  await act(async () => button('warm wax')?.click());
  expect(opened).toEqual([WAX]);
});

test('a link to an entry of the glossary opens its explanation, whatever its case', async () => {
  await open();
  await act(async () => button('blank')?.click());
  expect(document.querySelector('.term-definition')?.textContent).toContain('the cast block of glass');
});

test('a link without a target becomes its text', async () => {
  await open();
  await settled();
  expect(button('Nobody')).toBeUndefined();
  expect(document.querySelector('.section-text')?.textContent).toContain('looked at by Nobody.');
});

test('a callout keeps its kind, and its title in bold', async () => {
  await open();
  const callouts = [...document.querySelectorAll<HTMLElement>('blockquote')].map(({ dataset, textContent }) => [
    dataset.callout,
    textContent?.trim(),
  ]);
  expect(callouts).toEqual([
    ['tip', expect.stringMatching(/^Never stop the wheel\s*A stopped wheel/)],
    ['warning', 'Wear a mask.'],
  ]);
  expect(document.querySelector('blockquote strong')?.textContent).toBe('Never stop the wheel');
});
