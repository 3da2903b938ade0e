/** A node of a trie; the node at which a name ends lists its entries. */
interface Node {
  readonly next: Map<string, Node>;
  entries: number[] | null;
}

const LATIN = /[\p{Script=Latin}\p{N}]/u;
const node = (): Node => ({ next: new Map(), entries: null });

/** Finds the entries a text mentions. The longest name wins, so that a name within another one does not count. */
export interface MentionFinder {
  /** The indices (in the list the finder was made from) of all entries mentioned. */
  find(text: string): ReadonlySet<number>;
}

/** @param names All names of each entry. Case is ignored; Latin names match whole words only. */
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

/** Ignores case and line breaks within a paragraph. An empty line becomes a line break, so no name spans paragraphs. */
const fold = (text: string) => text.toLowerCase().replaceAll(/\s+/g, (space) => (/\n\s*\n/.test(space) ? '\n' : ' '));

function isLatin(character: string | undefined): boolean {
  return character !== undefined && LATIN.test(character) && !/\p{Script=Han}/u.test(character);
}
