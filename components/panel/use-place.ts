import { type RefObject, useLayoutEffect, useRef } from 'react';
import { noteKey } from '../../core/note/note-id.ts';
import { hasPlaying, isFollowing, type Reader } from '../../core/session/reader.ts';
import type { Watched } from '../../core/session/watched.ts';
import { usePanel, useReader, useWatched } from './panel-model.ts';

interface Place {
  readonly name: string;
  readonly top: number;
}

/** Number of corrections of the place: content above is measured only when it comes near, a frame or two later. */
const LOOKS = 5;

/** Changes whenever other words about the same video are shown: another edition, the original instead of the translation. */
const wordsShown = ({ videoId, edition, settings }: Watched) =>
  `${videoId} ${edition && noteKey(edition.note)} ${edition?.language} ${settings?.bilingual} ${settings?.parallel} ${settings?.taiwanWords}`;

const viewOf = ({ view }: Reader) => view;

/** Different words have different heights: keeps the paragraph or section at the top of the list exactly in place. */
export function useKeptPlace(scroller: RefObject<HTMLElement | null>): void {
  const { watch, reader } = usePanel();
  const shown = useWatched(wordsShown);
  const drawn = useRef(shown);
  const kept = useRef<readonly Place[]>([]);

  // Called before a change is rendered, while the list still shows the old state.
  useLayoutEffect(
    () =>
      watch.subscribe(() => {
        const now = watch.read();
        if (wordsShown(now) === drawn.current || !scroller.current) return;
        const [videoId] = drawn.current.split(' ');
        kept.current =
          videoId === now.videoId ? placesIn(scroller.current, isFollowing(reader.read(), now.settings)) : [];
      }),
    [watch, reader, scroller],
  );

  useLayoutEffect(() => {
    drawn.current = shown;
    const places = kept.current;
    kept.current = [];
    for (const { name, top } of places) {
      const element = scroller.current?.querySelector(`[data-place="${CSS.escape(name)}"]`);
      if (!element) continue;
      let frame = 0;
      let looks = LOOKS;
      const look = () => {
        scroller.current?.scrollBy({ top: element.getBoundingClientRect().top - top, behavior: 'instant' });
        looks -= 1;
        if (looks > 0) frame = requestAnimationFrame(look);
      };
      look();
      return () => cancelAnimationFrame(frame);
    }
    return undefined;
  }, [scroller, shown]);
}

/**
 * The places in sight, the one to keep first.
 * @param following The list is being moved to the section playing: where it is on the way to is kept by `Follow`.
 */
function placesIn(list: HTMLElement, following: boolean): readonly Place[] {
  const upper = list.querySelector('[role="tablist"]')?.getBoundingClientRect().bottom ?? 0;
  const lower = list.getBoundingClientRect().bottom;
  const placeOf = (element: HTMLElement): Place => ({
    name: element.dataset.place ?? '',
    top: element.getBoundingClientRect().top,
  });
  // The column of texts scrolls separately.
  const own = [...list.querySelectorAll<HTMLElement>('[data-place]')].filter(
    (element) => element.closest('.text-column') === list.closest('.text-column'),
  );
  const inSight = own.map(placeOf).filter(({ top }, at, all) => {
    const end = all[at + 1]?.top ?? lower;
    return top < lower && end > upper;
  });
  const current = list.querySelector<HTMLElement>('[data-section][aria-current]')?.dataset.place;
  const playing = inSight.find(({ name, top }) => name === current && top >= upper);
  if (following && current !== undefined && !playing) return [];
  // Paragraphs before sections: `section/3` is nearer to what is read than `section`. And those that begin in sight
  // before one that reaches in from above, whose other height would push all the rest away.
  const rank = ({ name, top }: Place) => (name.includes('/') ? 2 : 0) + (top >= upper ? 1 : 0);
  const nearest = inSight.toSorted((a, b) => rank(b) - rank(a));
  return [...(playing ? [playing] : []), ...nearest];
}

/** Frames in which content above may still get its height, after all rows have been drawn. */
const SETTLING = 12;

/** Restores every view's scroll position, also when the panel is opened again. */
export function useViewPlace(scroller: RefObject<HTMLElement | null>): void {
  const { reader, move } = usePanel();
  const view = useReader(viewOf);
  const drawn = useRef(view);

  // Called before a change is rendered, while the list still shows the previous view.
  useLayoutEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const list = scroller.current;
    const note = () => {
      if (list) move({ type: 'scrolled', view: drawn.current, top: list.scrollTop });
    };
    const onScroll = () => {
      clearTimeout(waiting);
      waiting = setTimeout(note, 200);
    };
    list?.addEventListener('scroll', onScroll, { passive: true });
    const stop = reader.subscribe(() => {
      const { view: next, tops } = reader.read();
      if (next !== drawn.current && list && tops[drawn.current] !== list.scrollTop) note();
    });
    return () => {
      stop();
      clearTimeout(waiting);
      list?.removeEventListener('scroll', onScroll);
    };
  }, [reader, move, scroller]);

  // Where the reader was the last time; the section playing has its own way into view.
  useLayoutEffect(() => {
    const now = reader.read();
    const { tops, view: first, following } = now;
    const top = tops[first];
    const list = scroller.current;
    if (!list || top === undefined || (hasPlaying(now) && following)) return;
    let frame = 0;
    let left = SETTLING;
    const settle = () => {
      list.scrollTop = top;
      if (!list.querySelector('[data-undrawn]')) left -= 1;
      frame = left > 0 ? requestAnimationFrame(settle) : 0;
    };
    settle();
    const stop = () => cancelAnimationFrame(frame);
    list.addEventListener('wheel', stop, { passive: true, once: true });
    return stop;
  }, [reader, scroller]);

  useLayoutEffect(() => {
    const list = scroller.current;
    if (!list || drawn.current === view) return;
    const { tops } = reader.read();
    const before = tops[drawn.current] ?? 0;
    drawn.current = view;
    // A view not seen yet begins at its beginning, without the title coming back if it was scrolled away.
    const title = Math.ceil(list.querySelector('header')?.getBoundingClientRect().height ?? 0);
    list.scrollTop = tops[view] ?? Math.min(before, title);
  }, [reader, scroller, view]);
}
