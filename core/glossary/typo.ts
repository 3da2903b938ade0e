/** Shorter queries have too many neighbours: `cat` is one slip from a dozen other words. Han characters carry more. */
const LEAST_LETTERS = 4;
const LEAST_HAN = 3;
const HAN = /\p{Script=Han}/u;

/** Slips a query of this length may hold; 0 when it is too short to guess. */
export function slipsAllowed(query: string): 0 | 1 | 2 {
  if (query.length < (HAN.test(query) ? LEAST_HAN : LEAST_LETTERS)) return 0;
  return query.length < 8 ? 1 : 2;
}

/** Which characters a text holds, in 32 bits; different characters may share a bit. */
export function charactersOf(text: string): number {
  let bits = 0;
  for (let at = 0; at < text.length; at += 1) bits |= 1 << (text.charCodeAt(at) & 31);
  return bits;
}

/** How many of the query's characters the other text surely lacks. */
export function missingCharacters(query: number, other: number): number {
  let bits = query & ~other;
  let count = 0;
  for (; bits !== 0; count += 1) bits &= bits - 1;
  return count;
}

/**
 * Cuts a query so that, with at most so many slips in it, one of the pieces is whole: a slip spoils one piece, or two
 * when letters are swapped across a cut.
 */
export function unspoiltPieces(query: string, most: number): readonly string[] {
  const count = Math.min(query.length, 2 * most + 1);
  const cut = (piece: number) => Math.floor((piece * query.length) / count);
  return Array.from({ length: count }, (_, piece) => query.slice(cut(piece), cut(piece + 1)));
}

/**
 * Slips (a letter too many, missing, wrong, or two swapped) between the query and the start of a name, so that a name
 * is found while it is still being typed. Optimal string alignment.
 *
 * @returns The least number of slips, or `null` when there are more than `most`.
 */
export function slipsToStart(query: string, name: string, most: number): number | null {
  const columns = Math.min(name.length, query.length + most);
  if (columns < query.length - most) return null;
  let before: number[] = [];
  let last: number[] = [];
  for (let column = 0; column <= columns; column += 1) last.push(column);
  for (let row = 1; row <= query.length; row += 1) {
    const letter = query.charCodeAt(row - 1);
    const current: number[] = [row];
    let least = row;
    for (let column = 1; column <= columns; column += 1) {
      const other = name.charCodeAt(column - 1);
      let slips = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (letter === other ? 0 : 1),
      );
      if (row > 1 && column > 1 && letter === name.charCodeAt(column - 2) && query.charCodeAt(row - 2) === other) {
        slips = Math.min(slips, (before[column - 2] ?? 0) + 1);
      }
      current.push(slips);
      if (slips < least) least = slips;
    }
    // Two rows: a swap reaches back over one.
    if (least > most && Math.min(...last) > most) return null;
    before = last;
    last = current;
  }
  const least = Math.min(...last);
  return least <= most ? least : null;
}
