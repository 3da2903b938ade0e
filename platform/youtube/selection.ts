/** A longer selection is not a term. */
const LONGEST = 200;

/** The text the viewer has selected on the page, captions and comments included, in one line; empty when there is none. */
export function selectedText(): string {
  const text = document.getSelection()?.toString() ?? '';
  return text
    .slice(0, 4 * LONGEST)
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST);
}
