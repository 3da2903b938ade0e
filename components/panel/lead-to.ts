import type { FindText } from '../../core/note/search-note.ts';
import { mark, rangesIn } from './highlight.ts';

/** Frames within which an explanation opens and the content above gets its height. */
const LOOKS = 8;

/**
 * Brings words into view and marks them as those the reader was led to. Returns how to take the mark off again.
 *
 * @param block The block that contains them.
 * @param words The part of it to look in first; the block itself is shown where they stand nowhere in sight.
 */
export function leadTo(block: Element, words: string, find: FindText): () => void {
  let unmark = () => {};
  let frame = 0;
  let left = LOOKS;
  const look = () => {
    const places = [...block.querySelectorAll(words)];
    const range = places.flatMap((place) => rangesIn(place, find))[0] ?? rangesIn(block, find)[0];
    unmark();
    if (range) unmark = mark('found-here', [range]);
    bringIntoView(block, (range ?? block).getBoundingClientRect());
    left -= 1;
    frame = left > 0 ? requestAnimationFrame(look) : 0;
  };
  look();
  return () => {
    cancelAnimationFrame(frame);
    unmark();
  };
}

/** Scrolls to a third of the scroller's height, so that the text before is visible, too. */
function bringIntoView(within: Element, { top }: DOMRect): void {
  const box = scrollerOf(within);
  const from = box === document.documentElement ? 0 : box.getBoundingClientRect().top;
  box.scrollBy({ top: top - from - box.clientHeight / 3, behavior: 'instant' });
}

function scrollerOf(element: Element): Element {
  for (let box = element.parentElement; box; box = box.parentElement) {
    if (box.scrollHeight > box.clientHeight && /auto|scroll/.test(getComputedStyle(box).overflowY)) return box;
  }
  return document.documentElement;
}
