import { stemmer } from 'stemmer';

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

/** An unfinished number: "twenty … five", "2 … trillion". */
interface OpenNumber {
  readonly value: number;
  readonly at: number;
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
        close(number, tokens);
        const value = SPELLED.get(word);
        number = value === undefined ? null : { value, at };
        if (!number && !STOP_WORDS.has(word)) tokens.push({ text: stem(word), kind, at });
      }
      at = end;
      continue;
    }
    close(number, tokens);
    number = null;
    at = end;
    if (kind === 'number') {
      const [scale, length] = scaleAt(text, end);
      // Kept open: in English, "trillion" follows as a word of its own.
      number = { value: Number(part.replaceAll(',', '')) * scale, at: end - part.length };
      at += length;
    } else {
      for (const han of part.matchAll(HAN_NUMBER)) {
        const value = hanNumber(han[0]);
        if (value > 10) tokens.push({ text: numeral(value), kind: 'number', at: end - part.length + han.index });
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
  if (times !== undefined) return { value: number.value * times, at: number.at };
  const ones = SPELLED.get(word);
  const isTens = number.value >= 20 && number.value < 100 && number.value % 10 === 0;
  return isTens && ones !== undefined && ones > 0 && ones < 10 ? { value: number.value + ones, at: number.at } : null;
}

const SCALE = /\s?([KkMmBb](?![\p{L}\p{N}])|[万萬][亿億]|[十百千]?[万亿萬億]|[千兆]|[십백천]?만|[천억조])/uy;

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
  return (code >= 0x3400 && code <= 0x9fff) || (code >= 0x3041 && code <= 0x30ff) || (code >= 0xac00 && code <= 0xd7a3);
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

const HAN_DIGITS = '零一二三四五六七八九';
const HAN_NUMBER = /[一二两兩三四五六七八九十百千][零一二两兩三四五六七八九十百千万亿萬億]+/gu;

/** The value of a number in Han characters such as 二十五 or 两万亿. */
function hanNumber(text: string): number {
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const char of text) {
    const value = HAN_DIGITS.indexOf(char.replace(/[两兩]/u, '二'));
    const times = { 十: 10, 百: 100, 千: 1000 }[char];
    if (value >= 0) digit = value;
    else if (times) {
      section += (digit || 1) * times;
      digit = 0;
    } else {
      const big = char === '万' || char === '萬' ? 1e4 : 1e8;
      total = (total + section + digit || 1) * big;
      section = 0;
      digit = 0;
    }
  }
  return total + section + digit;
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
