// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { beforeEach, expect, test } from 'vitest';
import { NoteView } from '../../../components/panel/note-view.tsx';
import { PanelContext, type PanelModel } from '../../../components/panel/panel-model.ts';
import { changing } from '../../../core/session/followed.ts';
import { createPanel } from '../../../entrypoints/sidepanel/create-panel.ts';
import { EDITION, world } from '../../platform/watch/world.ts';
import { speak } from '../i18n.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

/** Two hours of captions, three seconds each; one sentence spans two of them. */
const CUES = Array.from({ length: 2400 }, (_, at) => ({
  start: at * 3,
  text: at === 1200 ? 'and then the slow' : at === 1201 ? 'cooling of glass' : `line ${at} of the talk`,
  ...(at < 2 ? { speaker: 'Ada Example' } : {}),
}));
const NOTE = { ...EDITION, transcript: { language: 'en', cues: CUES } };

let made: ReturnType<typeof world>;
let panel: PanelModel;
const sought: number[] = [];

const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
const lines = () => all('.cue button').map(({ textContent }) => textContent);
const settled = () => act(async () => void (await new Promise((done) => setTimeout(done, 20))));

async function show(note = NOTE): Promise<void> {
  const place = document.createElement('div');
  document.body.replaceChildren(place);
  await act(async () =>
    createRoot(place).render(
      <PanelContext value={{ ...panel, seek: (time) => void sought.push(time) }}>
        <NoteView edition={note} />
      </PanelContext>,
    ),
  );
  await act(async () => void (await import('../../../components/panel/transcript-view.tsx')));
}

beforeEach(async () => {
  speak('en');
  sought.length = 0;
  made = world();
  const ready = made.ready();
  await ready;
  panel = createPanel(
    { ...made.watch, read: () => ({ ...made.watch.read(), edition: NOTE }) },
    changing(null),
    { forgive: () => {} },
    { read: async () => null, keep: async () => {} },
    { list: async () => [] },
  );
});

async function open(): Promise<void> {
  await show();
  await act(async () => all('#transcript')[0]?.click());
  await settled();
}

test('the transcript within a note has its own view, with all cues', async () => {
  await open();
  for (let turn = 0; turn < 50 && lines().length < CUES.length; turn++) await settled();
  expect(lines()).toHaveLength(CUES.length);
  expect(lines()[3]).toBe('0:09line 3 of the talk');
  expect(all('.cue .speaker').map(({ textContent }) => textContent)).toEqual(['Ada Example']);
});

test('lines near the current moment are rendered first, and the line being spoken is marked', async () => {
  made.plays(3602);
  await open();
  expect(all('.cue[aria-current]').map(({ textContent }) => textContent)).toEqual(['1:00:00and then the slow']);
  await act(async () => made.plays(3604));
  expect(all('.cue[aria-current]').map(({ textContent }) => textContent)).toEqual(['1:00:03cooling of glass']);
});

test('a click on a line, and Enter on the one chosen by arrow keys, seek to its moment', async () => {
  await open();
  await act(async () => all('.cue button')[2]?.click());
  expect(sought).toEqual([6]);
  const [first, second] = all('.cue button');
  first?.focus();
  await act(async () => first?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true })));
  expect(document.activeElement).toBe(second);
  expect(all('.cue button[tabindex="0"]')).toHaveLength(1);
});

test('search lists the lines that contain the query, also across two lines', async () => {
  await open();
  const field = all('.transcript input')[0] as HTMLInputElement;
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, 'slow cooling');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await settled();
  expect(lines()).toEqual(['1:00:00and then the slow', '1:00:03cooling of glass']);
  expect(all('.transcript mark').map(({ textContent }) => textContent)).toEqual(['slow', 'cooling']);
});

test('following ends when the reader scrolls the list, and is offered again in the same view', async () => {
  await open();
  await act(async () => panel.move({ type: 'take-over' }));
  expect(panel.reader.read()).toMatchObject({ view: 'transcript', following: false });
  await act(async () => panel.resume());
  expect(panel.reader.read()).toMatchObject({ view: 'transcript', following: true });
});
