/** The name `::highlight()` knows it by in the style sheet. */
const NAME = 'found';

/**
 * Marks a text wherever it stands below an element, without touching the document (CSS Custom Highlights; a browser
 * without them shows no marks). Returns how to take the marks off again.
 */
export function highlightIn(element: HTMLElement, query: string): (() => void) | undefined {
  const needle = query.trim().toLowerCase();
  if (needle === '' || typeof Highlight === 'undefined' || !CSS.highlights) return undefined;
  const highlight = CSS.highlights.get(NAME) ?? new Highlight();
  CSS.highlights.set(NAME, highlight);
  const ranges = rangesIn(element, needle);
  for (const range of ranges) highlight.add(range);
  return () => {
    for (const range of ranges) highlight.delete(range);
  };
}

function rangesIn(element: HTMLElement, needle: string): readonly Range[] {
  const ranges: Range[] = [];
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const hay = (node.nodeValue ?? '').toLowerCase();
    for (let at = hay.indexOf(needle); at !== -1; at = hay.indexOf(needle, at + needle.length)) {
      // Where lower case has another length than what is written, places no longer fit.
      if (hay.length !== node.nodeValue?.length) break;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + needle.length);
      ranges.push(range);
    }
  }
  return ranges;
}
