/** In UTF-16 units. The names of a video's glossaries, the longest of all lines, have some hundred thousand. */
const LONGEST_LINE = 16 * 1024 * 1024;

/**
 * Reads a list of a catalog line by line: a hostile one of 128 MB may have as many lines, or one that takes seconds to parse.
 * @param read Reads a line; `null` when it is damaged.
 * @returns Whether every line could be read. An empty text has none.
 */
export function readLines(text: string, read: (line: string) => true | null): boolean {
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from);
    const to = end === -1 ? text.length : end;
    if (to - from > LONGEST_LINE || read(text.slice(from, to)) === null) return false;
    from = to + 1;
  }
  return true;
}
