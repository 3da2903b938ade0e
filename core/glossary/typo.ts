/** Shorter queries have too many neighbours: `cat` is one slip from a dozen other words. Han characters are more distinctive. */
const LEAST_LETTERS = 4;
const LEAST_HAN = 3;
const HAN = /\p{Script=Han}/u;

/** Slips allowed in a query of this length; 0 when it is too short. */
export function slipsAllowed(query: string): 0 | 1 | 2 {
  if (query.length < (HAN.test(query) ? LEAST_HAN : LEAST_LETTERS)) return 0;
  return query.length < 8 ? 1 : 2;
}

/** Follows every name in the searched texts. */
const END = '\n'.charCodeAt(0);

/**
 * Finds names with a prefix within the given number of slips of the query (a letter too many, missing, wrong, or two
 * swapped: optimal string alignment distance), so that a name is found while it is still being typed.
 *
 * The names are sorted, so the rows for the letters that a name shares with the one before it are reused, and names whose
 * shared letters already have too many slips are skipped.
 *
 * @param text The names, each followed by a line break.
 * @param places Where they begin, in their alphabetical order.
 * @param work Is told each name's position in `places`, its place and the least number of slips.
 */
export function eachWithSlips(
  text: string,
  places: Int32Array,
  query: string,
  most: number,
  work: (at: number, place: number, slips: number) => void,
): void {
  const width = query.length + 1;
  const deepest = query.length + most;
  /**
   * Row `d` says how many slips lead from the first `d` letters of the name to the first 0, 1, 2 … of the query; too many
   * where one is longer than the other by more than `most`.
   */
  const rows = new Uint8Array((deepest + 1) * width).fill(most + 1);
  for (let column = 0; column <= Math.min(most, query.length); column += 1) rows[column] = column;
  /** By depth: the least slips so far between the whole query and a beginning of the name. */
  const least = new Uint8Array(deepest + 1).fill(query.length);
  /** How many letters of the previous name have their row. */
  let depth = 0;
  let ended = false;
  for (let at = 0, before = 0; at < places.length; at += 1) {
    const place = places[at] ?? 0;
    let shared = 0;
    while (shared < depth && text.charCodeAt(place + shared) === text.charCodeAt(before + shared)) shared += 1;
    // All relevant letters are shared, unless the previous name ended there.
    if (at === 0 || shared < depth || ended) {
      before = place;
      depth = shared;
      ended = false;
      for (;;) {
        const letter = text.charCodeAt(place + depth);
        ended = letter === END;
        if (ended || depth === deepest) break;
        depth += 1;
        if (nextRow(rows, depth, text, place, query, most) > most) {
          // A swap reaches back over one row.
          if (rowLeast(rows, depth - 1, width) > most) {
            least[depth] = least[depth - 1] ?? query.length;
            break;
          }
        }
        least[depth] = Math.min(least[depth - 1] ?? query.length, rows[depth * width + query.length] ?? query.length);
      }
    }
    const slips = least[depth] ?? query.length;
    if (slips <= most) work(at, place, slips);
  }
}

/** Computes a row from the two before it; returns its minimum. */
function nextRow(rows: Uint8Array, depth: number, text: string, place: number, query: string, most: number): number {
  const width = query.length + 1;
  const [row, last, before] = [depth * width, (depth - 1) * width, (depth - 2) * width];
  const letter = text.charCodeAt(place + depth - 1);
  const letterBefore = depth > 1 ? text.charCodeAt(place + depth - 2) : -1;
  let least = most + 1;
  if (depth <= most) {
    rows[row] = depth;
    least = depth;
  }
  const end = Math.min(query.length, depth + most);
  for (let column = Math.max(1, depth - most); column <= end; column += 1) {
    const other = query.charCodeAt(column - 1);
    let slips = (rows[last + column - 1] ?? 0) + (letter === other ? 0 : 1);
    slips = Math.min(slips, (rows[last + column] ?? 0) + 1, (rows[row + column - 1] ?? 0) + 1);
    if (column > 1 && letterBefore === other && letter === query.charCodeAt(column - 2)) {
      slips = Math.min(slips, (rows[before + column - 2] ?? 0) + 1);
    }
    rows[row + column] = slips;
    if (slips < least) least = slips;
  }
  return least;
}

function rowLeast(rows: Uint8Array, depth: number, width: number): number {
  let least = width;
  for (let column = 0; column < width; column += 1) least = Math.min(least, rows[depth * width + column] ?? width);
  return least;
}
