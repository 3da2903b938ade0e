import { pinyin } from 'pinyin-pro';
import type { EntryKind } from '../core/note/episode.ts';
import { foldWords } from '../core/text/fold.ts';
import { simplify } from './script-forms.ts';

const HAN = /\p{Script=Han}/u;
/** A Chinese personal name and nothing else: two to four characters, as surnames and given names have. */
const PERSONAL = /^\p{Script=Han}{1,4}$/u;
const NOT_SYLLABLE = /[^\p{L}\p{N}]+/gu;

/** Further readings of surnames that the dictionary lacks. */
const FURTHER: Readonly<Record<string, string>> = {
  不: 'fou',
  么: 'yao',
  佴: 'nai',
  单于: 'chan yu',
  宓: 'fu',
  晁: 'zhao',
  洗: 'xian',
  澹台: 'tan tai',
  祭: 'zhai',
  种: 'chong',
  秘: 'bi',
  缪: 'mou',
  翟: 'di',
  覃: 'tan',
  谌: 'shen',
  隗: 'kui',
  黑: 'he',
};

/**
 * Toneless pinyin of the names in Han characters, separated by commas; a run of Latin letters counts as one syllable. A
 * person's name is read as surname and given name (单丽华: `shan li hua`) as well as character by character, because viewers
 * type both; the reading that a Latin spelling confirms comes first.
 */
export function readingOf(names: readonly string[], kind: EntryKind): string {
  const latin = names.filter((name) => !HAN.test(name)).map((name) => foldWords(name).split(' '));
  const readings = names.filter((name) => HAN.test(name)).flatMap((name) => readingsOf(name, kind, latin));
  return [...new Set(readings)].filter(Boolean).join(',');
}

function readingsOf(name: string, kind: EntryKind, latin: readonly (readonly string[])[]): string[] {
  const plain = syllables(pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive' }));
  if (!PERSONAL.test(name)) return [plain.join(' ')];
  // Reading it again as a person's name is slow, so only where it can matter.
  const last = plain.at(-1) ?? '';
  const maySpell = plain.length <= 2 || latin.some((words) => words.join('').includes(last));
  if (kind !== 'person' && !(latin.length > 0 && maySpell)) return [plain.join(' ')];
  const asPerson = surnameReadings(name, plain);
  const spelt = asPerson.filter((reading) => latin.some((words) => spells(words, reading)));
  const plainly = latin.some((words) => spells(words, plain));
  // A glossed term need not be a person: only a matching Latin spelling shows that it is.
  if (kind !== 'person' && spelt.length === 0) return [plain.join(' ')];
  const rest = asPerson.filter((reading) => !spelt.includes(reading));
  const ordered = plainly ? [...spelt, plain, ...rest] : [...spelt, ...rest, plain];
  return ordered.map((reading) => reading.join(' '));
}

/** The readings that differ because the name begins with a surname. */
function surnameReadings(name: string, plain: readonly string[]): string[][] {
  const simple = simplify(name);
  const read = syllables(pinyin(simple, { toneType: 'none', type: 'array', surname: 'head' }));
  const further = FURTHER[simple.slice(0, 2)] ?? FURTHER[simple.slice(0, 1)];
  const heads = [read.slice(0, 2), ...(further ? [further.split(' ')] : [])];
  return heads
    .map((head) => [...head, ...plain.slice(head.length)])
    .filter((reading) => reading.join() !== plain.join());
}

/** Whether a name in Latin letters is this reading: `Zeng Guoqiang`, `Guoqiang Zeng`, `Zeng Guo Qiang`. */
function spells(words: readonly string[], reading: readonly string[]): boolean {
  const text = words.join('');
  return [1, 2].some((surname) => {
    const [head, given] = [reading.slice(0, surname).join(''), reading.slice(surname).join('')];
    return text === head + given || (given !== '' && text === given + head);
  });
}

const syllables = (read: readonly string[]): string[] =>
  read.map((syllable) => syllable.toLowerCase().replaceAll(NOT_SYLLABLE, ' ').trim()).filter(Boolean);
