// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test } from 'vitest';
import { BasisLine } from '../../../components/panel/basis-line.tsx';
import { PanelContext } from '../../../components/panel/panel-model.ts';
import { changing } from '../../../core/session/followed.ts';
import { createPanel } from '../../../entrypoints/sidepanel/create-panel.ts';
import { answered, EDITION, EPISODE, VIDEO, world } from '../../platform/watch/world.ts';
import { speak } from '../i18n.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

test('that a live stream has no captions yet stays said when its length becomes unknown', async () => {
  speak('en');
  const made = world();
  await made.ready();
  const timestamps = Object.fromEntries(EDITION.sections.map(({ id }, at) => [id, at * 100]));
  made.changeLibrary();
  // The author's times are of another cut than the 600 s that the page says.
  made.episodes.at(-1)?.resolve({ ...EPISODE, revision: 'r2', editions: [{ ...EDITION, duration: 500, timestamps }] });
  await answered();
  const readers = { read: async () => null, keep: async () => {} };
  const panel = createPanel(made.watch, changing(null), { forgive: () => {} }, readers, { list: async () => [] });
  const place = document.createElement('div');
  document.body.replaceChildren(place);
  await act(async () =>
    createRoot(place).render(
      <PanelContext value={panel}>
        <BasisLine />
      </PanelContext>,
    ),
  );
  await act(async () => made.tell({ type: 'asking', videoId: VIDEO, asking: { step: 'failed', why: 'live' } }));
  expect(place.textContent).toContain('This is a live stream.');
  const evidence = { duration: null, chapters: [], chapterOrigin: 'unknown', transcript: null } as const;
  const clock = { videoId: VIDEO, time: 10, duration: null, playing: true, rate: 1, ad: false, live: true };
  await act(async () => {
    made.tell({ type: 'evidence', videoId: VIDEO, evidence });
    made.tell({ type: 'clock', reading: clock });
  });
  expect(made.watch.read().known.duration).toBeNull();
  expect(place.textContent).toContain('This is a live stream.');
});
