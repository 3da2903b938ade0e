// @vitest-environment happy-dom
import { act, Profiler, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test } from 'vitest';
import { Head } from '../../../components/panel/head.tsx';
import { PanelContext } from '../../../components/panel/panel-model.ts';
import { changing } from '../../../core/session/followed.ts';
import { createPanel } from '../../../entrypoints/sidepanel/create-panel.ts';
import { answered, EDITION, EPISODE, world } from '../../platform/watch/world.ts';
import { speak } from '../i18n.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const READERS = { read: async () => null, keep: async () => {} };
const NO_EPISODES = { list: async () => [] };

test('the head is not drawn again as the video goes on', async () => {
  speak('en');
  const made = world();
  await made.ready();
  let drawn = 0;
  const page = (
    <PanelContext value={createPanel(made.watch, changing(null), { forgive: () => {} }, READERS, NO_EPISODES)}>
      <Profiler id="head" onRender={() => drawn++}>
        <Head edition={EDITION} />
      </Profiler>
    </PanelContext>
  );
  await show(page);
  expect(document.querySelector('h1')?.textContent).toBe('A talk on clocks');
  const before = drawn;
  for (let time = 20; time < 600; time += 20) await act(async () => made.plays(time));
  expect(drawn).toBe(before);
});

test.each([
  [590, 'This video is 10 s longer than its note says.'],
  [609, 'This video is 9 s shorter than its note says.'],
  [500, 're-cut'],
  [598, null],
] as const)('a note of %i s on a video of 600 s: the difference is said', async (duration, said) => {
  speak('en');
  const made = world();
  await made.ready();
  made.changeLibrary();
  const edition = { ...EDITION, duration };
  made.episodes.at(-1)?.resolve({ ...EPISODE, revision: 'r2', editions: [edition] });
  await answered();
  await show(
    <PanelContext value={createPanel(made.watch, changing(null), { forgive: () => {} }, READERS, NO_EPISODES)}>
      <Head edition={edition} />
    </PanelContext>,
  );
  const notice = document.querySelector('.notice')?.textContent ?? null;
  if (said) expect(notice).toContain(said);
  else expect(notice).toBeNull();
});

async function show(page: ReactNode): Promise<void> {
  const place = document.createElement('div');
  document.body.replaceChildren(place);
  await act(async () => createRoot(place).render(page));
}
