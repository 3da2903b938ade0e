import type { FindText } from '../../core/note/search-note.ts';

/** Their names in `::highlight()` of the style sheet: all matches, and the one that the reader was led to. */
type Mark = 'found' | 'found-here';

/** A match does not reach from one of these into the next. */
const PARTS = 'p, li, td, th, pre, h4, h5, h6, .term-names, .term-line, .block > div';

/**
 * Marks what is found wherever it stands below an element, without touching the document (CSS Custom Highlights; a
 * browser without them shows no marks). Returns how to take the marks off again.
 */
export function highlightIn(element: HTMLElement, find: FindText): () => void {
  return mark('found', rangesIn(element, find));
}

export function mark(name: Mark, ranges: readonly Range[]): () => void {
  if (typeof Highlight === 'undefined' || !CSS.highlights) return () => {};
  const highlight = CSS.highlights.get(name) ?? new Highlight();
  CSS.highlights.set(name, highlight);
  for (const range of ranges) highlight.add(range);
  return () => {
    for (const range of ranges) highlight.delete(range);
  };
}

/** Where it is found in the words below an element, in their order; a match may begin in bold and end outside of it. */
export function rangesIn(element: Element, find: FindText): readonly Range[] {
  return partsOf(element).flatMap((nodes) => {
    const text = nodes.map(({ data }) => data).join('');
    return find(text).map(([from, to]) => {
      const range = document.createRange();
      let start = 0;
      for (const node of nodes) {
        const end = start + node.length;
        if (from >= start && from < end) range.setStart(node, from - start);
        if (to > start && to <= end) range.setEnd(node, to - start);
        start = end;
      }
      return range;
    });
  });
}

/** Text nodes that follow each other in one part of a text. */
function partsOf(element: Element): readonly (readonly Text[])[] {
  const parts: Text[][] = [];
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let last: Element | null = null;
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const part = node.parentElement?.closest(PARTS) ?? element;
    if (part !== last) parts.push([]);
    last = part;
    parts.at(-1)?.push(node as Text);
  }
  return parts;
}
