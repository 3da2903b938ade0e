import type { Token } from './features.ts';
import { bySound, foreignWords } from './sounds.ts';

/** What each word may be said as in the other script, with shares that sum to 1. */
export type LikeSounding = (text: string) => readonly (readonly [feature: string, share: number])[];

/** More words of one sound say nothing. */
const MOST = 4;

const shared = (features: readonly string[]) =>
  features.length > MOST ? [] : features.map((feature) => [feature, 1 / features.length] as const);

const remembered = (find: LikeSounding): LikeSounding => {
  const known = new Map<string, ReturnType<LikeSounding>>();
  return (text) => {
    const before = known.get(text) ?? find(text);
    known.set(text, before);
    return before;
  };
};

/**
 * For a run of kana or hangul in the note, the stems in Latin letters that sound like it.
 *
 * @param vocabulary What is heard.
 */
export function stemsOfRuns(vocabulary: ReadonlyMap<string, number>): LikeSounding {
  let stems: ReturnType<typeof bySound> | null = null;
  return remembered((run) => {
    const foreign = foreignWords(run);
    if (foreign.length === 0) return [];
    stems ??= bySound(vocabulary.keys());
    const sounds = stems;
    const byWord = new Map<string, Set<string>>();
    for (const { word, sound } of foreign) {
      const found = byWord.get(word) ?? new Set();
      for (const stem of sounds.get(sound) ?? []) found.add(stem);
      byWord.set(word, found);
    }
    return [...byWord.values()].flatMap((found) => shared([...found]));
  });
}

/** For a stem in Latin letters in the note, the pairs of kana or hangul of the words heard that sound like it. */
export function pairsOfStems(heard: readonly { readonly tokens: readonly Token[] }[]): LikeSounding {
  const words = new Map<string, Set<string>>();
  for (const { tokens } of heard) {
    for (const { kind, text } of tokens) {
      if (kind !== 'run') continue;
      for (const { word, sound } of foreignWords(text)) words.set(sound, (words.get(sound) ?? new Set()).add(word));
    }
  }
  return remembered((stem) => {
    const found = new Set([...bySound([stem]).keys()].flatMap((sound) => [...(words.get(sound) ?? [])]));
    return shared([...found]).flatMap(([word, share]) =>
      Array.from({ length: word.length - 1 }, (_, i) => [word.slice(i, i + 2), share / (word.length - 1)] as const),
    );
  });
}
