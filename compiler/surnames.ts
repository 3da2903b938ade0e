import type { Edition } from '../core/note/episode.ts';

/** Surnames that are another character in traditional script than the same character elsewhere: 剩余 is 剩餘, 余凯 is 余凱. */
const SURNAMES: ReadonlyMap<string, string> = new Map([
  ['余', '余'],
  ['于', '于'],
  ['游', '游'],
  ['郁', '郁'],
  ['涂', '涂'],
  ['钟', '鍾'],
  ['谷', '谷'],
  ['范', '范'],
  ['云', '云'],
  ['后', '后'],
]);

/** A surname, and one to three characters more. */
const NAME = /^\p{Script=Han}{2,4}$/u;

export interface Surname {
  readonly name: string;
  /** In traditional script. */
  readonly surname: string;
}

/** The people whom a note names, in front matter or glossary, with such a surname. */
export function surnamesOf({ speakers, glossary }: Pick<Edition, 'speakers' | 'glossary'>): readonly Surname[] {
  const people = glossary.filter(({ kind }) => kind === 'person');
  const names = new Set([...speakers, ...people.flatMap(({ term, aliases }) => [term, ...aliases])]);
  return [...names].flatMap((name) => {
    const surname = NAME.test(name) ? SURNAMES.get(name.charAt(0)) : undefined;
    return surname === undefined ? [] : [{ name, surname }];
  });
}
