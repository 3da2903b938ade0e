// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MarksContext } from '../../../components/marks/marks-context.ts';
import { parts } from '../../../components/marks/parts.ts';
import { NoteView } from '../../../components/panel/note-view.tsx';
import { PanelContext } from '../../../components/panel/panel-model.ts';
import type { Mark } from '../../../core/marks/mark.ts';
import { changing } from '../../../core/session/followed.ts';
import { createPanel } from '../../../entrypoints/sidepanel/create-panel.ts';
import { mark } from '../../core/marks/made-up.ts';
import { beExtensionPage } from '../../platform/storage/fake-extension.ts';
import { EDITION, VIDEO, world } from '../../platform/watch/world.ts';
import { speak } from '../i18n.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

let root: Root | null = null;
beforeEach(async () => {
  speak('en');
  globalThis.indexedDB = new IDBFactory();
  await beExtensionPage(false);
  // One column.
  (window as unknown as { happyDOM: { setViewport(to: object): void } }).happyDOM.setViewport({ width: 400 });
});
afterEach(() => act(async () => root?.unmount()));

const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
const named = (name: string) =>
  all('button').find((button) => (button.getAttribute('aria-label') ?? button.textContent) === name);
const click = (element: HTMLElement | undefined) => act(async () => element?.click());
const rest = (milliseconds = 30) => act(() => new Promise<void>((done) => setTimeout(done, milliseconds)));
const press = (key: string, more: KeyboardEventInit = {}) =>
  act(async () => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
    document.activeElement?.dispatchEvent(event);
  });
const type = (text: string) =>
  act(async () => {
    const field = document.activeElement as HTMLTextAreaElement;
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });

async function panelWith(...marks: readonly Mark[]) {
  const made = world();
  const { createMarks } = await import('../../../entrypoints/shared/create-marks.ts');
  const { createMarksPort } = await import('../../../platform/marks/marks.ts');
  const port = createMarksPort();
  for (const each of marks) await port.put(each);
  const readers = { read: async () => null, keep: async () => {} };
  const panel = createPanel(made.watch, changing(null), { forgive: () => {} }, readers, { list: async () => [] });
  const model = createMarks({
    watch: made.watch,
    port,
    page: made.page,
    say: panel.say,
    makeNote: async () => null,
    drivesPage: true,
  });
  await made.ready();
  const place = document.createElement('div');
  document.body.replaceChildren(place);
  root = createRoot(place);
  await act(async () =>
    root?.render(
      <PanelContext value={panel}>
        <MarksContext value={{ ...parts, model }}>
          <NoteView edition={EDITION} />
        </MarksContext>
      </PanelContext>,
    ),
  );
  await rest();
  return { ...made, panel, model, stored: () => port.byVideo(VIDEO) };
}

test('marks stand between the sections by their time', async () => {
  await panelWith(
    mark({ id: 'late', video: VIDEO, at: 599 }),
    mark({ id: 'soon', video: VIDEO, at: 1, words: 'mine' }),
  );
  const rows = all('.outline > li').map(({ dataset }) => dataset.mark ?? dataset.section);
  expect(rows).toEqual([EDITION.sections[0]?.id, 'soon', EDITION.sections[1]?.id, EDITION.sections[2]?.id, 'late']);
  expect(all('[data-mark=soon]')[0]?.textContent).toContain('0:01');
});

test('by keyboard: mark, write, keep; the focus comes back to where it was', async () => {
  const { stored } = await panelWith();
  named('Mark this moment')?.focus();
  await click(named('Mark this moment'));
  expect(document.activeElement?.tagName).toBe('TEXTAREA');
  await type('a thought');
  await press('Enter', { isComposing: true });
  expect(all('.mark-field')).toHaveLength(1);
  await press('Enter');
  expect(all('.mark-field')).toHaveLength(0);
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Mark this moment');
  await vi.waitFor(async () => expect(await stored()).toMatchObject([{ words: 'a thought' }]));
  await rest();
  expect(all('[data-mark]')[0]?.textContent).toContain('a thought');
});

test('Escape keeps the mark without words', async () => {
  const { stored } = await panelWith();
  await click(named('Mark this moment'));
  await type('nothing');
  await press('Escape');
  expect(all('.mark-field')).toHaveLength(0);
  await vi.waitFor(async () => expect(await stored()).toMatchObject([{ words: '' }]));
});

test('keys that scroll or follow do nothing else in the field', async () => {
  const { panel } = await panelWith();
  const follows = () => panel.reader.read().following;
  await click(named('Mark this moment'));
  for (const key of ['Home', 'ArrowUp']) await press(key);
  expect(follows()).toBe(true);
  await act(async () => panel.move({ type: 'take-over' }));
  await press('Escape');
  expect(follows()).toBe(false);
});

test('a mark is moved, starred, written on and deleted where it stands, and deleting is taken back', async () => {
  const { stored, plays } = await panelWith(mark({ video: VIDEO, at: 65 }));
  await click(named('Edit the mark at 1:05'));
  await click(named('−1 s, 1 second earlier'));
  await rest();
  await click(named('Important'));
  await rest();
  expect(await stored()).toMatchObject([{ at: 64, starred: true }]);
  await act(async () => plays(120));
  await click(named('Now'));
  await rest();
  expect(await stored()).toMatchObject([{ at: 120 }]);
  all('.mark-editor textarea')[0]?.focus();
  await type('later');
  await press('Enter');
  await vi.waitFor(async () => expect(await stored()).toMatchObject([{ words: 'later' }]));
  await click(named('Edit the mark at 2:00'));
  await click(named('Delete'));
  await rest();
  expect(await stored()).toEqual([]);
  expect(document.activeElement).not.toBe(document.body);
  await click(named('Undo'));
  await rest();
  expect(await stored()).toMatchObject([{ at: 120, words: 'later', starred: true }]);
});

test('they have a view of their own with a search', async () => {
  await panelWith(
    mark({ id: 'a', video: VIDEO, at: 1, words: 'Kupplung' }),
    mark({ id: 'b', video: VIDEO, at: 2, quote: { kind: 'caption', text: 'the anchor holds' } }),
  );
  await click(all('#marks')[0]);
  expect(all('#marks-view [data-mark]')).toHaveLength(2);
  await act(async () => {
    const field = document.querySelector<HTMLInputElement>('#marks-view input');
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, 'anchor');
    field?.dispatchEvent(new Event('input', { bubbles: true }));
  });
  expect(all('#marks-view [data-mark]').map(({ dataset }) => dataset.mark)).toEqual(['b']);
});

test('without a mark there is no view of them', async () => {
  await panelWith();
  expect(all('#marks')).toHaveLength(0);
});

test('a passage that is selected in the text is kept with its words', async () => {
  const { stored } = await panelWith();
  expect(named('Keep this passage')).toBeUndefined();
  await click(all('.section-toggle')[0]);
  await act(async () => {
    getSelection()?.selectAllChildren(all('.block .words')[0] as HTMLElement);
    document.dispatchEvent(new Event('selectionchange'));
  });
  await click(named('Keep this passage'));
  await rest();
  const [kept] = await stored();
  expect(kept).toMatchObject({ quote: { kind: 'note' }, section: { title: 'One' } });
  expect(all('.block .words')[0]?.textContent).toContain(kept?.quote?.text.slice(0, 40));
});

test('a selection of something else is not kept', async () => {
  await panelWith();
  await act(async () => {
    getSelection()?.selectAllChildren(all('h1')[0] as HTMLElement);
    document.dispatchEvent(new Event('selectionchange'));
  });
  expect(named('Keep this passage')).toBeUndefined();
});
