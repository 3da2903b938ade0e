/** A tree of characters: each name ends at a node that knows its entries. */
interface Node {
  readonly next: Map<string, Node>;
  entries: number[] | null;
}

const LATIN = /[\p{Script=Latin}\p{N}]/u;
const node = (): Node => ({ next: new Map(), entries: null });

/** Finds the entries a text mentions. Longest name first, so that a name within another one does not count. */
export interface MentionFinder {
  /** Positions (of the list the finder was made from) of all entries mentioned. */
  find(text: string): ReadonlySet<number>;
}

/** @param names For each entry all of its names. Latin names count as whole words only, whatever their case. */
export function createMentionFinder(names: readonly (readonly string[])[]): MentionFinder {
  const root = node();
  for (const [index, own] of names.entries()) {
    for (const name of own) {
      let at = root;
      for (const character of fold(name)) {
        const next = at.next.get(character) ?? node();
        at.next.set(character, next);
        at = next;
      }
      if (at === root) continue;
      at.entries ??= [];
      at.entries.push(index);
    }
  }
  return {
    find(text) {
      const characters = [...fold(text)];
      const found = new Set<number>();
      for (let start = 0; start < characters.length; start++) {
        if (!root.next.has(characters[start] ?? '')) continue;
        if (isLatin(characters[start - 1]) && isLatin(characters[start])) continue;
        let at: Node | undefined = root;
        let longest: { entries: number[]; end: number } | null = null;
        for (let end = start; at && end < characters.length; end++) {
          at = at.next.get(characters[end] ?? '');
          if (at?.entries && !(isLatin(characters[end]) && isLatin(characters[end + 1]))) {
            longest = { entries: at.entries, end };
          }
        }
        if (!longest) continue;
        for (const index of longest.entries) found.add(index);
        start = longest.end;
      }
      return found;
    },
  };
}

/** Case makes no difference, nor does a line's end within a paragraph; what ends one (an empty line) ends a name, too. */
const fold = (text: string) => text.toLowerCase().replaceAll(/\s+/g, (space) => (/\n\s*\n/.test(space) ? '\n' : ' '));

function isLatin(character: string | undefined): boolean {
  return character !== undefined && LATIN.test(character) && !/\p{Script=Han}/u.test(character);
}
