import pairs from 'opencc-js/dict/TSCharacters';

/** Groups of characters that OpenCC's table maps onto one simplified character, that one first. */
const groups = new Map<string, string>();
/** Simplified character of each traditional one. */
const simplified = new Map<string, string>();

for (const pair of pairs.split('|')) {
  const [traditional = '', simple = ''] = pair.split(' ');
  // Characters outside the basic plane are too rare in names to be worth a second code unit everywhere.
  if (traditional.length !== 1 || simple.length !== 1 || traditional === simple) continue;
  simplified.set(traditional, simple);
  groups.set(simple, (groups.get(simple) ?? simple) + traditional);
}

/**
 * The simplified and traditional forms of all characters in the texts, each group one string, in the order they occur.
 * Empty when no character has another form.
 */
export function scriptFormsOf(texts: Iterable<string>): readonly string[] {
  const found = new Set<string>();
  // A text has few characters, each many times: a table of those seen is much faster than looking each one up.
  const seen = new Uint8Array(0x10000);
  for (const text of texts) {
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (seen[unit]) continue;
      seen[unit] = 1;
      const character = String.fromCharCode(unit);
      const group = groups.get(simplified.get(character) ?? character);
      if (group !== undefined) found.add(group);
    }
  }
  return [...found];
}

/** Writes every traditional character in its simplified form, whatever the words: enough to know a surname by. */
export const simplify = (text: string): string => Array.from(text, (each) => simplified.get(each) ?? each).join('');
