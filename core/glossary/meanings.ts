import { foldName } from '../text/fold.ts';
import type { LookupResult } from './lookup.ts';

/** Results of one name that mean the same, in whatever notes. */
export interface Meaning {
  /** The first of them: what is shown. */
  readonly result: LookupResult;
  /** Empty where the notes do not say, or are not read yet. */
  readonly definition: string;
  /** The others, in their order. */
  readonly others: readonly LookupResult[];
}

/** The definition in a result's note; `undefined` until the note is read. */
export type DefinitionOf = (result: LookupResult) => string | undefined;

/** Two explanations of one name that share so much of their letters mean the same. */
const ALIKE = 0.5;

/**
 * Joins results of one name that mean the same: a name explained in many notes is a line for each of its meanings, not for
 * each note. What is only named, or not read yet, goes with the name's first meaning. Results of the episode being watched
 * stay apart from all others. The order of the first of each stays; the time is that of comparing all meanings of a name.
 */
export function meaningsOf(results: readonly LookupResult[], definitionOf: DefinitionOf): readonly Meaning[] {
  const names = new Map<string, Gathered[]>();
  const all: Gathered[] = [];
  for (const result of results) {
    const definition = definitionOf(result) ?? '';
    const pairs = pairsOf(definition);
    const name = `${result.current} ${foldName(result.entry.term)}`;
    const known = names.get(name) ?? [];
    names.set(name, known);
    const like = known.find((other) => pairs.size === 0 || other.pairs.size === 0 || alike(pairs, other.pairs));
    if (!like) {
      const made = { result, definition, pairs, others: [] };
      known.push(made);
      all.push(made);
      continue;
    }
    // What explains it is shown rather than what only names it.
    if (like.pairs.size === 0 && pairs.size > 0) {
      like.others.push(like.result);
      Object.assign(like, { result, definition, pairs });
    } else like.others.push(result);
  }
  return all.map(({ result, definition, others }) => ({ result, definition, others }));
}

interface Gathered {
  result: LookupResult;
  definition: string;
  pairs: ReadonlySet<string>;
  readonly others: LookupResult[];
}

function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared++;
  return shared >= ALIKE * Math.min(a.size, b.size);
}

/** The length of an explanation that is compared. */
const MOST_READ = 400;

/** All pairs of neighbouring letters. */
function pairsOf(text: string): ReadonlySet<string> {
  const folded = foldName(text.slice(0, MOST_READ));
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < folded.length; at++) pairs.add(folded.slice(at, at + 2));
  return pairs;
}
