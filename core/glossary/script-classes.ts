import type { LookupSource } from './lookup-source.ts';

/** Writes every character of the text as the one that stands for it and its forms in the other script. */
export type ScriptFold = (text: string) => string;

/**
 * Learns from names given in both Chinese scripts which characters are forms of one another, so that a query in either
 * script also finds what nobody converted, such as definitions. Characters that became one when they were simplified
 * (發, 髮, 发) count as one.
 */
export function learnScripts(sources: readonly LookupSource[]): ScriptFold {
  const parents = new Map<string, string>();
  const root = (character: string): string => {
    let current = character;
    for (let parent = parents.get(current); parent !== undefined; parent = parents.get(current)) current = parent;
    return current;
  };
  for (const { entries } of sources) {
    for (const { term, aliases, otherScript } of entries) {
      for (const [index, other] of otherScript?.entries() ?? []) {
        const name = index === 0 ? term : (aliases[index - 1] ?? '');
        // A name of another length was replaced by the other side's word, not its characters.
        if (other === '' || other.length !== name.length) continue;
        for (let at = 0; at < name.length; at += 1) {
          const one = root(name.charAt(at));
          const two = root(other.charAt(at));
          if (one !== two) parents.set(two, one);
        }
      }
    }
  }
  if (parents.size === 0) return (text) => text;
  const standsFor = new Map([...parents.keys()].map((character) => [character, root(character)]));
  return (text) => {
    let folded = '';
    let done = 0;
    for (let at = 0; at < text.length; at += 1) {
      const character = standsFor.get(text.charAt(at));
      if (character === undefined) continue;
      folded += text.slice(done, at) + character;
      done = at + 1;
    }
    return done === 0 ? text : folded + text.slice(done);
  };
}
