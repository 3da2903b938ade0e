// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Mark } from '../../../core/marks/mark.ts';
import { mark, video } from '../../core/marks/made-up.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const marks = [
  mark({ id: 'a', at: 65.5, words: 'Look this up', quote: { kind: 'caption', text: 'ground on wet sand' } }),
  mark({ id: 'b', at: 3, starred: true }),
  mark({ id: 'c', video: video('clocks-talk'), videoTitle: 'Clocks', words: 'Pendulum', created: 5 }),
  mark({ id: 'd', words: 'Gone', deleted: 9 }),
];
const onChange = vi.fn(async () => true);
const onRemove = vi.fn();
let container: HTMLElement;

async function show(some: readonly Mark[]): Promise<void> {
  const { speak } = await import('../i18n.ts');
  speak('en');
  const { MarkList } = await import('../../../components/library/mark-list.tsx');
  container = document.createElement('div');
  document.body.replaceChildren(container);
  await act(async () =>
    createRoot(container).render(
      <MarkList marks={some} actions={() => null} onChange={onChange} onRemove={onRemove} onRestore={vi.fn()} />,
    ),
  );
}

beforeEach(() => vi.resetModules());
afterEach(() => vi.clearAllMocks());

const named = (name: string) => container.querySelector<HTMLElement>(`[aria-label="${name}"]`);
const titles = () => [...container.querySelectorAll('h3')].map(({ textContent }) => textContent);

/** React looks at the value by way of the element's own property. */
async function set(field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement, value: string): Promise<void> {
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, value);
  await act(async () => {
    const type = field instanceof HTMLSelectElement ? 'change' : 'input';
    field.dispatchEvent(new Event(type, { bubbles: true }));
  });
}

async function press(target: Element | null, key: string): Promise<void> {
  await act(async () => target?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })));
}

it('stands by video, and each time opens the video there', async () => {
  await show(marks);
  expect(titles()).toEqual(['How a lens is ground', 'Clocks']);
  expect(named('Open the video at 1:05')?.getAttribute('href')).toBe(
    'https://www.youtube.com/watch?v=lens-talk-1&t=65s',
  );
  expect(container.textContent).not.toContain('Gone');
});

it('is searched, and shows deleted ones when asked for', async () => {
  await show(marks);
  await set(container.querySelector('input[type=search]') as HTMLInputElement, 'wet SAND');
  expect([...container.querySelectorAll('li')]).toHaveLength(1);
  await set(container.querySelector('input[type=search]') as HTMLInputElement, '');
  await set(container.querySelector('select') as HTMLSelectElement, 'deleted');
  expect(named('Put back the mark at 1:05')).not.toBeNull();
});

it('a mark is edited by the keyboard alone; its time keeps its fraction unless another is typed', async () => {
  await show(marks);
  await act(async () => named('Edit the mark at 1:05')?.click());
  const field = container.querySelector('textarea');
  expect(document.activeElement).toBe(field);
  await set(field as HTMLTextAreaElement, 'Looked up');
  await press(field, 'Enter');
  expect(onChange).toHaveBeenCalledWith('a', { words: 'Looked up', at: 65.5 });
  expect(container.querySelector('textarea')).toBeNull();
});

it('words that are not stored stay in their field', async () => {
  onChange.mockResolvedValueOnce(false);
  await show(marks);
  await act(async () => named('Edit the mark at 1:05')?.click());
  const field = container.querySelector('textarea') as HTMLTextAreaElement;
  await set(field, 'Looked up');
  await press(field, 'Enter');
  expect(container.querySelector('textarea')?.value).toBe('Looked up');
});

it('Escape leaves a mark as it was, and a time that is none is not kept', async () => {
  await show(marks);
  await act(async () => named('Edit the mark at 0:03')?.click());
  await set(container.querySelector('input[inputmode=numeric]') as HTMLInputElement, '3 o’clock');
  await press(container.querySelector('textarea'), 'Enter');
  expect(container.textContent).toContain('such as 12:34');
  await press(container.querySelector('textarea'), 'Escape');
  expect(container.querySelector('textarea')).toBeNull();
  expect(onChange).not.toHaveBeenCalled();
});

it('says what to do while there is none', async () => {
  await show([]);
  expect(container.textContent).toContain('No marks yet.');
});
