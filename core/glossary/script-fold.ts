/** Replaces every character by the representative of its forms in both scripts. */
export type ScriptFold = (text: string) => string;

/**
 * Makes a fold of script forms (`Edition.scriptForms`). Characters that became one when they were simplified (發, 髮, 发) count as
 * one, so that a query in either script finds names and definitions in the other.
 */
export function scriptFold(scriptForms: readonly string[]): ScriptFold {
  const parents = new Map<string, string>();
  const root = (character: string): string => {
    let current = character;
    for (let parent = parents.get(current); parent !== undefined; parent = parents.get(current)) current = parent;
    return current;
  };
  for (const [first = '', ...others] of new Set(scriptForms)) {
    for (const other of others) {
      const one = root(first);
      const two = root(other);
      if (one !== two) parents.set(two, one);
    }
  }
  if (parents.size === 0) return (text) => text;
  // A table over all code units, because this runs over every character of every definition; 0 for those that stay.
  const standsFor = new Uint16Array(0x10000);
  for (const character of parents.keys()) standsFor[character.charCodeAt(0)] = root(character).charCodeAt(0);
  return (text) => {
    let folded = '';
    let done = 0;
    for (let at = 0; at < text.length; at += 1) {
      const other = standsFor[text.charCodeAt(at)];
      if (!other) continue;
      folded += text.slice(done, at) + String.fromCharCode(other);
      done = at + 1;
    }
    return done === 0 ? text : folded + text.slice(done);
  };
}

/** The groups of script forms that have a character of the texts. */
export function formsIn(scriptForms: readonly string[], texts: readonly string[]): readonly string[] {
  const characters = new Set(texts.join(''));
  return scriptForms.filter((group) => Array.from(group).some((character) => characters.has(character)));
}
