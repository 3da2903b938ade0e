import pairs from 'opencc-js/dict/TSCharacters';

/** By simplified character, the group of that character followed by all traditional ones that OpenCC maps to it. */
const groups = new Map<string, string>();
/** The simplified character of each traditional one. */
const simplified = new Map<string, string>();

for (const pair of pairs.split('|')) {
  const [traditional = '', simple = ''] = pair.split(' ');
  // Characters outside the basic multilingual plane are too rare in names to be worth a second code unit everywhere.
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

/** Replaces every traditional character by its simplified form regardless of context: enough to recognise a surname. */
export const simplify = (text: string): string => Array.from(text, (each) => simplified.get(each) ?? each).join('');
