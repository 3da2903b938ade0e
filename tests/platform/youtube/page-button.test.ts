// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { createPageButton, type PressOutcome } from '../../../platform/youtube/page-button.ts';
import { element } from './fixtures.ts';

const TEXTS = { label: 'Notes', hint: 'Open the notes' };
const nothing = async (): Promise<PressOutcome | null> => null;
const drawn = () => [...document.querySelectorAll('[data-sleevenotes]')];

/** happy-dom lays nothing out; what is hidden is told by the attribute. */
Element.prototype.getClientRects = function (this: Element) {
  return (this.closest('[hidden]') ? [] : [{}]) as unknown as DOMRectList;
};

function titleLine(hidden = false): HTMLElement {
  const line = element('div', { id: 'title' }, [element('h1', {}, ['A talk'])]);
  return element('ytd-watch-metadata', hidden ? { hidden: '' } : {}, [line]);
}

beforeEach(() => document.body.replaceChildren(titleLine(true), titleLine()));

test('one button beside the title that is shown, however often it is asked for', () => {
  const button = createPageButton(TEXTS, nothing);
  button.show();
  button.show();
  expect(drawn()).toHaveLength(1);
  expect(document.querySelector('ytd-watch-metadata:not([hidden]) button')?.textContent).toContain('Notes');
});

test('it comes back when YouTube draws the title anew, and goes when told', () => {
  const button = createPageButton(TEXTS, nothing);
  button.show();
  document.body.replaceChildren(titleLine());
  button.show();
  expect(drawn()).toHaveLength(1);
  button.hide();
  expect(drawn()).toHaveLength(0);
});

test('no title, no button, no error', () => {
  document.body.replaceChildren();
  createPageButton(TEXTS, nothing).show();
  expect(drawn()).toHaveLength(0);
});

test('where a page cannot open the panel the button says how, for screen readers too', async () => {
  createPageButton(TEXTS, async () => ({ text: 'Use the toolbar.' })).show();
  document.querySelector('button')?.click();
  await vi.waitFor(() => expect(document.querySelector('[role=status]')?.textContent).toBe('Use the toolbar.'));
});

test('where the browser showed nothing the button offers the way out', async () => {
  const run = vi.fn();
  createPageButton(TEXTS, async () => ({ text: 'Nothing came.', action: { label: 'As a tab', run } })).show();
  document.querySelector('button')?.click();
  const action = await vi.waitFor(() => {
    const found = document.querySelector<HTMLButtonElement>('[role=status] button');
    expect(found?.textContent).toBe('As a tab');
    return found;
  });
  action?.click();
  expect(run).toHaveBeenCalledOnce();
});
