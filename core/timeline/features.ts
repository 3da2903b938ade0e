import { stemmer } from 'stemmer';
import { numberWords } from './number-words.ts';

/**
 * One feature of a text that can be recognised in another wording or language: the stem of a word (`train`), a number by
 * its value (`#15000`), or a run of Han, kana or hangul characters as written.
 */
export interface Token {
  readonly text: string;
  readonly kind: 'word' | 'number' | 'run';
  /** Offset of its first character in the text, in UTF-16 code units. */
  readonly at: number;
}

const SCALES: Readonly<Record<string, number>> = {
  k: 1e3,
  m: 1e6,
  b: 1e9,
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  千: 1e3,
  万: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  十亿: 1e9,
  百亿: 1e10,
  千亿: 1e11,
  万亿: 1e12,
  兆: 1e12,
  천: 1e3,
  만: 1e4,
  십만: 1e5,
  백만: 1e6,
  천만: 1e7,
  억: 1e8,
  십억: 1e9,
  백억: 1e10,
  천억: 1e11,
  조: 1e12,
};

const SPELLED: ReadonlyMap<string, number> = new Map<string, number>([
  ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value): [string, number] => [word, value]),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, i): [string, number] => [word, 20 + 10 * i]),
]);

/** English words too frequent to tell one passage from another. */
const STOP_WORDS = new Set(
  (
    'a about actually all also am an and any are as at be because been but by can could did do does doing don for from get go ' +
    'going gonna got had has have having he her here him his how i if in into is it its just kind know let like lot me ' +
    'mean more my no not now of oh okay on or our out really right s say see she should so some sort t than that the their ' +
    'them then there these they thing things think this those to uh um up us very was way we well were what when where which ' +
    'who why will with would ve re ll yeah yes you your d m don’t it’s'
  ).split(' '),
);

/** An unfinished number: "twenty … five", "2 … trillion", "1億 … 2000万". */
interface OpenNumber {
  readonly value: number;
  readonly at: number;
  /** Behind its last digit and its factor, where it is written in digits. */
  readonly end: number;
  /** The factor written right after its digits. */
  readonly scale: number;
}

/** The tokens of a text in order, without stop words. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let number: OpenNumber | null = null;
  for (let at = 0; at < text.length; ) {
    const kind = kindOf(text, at);
    if (kind === 'other') {
      at++;
      continue;
    }
    const end = endOf(text, at, kind);
    const part = text.slice(at, end);
    if (kind === 'word') {
      const word = part.toLowerCase();
      const longer: OpenNumber | null = number && continued(number, word);
      if (longer) number = longer;
      else {
        const value = SPELLED.get(word);
        if (value === undefined && word === 'and' && number && isHundreds(number)) {
          at = end;
          continue;
        }
        close(number, tokens);
        number = value === undefined ? null : { value, at, end, scale: 1 };
        if (!number && !STOP_WORDS.has(word)) tokens.push({ text: stem(word), kind, at });
      }
      at = end;
      continue;
    }
    if (kind === 'number') {
      const [scale, length] = scaleAt(text, end);
      const value = Number(part.replaceAll(',', '')) * scale;
      const goesOn = continuedAt(number, at, scale);
      if (!goesOn) close(number, tokens);
      // Kept open: in English, "trillion" follows as a word of its own.
      number = { value: (goesOn?.value ?? 0) + value, at: goesOn?.at ?? at, end: end + length, scale };
      at = end + length;
    } else {
      close(number, tokens);
      number = null;
      at = end;
      for (const spelled of numberWords(part)) {
        tokens.push({ text: numeral(spelled.value), kind: 'number', at: end - part.length + spelled.at });
      }
      tokens.push({ text: part, kind, at: end - part.length });
    }
  }
  close(number, tokens);
  return tokens;
}

/** Spelled-out zero and one count as words: they are mostly exclamations and pronouns. */
function close(number: OpenNumber | null, tokens: Token[]): void {
  if (number && number.value > 1) tokens.push({ text: numeral(number.value), kind: 'number', at: number.at });
}

function continued(number: OpenNumber, word: string): OpenNumber | null {
  const times = word.length > 1 ? SCALES[word] : undefined;
  if (times !== undefined) return { ...number, value: number.value * times };
  const more = SPELLED.get(word);
  if (more === undefined || more === 0) return null;
  const isTens = number.value % 100 >= 20 && number.value < 1000 && number.value % 10 === 0;
  return (isTens && more < 10) || isHundreds(number) ? { ...number, value: number.value + more } : null;
}

const isHundreds = ({ value }: OpenNumber) => value >= 100 && value < 1000 && value % 100 === 0;

/** The number that digits with a smaller factor belong to: 1億2000万, 1조 5000억. `null` where they begin one of their own. */
function continuedAt(number: OpenNumber | null, at: number, next: number): OpenNumber | null {
  if (!number || next >= number.scale) return null;
  return at === number.end || (at === number.end + 1 && next > 1) ? number : null;
}

const SCALE = /\s?([KkMmBb](?![\p{L}\p{N}])|[万萬][亿億]|[十百千]?[万亿萬億]|[千兆]|[십백천]?[만억]|[천조])/uy;

/** The factor written right after a number (`1.5万`, `30K`), 1 if none, and its length. */
function scaleAt(text: string, at: number): readonly [scale: number, length: number] {
  SCALE.lastIndex = at;
  const match = SCALE.exec(text);
  if (!match) return [1, 0];
  const name = (match[1] ?? '').toLowerCase().replace('萬', '万').replace('億', '亿');
  return [SCALES[name] ?? 1, match[0].length];
}

/** The kind of token that begins here. By character codes, for speed: this is the hottest loop besides the alignment itself. */
function kindOf(text: string, at: number): Token['kind'] | 'other' {
  const code = text.charCodeAt(at);
  if (code < 0x80) {
    if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) return 'word';
    return code >= 48 && code <= 57 ? 'number' : 'other';
  }
  if (code < 0xc0) return 'other';
  if (code < 0x2000) return code === 0xd7 || code === 0xf7 ? 'other' : 'word';
  return isRun(code) ? 'run' : 'other';
}

/** Han, kana, hangul. */
function isRun(code: number): boolean {
  return (
    (code >= 0x3400 && code <= 0x9fff) ||
    code === 0x3007 ||
    (code >= 0x3041 && code <= 0x30ff) ||
    (code >= 0xac00 && code <= 0xd7a3)
  );
}

function endOf(text: string, at: number, kind: Token['kind']): number {
  let end = at + 1;
  for (; end < text.length; end++) {
    const next = kindOf(text, end);
    if (next === kind || (kind === 'word' && next === 'number')) continue;
    const char = text[end];
    const joins =
      kind === 'word'
        ? (char === "'" || char === '’') && kindOf(text, end + 1) === 'word'
        : kind === 'number' && (char === ',' || char === '.') && kindOf(text, end + 1) === 'number';
    if (!joins || end + 1 >= text.length) break;
  }
  return end;
}

function numeral(value: number): string {
  return `#${Number(value.toPrecision(12))}`;
}

const stems = new Map<string, string>();

/** Porter's stem of a lower-case word, without its apostrophe part. Cached: a talk repeats its words. */
function stem(word: string): string {
  let known = stems.get(word);
  if (known === undefined) {
    known = stemmer(
      word
        .replace(/['’].*/su, '')
        .normalize('NFKD')
        .replace(/\p{M}/gu, ''),
    );
    if (stems.size > 50_000) stems.clear();
    stems.set(word, known);
  }
  return known;
}

/** The words of a run of Han that a dictionary knows, longest match first. */
export function dictionaryWords(run: string, has: (word: string) => boolean, longest: number): readonly string[] {
  const words: string[] = [];
  for (let at = 0; at < run.length; ) {
    let length = Math.min(longest, run.length - at);
    while (length > 0 && !has(run.slice(at, at + length))) length--;
    if (length > 0) words.push(run.slice(at, at + length));
    at += Math.max(1, length);
  }
  return words;
}
