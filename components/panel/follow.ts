import { type RefObject, useEffect } from 'react';
import { isFollowing, type Reader } from '../../core/session/reader.ts';
import type { Passage } from '../../core/session/reading-passage.ts';
import { currentSection, type Watched } from '../../core/session/watched.ts';
import { useSlice } from '../shared/use-slice.ts';
import { usePanel, useReader, useWatched } from './panel-model.ts';

/** What covers the list's edges: the tabs, and whatever floats over its foot. */
const UPPER_EDGE = 48;
const LOWER_EDGE = 56;

const SCROLL_KEYS = new Set(['PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown']);

const editionOf = ({ edition }: Watched) => edition;
const settingsOf = ({ settings }: Watched) => settings;
const placeOf = (passage: Passage | null) => passage && `${passage.section}/${passage.block}`;
const whole = (reader: Reader) => reader;

interface FollowProps {
  readonly scroller: RefObject<HTMLElement | null>;
}

/** Keeps the section playing in view until the reader scrolls the list. Renders nothing. */
export function Follow({ scroller }: FollowProps): null {
  const { move, resume } = usePanel();
  const current = useWatched(currentSection);
  const edition = useWatched(editionOf);
  const settings = useWatched(settingsOf);
  const reader = useReader(whole);
  const active = isFollowing(reader, settings);
  const passage = useSlice(usePanel().passage, placeOf, undefined);

  useEffect(() => {
    const list = scroller.current;
    if (!active || current === null || edition === null || !list) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const behavior = calm ? 'instant' : 'smooth';
    const show = () => {
      const spoken = passage === null ? null : list.querySelector<HTMLElement>(`[data-place="${CSS.escape(passage)}"]`);
      const column = spoken?.closest<HTMLElement>('.text-column') ?? null;
      if (spoken) showPassage(spoken, column ?? list, behavior);
      if (!spoken || column)
        list
          .querySelector(`[data-section="${CSS.escape(current)}"] .section-row`)
          ?.scrollIntoView({ block: 'nearest', behavior });
    };
    const outline = list.querySelector('.outline');
    // At once, whenever the room for the list becomes another, and when rows above get their words and with them their height.
    const room = new ResizeObserver(() => {
      show();
      if (outline && !outline.querySelector('[data-undrawn]')) room.unobserve(outline);
    });
    room.observe(list);
    if (outline?.querySelector('[data-undrawn]')) room.observe(outline);
    return () => room.disconnect();
  }, [scroller, current, active, edition, passage]);

  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const takeOver = () => move({ type: 'take-over' });
    // The reader is scrolling: cancel our animation.
    const yieldTo = () => {
      scroller.current?.scrollBy({ top: 0, behavior: 'instant' });
      takeOver();
    };
    const inList = (event: Event) => event.target instanceof Node && scroller.current?.contains(event.target);
    const onScroll = (event: Event) => inList(event) && yieldTo();
    addEventListener('wheel', onScroll, { passive: true, signal });
    addEventListener('touchmove', onScroll, { passive: true, signal });
    addEventListener('pointerdown', (event) => onScrollBar(event, scroller.current) && yieldTo(), { signal });
    addEventListener('focusin', (event) => tabbedInto(event.target) && takeOver(), { signal });
    addEventListener(
      'keydown',
      (event) => {
        if (event.key === 'Escape' && !event.defaultPrevented && !isTyping(event.target)) resume();
        else if (SCROLL_KEYS.has(event.key) && !isTyping(event.target)) yieldTo();
      },
      { signal },
    );
    return () => listening.abort();
  }, [scroller, move, resume]);
  return null;
}

/** Into the upper part of its list, with what follows below it; not at all while it is in sight. */
export function showPassage(spoken: HTMLElement, list: HTMLElement, behavior: ScrollBehavior): void {
  const room = list.getBoundingClientRect();
  const { top, bottom } = spoken.getBoundingClientRect();
  if (top < room.top + UPPER_EDGE || bottom > room.bottom - LOWER_EDGE)
    list.scrollBy({ top: top - room.top - UPPER_EDGE - 16, behavior });
}

function onScrollBar(event: PointerEvent, scroller: HTMLElement | null): boolean {
  return scroller !== null && event.target === scroller && event.offsetX >= scroller.clientWidth;
}

/** Moving the focus moves the list: a reader by keyboard must not lose it again. */
function tabbedInto(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('[data-section]:not([aria-current]) :focus-visible');
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.value !== '';
}
