// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { beforeEach, expect, test } from 'vitest';
import { NoteContexts } from '../../../components/panel/note-contexts.tsx';
import { Outline } from '../../../components/panel/outline.tsx';
import { PanelContext } from '../../../components/panel/panel-model.ts';
import type { EpisodeEdition } from '../../../core/note/episode.ts';
import { changing } from '../../../core/session/followed.ts';
import { createPanel } from '../../../entrypoints/sidepanel/create-panel.ts';
import { editionOf } from '../../core/export/made-up.ts';
import { world } from '../../platform/watch/world.ts';
import { speak } from '../i18n.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const EDITION: EpisodeEdition = {
  note: { origin: 'own', source: 'files', path: 'a.md' },
  ...editionOf(
    '### One\n\nNothing here.\n\n### Two\n\nThe **anchor** (Anchor: a fork of steel) holds.\n\n' +
      '<details><summary>Original</summary>\n\nDer Anker hält die Unruh.\n\n</details>\n',
    'lang: en\n',
  ),
};

const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];

beforeEach(async () => {
  speak('en');
  // One column.
  (window as unknown as { happyDOM: { setViewport(to: object): void } }).happyDOM.setViewport({ width: 400 });
  const made = world();
  await made.ready();
  await made.watch.update({ bilingual: 'translation' });
  const panel = createPanel(
    made.watch,
    changing(null),
    { forgive: () => {} },
    {
      read: async () => null,
      keep: async () => {},
    },
    { list: async () => [] },
  );
  const place = document.createElement('div');
  document.body.replaceChildren(place);
  await act(async () =>
    createRoot(place).render(
      <PanelContext value={panel}>
        <NoteContexts edition={EDITION}>
          <Outline edition={EDITION} onSummary={() => {}} />
        </NoteContexts>
      </PanelContext>,
    ),
  );
});

async function search(query: string): Promise<void> {
  const field = document.querySelector<HTMLInputElement>('input[type="search"]');
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, query);
    field?.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

const click = (element: HTMLElement | undefined) => act(async () => element?.click());

test('a hit opens its section, and the explanation that contains the words', async () => {
  await search('fork');
  expect(all('[data-section]')).toHaveLength(1);
  expect(all('.section-text .words')).toHaveLength(0);
  await click(all('.excerpt')[0]);
  expect(all('.section-text .words')).toHaveLength(1);
  expect(all('.term')[0]?.getAttribute('aria-expanded')).toBe('true');
  expect(all('.term-definition')[0]?.textContent).toContain('a fork of steel');
});

test('a hit in visible text opens no explanation', async () => {
  await search('holds');
  await click(all('.excerpt')[0]);
  expect(all('.term')[0]?.getAttribute('aria-expanded')).toBe('false');
});

test('a hit in the original shows it, even if only the translation is chosen', async () => {
  await search('Unruh');
  await click(all('.excerpt')[0]);
  expect(all('.words-original').map(({ textContent }) => textContent)).toEqual(['Der Anker hält die Unruh.']);
});
