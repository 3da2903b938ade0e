/** A gloss as read: the names, starting with the term itself, and the definition (empty: names only). */
export interface Gloss {
  readonly names: readonly string[];
  readonly definition: string;
}

/**
 * Openers of asides: what follows is a remark, not a name or explanation. Attention (注意力), nouns such as uncertainty
 * (不确定性) and names such as John (约翰) and Dante (但丁) only begin alike.
 */
const ASIDE =
  /^(注(?!意力)|译注|编者|笑|如|例如|比如|譬如|即|也就|或|其中|包括|这|此|那|意思|意为|尤其|特别|甚至|大约|约(?=[\s\d一二两兩三四五六七八九十百千万萬半合占佔为為]|等于|等於)|可能|来自|见|参见|同上|以及|因为|所以|虽然|但(?!丁)|而|不(?!\p{Script=Han}{1,5}性$)|没|他|她|它|我|你|后[来续面文者]|顺便|简称|当时|(?:e\.g|i\.e|etc)\.|(?:notes? (?:that|how)|note|see|for example|such as|or|laughs|laughter)\b(?! [A-Z]))/iu;
/** Openers of explanations of Chinese terms that give no other name. */
const EXPLAINS = /^(指(?!其|的是)|一[种個个款家项類类])/;
/** Bold words with punctuation inside are emphasis, not a term: a wrong term is worse than a missing one. */
const CLAUSE = /[，。！？；!?;]./;
const SENTENCE = /[。！？；，、!?;]/;
/** Longer bold words are taken for a clause, unless they are the title of a work. */
const MOST_HAN = 15;
const LONGEST_HAN = 22;
const MOST_WORDS = 7;
/** Words that mark more than a few characters as a clause. */
const MAKES_CLAUSE =
  /^(?:从|從|把|让|讓|将|將|通过|通過|如果|因为|因為|为了|為了).{6,}|^.{4,}(?:被|把|使得|变成|變成|成为|成為|正在|已经|已經|不会|不會|无法|無法|应该|應該|必须|必須).{3,}/u;

/** Whether bold words are a clause rather than a term. */
const isClause = (term: string) =>
  !/^[《「『“"].*[》」』”"]$|[：、]/u.test(term) &&
  ((term.match(/\p{Script=Han}/gu)?.length ?? 0) > MOST_HAN ||
    term.split(/\s+/).length > MOST_WORDS ||
    (/\p{Script=Hangul}/u.test(term) && term.split(/\s+/).length > 3) ||
    (HAS_HAN.test(term) && term.length > LONGEST_HAN) ||
    MAKES_CLAUSE.test(term));
const LATIN_NAME =
  /^[\p{Script=Latin}\p{Script=Greek}\d][\p{Script=Latin}\p{Script=Greek}\p{M}\d .,&+/'’®™:#‐‑–-]{0,80}$/u;
const HAN_NAME = /^[\p{Script=Han}\p{Script=Latin}\p{Script=Greek}\d·•・‧ &+/‐‑–-]{2,24}$/u;
/** A translation of one character, such as 锂 or 熵, but not one that points somewhere or names a speaker. */
const ONE_HAN = /^(?![上下左右前后後中图圖表按例问問答])\p{Script=Han}$/u;
const HAS_LETTER = /[\p{L}]/u;
const HAS_HAN = /\p{Script=Han}/u;
/** An amount: figures, and at most a unit (`2 trillion`, `5万亿美元`, `40%`). */
const NUMBER = /^[\d\s.,%$€£¥+~–-]+([a-z]{1,12}|[万萬亿億千百年月日个個元美欧]+)?$/u;
/** A longer text in Han characters after a Latin name is an explanation, not a translation. */
const LONGEST_TRANSLATION = 8;
/** A label before the name in a gloss: `英文: Exchange-Traded Fund`. */
const NAME_LABEL = /^(英文|中文|英语|英語)?(全称|全稱|简称|簡稱|缩写|縮寫|名)?[:：]\s*(?=\S)/;

/** Whether a text is a name, not an amount (`2 trillion`), an aside or a sentence. */
function isName(text: string): boolean {
  return (
    HAS_LETTER.test(text) &&
    !NUMBER.test(text) &&
    !ASIDE.test(text) &&
    !SENTENCE.test(text) &&
    (LATIN_NAME.test(text) || HAN_NAME.test(text))
  );
}

const isOneCharacter = (name: string) => ONE_HAN.test(name) && !ASIDE.test(name);

/** Whether the letters of an abbreviation are initials of the name's words, in order; small words may be skipped. */
function abbreviates(short: string, name: string): boolean {
  const initials = name.split(/[\s-]+/).map((word) => word.charAt(0).toLowerCase());
  const letters = [...short.toLowerCase()].filter((letter) => /[a-z]/.test(letter));
  let at = 0;
  for (const initial of initials) if (letters[at] === initial) at++;
  // Some words of a long explanation always fit, so a long form may have two words more than letters at most.
  const fits = initials.length >= 2 && initials.length <= letters.length + 2;
  return fits && letters.length >= 2 && at >= 2 && at >= letters.length - 1;
}

/** The long form of an abbreviation and the explanation after it (if any): `Tensor Processing Unit，张量……`. */
function longForm(names: readonly string[], definition: string): { name: string; rest: string } | null {
  const match = /^([\p{Script=Latin}][\p{Script=Latin}\d .&'’/-]{3,80}?)\s*(?:[，,；;。:：]\s*([\s\S]+))?$/u.exec(
    definition,
  );
  const name = match?.[1]?.trim();
  if (!name || !/\s|-/.test(name) || !names.some((each) => abbreviates(each, name))) return null;
  return { name, rest: (match?.[2] ?? '').trim() };
}

/** A gloss with a colon: other names before it, the explanation after it. */
function readExplained(term: string, before: string, after: string): Gloss | null {
  // `High-Intensity Interval Training, HIIT`: an abbreviation at the end is a name of its own.
  const names = before.split(/\s+[/／]\s+|,\s+(?=[A-Z]{2,6}$)/).map((name) => name.trim());
  const named = (name: string) =>
    name.toLowerCase() === term.toLowerCase() || isName(name) || (!HAS_HAN.test(term) && isOneCharacter(name));
  if (!names.every(named)) return null;
  const definition = after.trim();
  const long = longForm([term, ...names], definition);
  return {
    names: unique([term, ...names, ...(long ? [long.name] : [])]),
    definition: long ? long.rest : definition,
  };
}

/** Two to six capitalised words, such as `Tensor Processing Unit`; `MapReduce` counts as two. */
function isLongForm(text: string): boolean {
  const words = text.replace(/\s$/, '').split(/\s/);
  const capitals = words.every((word) => /^[A-Z][\w&'’.-]+$/.test(word));
  return capitals && words.length <= 6 && (words.length > 1 || /[A-Z]/.test(text.slice(2, -1)));
}

/** A gloss without a colon: a translation, the long form of an abbreviation, or an explanation of a Latin name. */
function readUnlabelled(term: string, text: string): Gloss | null {
  if (ASIDE.test(text) || /[。！？!?;；…]/.test(text)) return null;
  const long = HAS_HAN.test(term) ? null : longForm([term], text);
  if (long) return { names: unique([term, long.name]), definition: long.rest };
  const expanded = /^[A-Z]{2,6}$/.test(term) && isLongForm(text) && text[0] === term[0];
  if (expanded) return { names: unique([term, text]), definition: '' };
  const names = text.split(/\s+[/／]\s+|[，,]\s*/).map((name) => name.trim());
  const translated = names.every((name) => isName(name) && HAS_HAN.test(name) !== HAS_HAN.test(term));
  const short = !HAS_HAN.test(text) || (text.length <= LONGEST_TRANSLATION && !text.includes('的'));
  if (translated && short) return { names: unique([term, ...names]), definition: '' };
  const explained = HAS_HAN.test(term) ? EXPLAINS.test(text) : HAS_HAN.test(text) && text.length > 5;
  return explained ? { names: [term], definition: text } : null;
}

/**
 * Reads the parenthesis after a bold term. `null` when it is an aside, not a gloss.
 *
 * @param term The bold words.
 * @param inside The text between the parentheses.
 * @param isTitle Whether the term is the title of a work, which may be a clause.
 */
export function readGloss(term: string, inside: string, isTitle = false): Gloss | null {
  const text = inside.trim().replace(NAME_LABEL, '');
  if (!HAS_LETTER.test(term) || NUMBER.test(term) || term.length > 80 || CLAUSE.test(term)) return null;
  if (!isTitle && isClause(term)) return null;
  const colon = /^([^:：]{1,160})[:：](?!\/\/)\s*([\s\S]+)$/.exec(text);
  return colon ? readExplained(term, colon[1] ?? '', colon[2] ?? '') : readUnlabelled(term, text);
}

/** Each non-empty name once, in order. */
function unique(names: readonly string[]): string[] {
  return [...new Map(names.filter(Boolean).map((name) => [name, name])).values()];
}

/**
 * Reads a gloss after words that are not bold, such as `湿件（wetware: ……）`: a Latin name or a repetition of the words before
 * it, a colon, an explanation.
 *
 * @param before The text up to the parenthesis.
 * @returns The gloss and the length of its term at the end of `before`; `null` when it is not a gloss.
 */
export function readPlainGloss(before: string, inside: string): { gloss: Gloss; length: number } | null {
  const match = /^([^:：]{1,60})[:：](?!\/\/)\s*([\s\S]{2,})$/u.exec(inside.trim());
  const name = match?.[1]?.trim();
  if (!name || ASIDE.test(name)) return null;
  const term = before.toLowerCase().endsWith(name.toLowerCase())
    ? before.slice(-name.length)
    : termBefore(before, name);
  if (term === '') return null;
  const gloss = readGloss(term, inside);
  return gloss && gloss.definition !== '' ? { gloss, length: term.length } : null;
}

const PAIRS = ['“”', '""', '「」', '『』', '《》'];

/** Bold words without the quotes around them; one that closes within (`《经济学人》杂志`) is part of the term. */
export function termOf(bold: string): string {
  const text = bold.trim();
  for (const pair of PAIRS) {
    const [open = '', close = ''] = [pair.charAt(0), pair.charAt(1)];
    const inner = text.slice(text.startsWith(open) ? 1 : 0, text.endsWith(close) ? -1 : undefined);
    if (inner !== text && !inner.includes(open) && !inner.includes(close)) return inner;
  }
  return text;
}

/** Whether bold words are the title of a work, in its own marks. */
export const isTitle = (bold: string): boolean => /^《[^《》]*》$/.test(bold.trim());

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });
/** Words before a term that are not part of it. */
const LEADS =
  /^([和与與及或是在有把被让讓再加叫做称稱为為用了也就都还還又从從到對对給给向以于於等即将將使而这這那]|.*的)$/u;
/** A longer run of words in Han characters that are not bold is probably half a sentence, not a term. */
const LONGEST_PLAIN = 6;
/** The number of characters before a parenthesis that are examined. */
const LONGEST_TERM = 100;

/** The term just before a parenthesis that gives a Latin name: a Latin word, or the last words in Han characters; else empty. */
function termBefore(before: string, name: string): string {
  if (!/^[A-Za-z][\p{Script=Latin}\d .&'’/-]*$/u.test(name)) return '';
  const near = before.slice(-LONGEST_TERM);
  const latin = /[A-Za-z][\p{Script=Latin}\d.+-]*$/u.exec(near)?.[0];
  if (latin) return latin;
  const run = /[\p{Script=Han}·]{0,24}$/u.exec(near)?.[0] ?? '';
  const words = [...WORDS.segment(run)].map(({ segment }) => segment);
  const term = words.slice(words.findLastIndex((word) => LEADS.test(word)) + 1).join('');
  return term.length >= 2 && term.length <= LONGEST_PLAIN ? term : '';
}
