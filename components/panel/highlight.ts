import type { FindText } from '../../core/note/search-note.ts';

/** The name `::highlight()` knows it by in the style sheet. */
const NAME = 'found';

/**
 * Marks what is found wherever it stands below an element, without touching the document (CSS Custom Highlights; a
 * browser without them shows no marks). Returns how to take the marks off again.
 */
export function highlightIn(element: HTMLElement, find: FindText): (() => void) | undefined {
  if (typeof Highlight === 'undefined' || !CSS.highlights) return undefined;
  const highlight = CSS.highlights.get(NAME) ?? new Highlight();
  CSS.highlights.set(NAME, highlight);
  const ranges = rangesIn(element, find);
  for (const range of ranges) highlight.add(range);
  return () => {
    for (const range of ranges) highlight.delete(range);
  };
}

function rangesIn(element: HTMLElement, find: FindText): readonly Range[] {
  const ranges: Range[] = [];
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    for (const [from, to] of find(node.nodeValue ?? '')) {
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      ranges.push(range);
    }
  }
  return ranges;
}
