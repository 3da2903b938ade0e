// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { createMarkerLayer } from '../../../platform/youtube/markers.ts';
import { element } from './fixtures.ts';

const MARKERS = [
  { start: 0, title: 'Hello' },
  { start: 300, title: 'Half way' },
  { start: 700, title: 'After the end' },
];
const layers = () => [...document.querySelectorAll<HTMLElement>('[data-sleevenotes]')];

/** The shadow root is closed, so the test captures it when it is created. */
const attach = vi.spyOn(Element.prototype, 'attachShadow');
const ticksDrawn = () => [...(attach.mock.results.at(-1)?.value.children ?? [])] as HTMLElement[];

beforeEach(() => document.body.replaceChildren(element('div', { class: 'ytp-progress-bar' })));

test('every section within the video gets a titled marker at its position on the bar', () => {
  createMarkerLayer().draw(MARKERS, 600);
  expect(ticksDrawn().map((tick) => [tick.title, Number.parseFloat(tick.style.left)])).toEqual([
    ['Hello', 0],
    ['Half way', 50],
  ]);
});

test('a mark differs from a section start in shape', () => {
  createMarkerLayer().draw(
    [
      { start: 150, title: 'A section' },
      { start: 300, title: 'My words', kind: 'mark' },
    ],
    600,
  );
  const [section, mark] = ticksDrawn();
  expect([mark?.title, mark?.style.left]).toEqual(['My words', '50.0000%']);
  expect(mark?.style.borderRadius).not.toBe(section?.style.borderRadius);
  expect(mark?.style.width).not.toBe(section?.style.width);
});

test('drawing again replaces, removing leaves nothing', () => {
  const layer = createMarkerLayer();
  layer.draw(MARKERS, 600);
  layer.draw(MARKERS.slice(0, 1), 600);
  expect(layers()).toHaveLength(1);
  layer.remove();
  expect(layers()).toHaveLength(0);
});

test.each([
  ['no bar', () => document.body.replaceChildren(), 600, MARKERS],
  ['an unknown length', () => {}, null, MARKERS],
  ['no markers', () => {}, 600, []],
] as const)('nothing is drawn with %s', (_, prepare, duration, markers) => {
  prepare();
  createMarkerLayer().draw(markers, duration);
  expect(layers()).toHaveLength(0);
});

test('titles are text, whatever they contain', () => {
  createMarkerLayer().draw([{ start: 1, title: '<img src=x onerror=alert(1)>' }], 600);
  expect(ticksDrawn()).toHaveLength(1);
  expect(ticksDrawn()[0]?.querySelector('img')).toBeNull();
});

test('a script of the page cannot find any title', () => {
  createMarkerLayer().draw([{ start: 1, title: 'My own words' }], 600);
  expect(ticksDrawn()[0]?.title).toBe('My own words');
  expect(layers()[0]?.shadowRoot).toBeNull();
  expect(document.documentElement.outerHTML).not.toContain('My own words');
});
