import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { View } from '../../components/panel/note-view.tsx';

interface Place {
  readonly name: string;
  readonly top: number;
}

/** What lies above is measured only when it comes near, a frame or two later: so often the place is put right. */
const LOOKS = 5;

/**
 * Other words have other heights. Returns a function to be called before what is shown changes (another edition, the
 * original instead of the translation): the paragraph or section then at the top stays exactly where it was.
 *
 * @param shown Changes whenever other words are shown.
 * @param following The list is being moved to the section playing: where it is on the way to is kept by useFollow.
 */
export function useKeepPlace(scroller: RefObject<HTMLElement | null>, shown: string, following: boolean): () => void {
  const kept = useRef<readonly Place[]>([]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when other words are shown
  useLayoutEffect(() => {
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

  return () => {
    const list = scroller.current;
    if (!list) return;
    const upper = list.querySelector('[role="tablist"]')?.getBoundingClientRect().bottom ?? 0;
    const lower = list.getBoundingClientRect().bottom;
    const placeOf = (element: HTMLElement): Place => ({
      name: element.dataset.place ?? '',
      top: element.getBoundingClientRect().top,
    });
    const inSight = [...list.querySelectorAll<HTMLElement>('[data-place]')].map(placeOf).filter(({ top }, at, all) => {
      const end = all[at + 1]?.top ?? lower;
      return top < lower && end > upper;
    });
    const current = list.querySelector<HTMLElement>('[data-section][aria-current]')?.dataset.place;
    const playing = inSight.find(({ name, top }) => name === current && top >= upper);
    if (following && current !== undefined && !playing) {
      kept.current = [];
      return;
    }
    // Paragraphs before sections: `section/3` is nearer to what is read than `section`. And those that begin in sight
    // before one that reaches in from above, whose other height would push all the rest away.
    const rank = ({ name, top }: Place) => (name.includes('/') ? 2 : 0) + (top >= upper ? 1 : 0);
    const nearest = inSight.toSorted((a, b) => rank(b) - rank(a));
    kept.current = [...(playing ? [playing] : []), ...nearest];
  };
}

/** Every view is found again where it was left. Returns a function to be called before the view changes. */
export function useViewPlace(scroller: RefObject<HTMLElement | null>, view: View): () => void {
  const places = useRef(new Map<View, number>());
  const shown = useRef(view);

  useLayoutEffect(() => {
    const list = scroller.current;
    if (!list || shown.current === view) return;
    const before = places.current.get(shown.current) ?? 0;
    shown.current = view;
    // A view not seen yet begins at its beginning, without the title coming back if it was scrolled away.
    const title = Math.ceil(list.querySelector('header')?.getBoundingClientRect().height ?? 0);
    list.scrollTop = places.current.get(view) ?? Math.min(before, title);
  }, [scroller, view]);

  return () => {
    if (scroller.current) places.current.set(shown.current, scroller.current.scrollTop);
  };
}
