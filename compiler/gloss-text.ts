/** What a gloss says: the names of a term, the first one the term itself, and its definition (empty: names only). */
export interface Gloss {
  readonly names: readonly string[];
  readonly definition: string;
}

/** Openers of asides: what follows is a remark, no name. Attention (注意力) and nouns such as uncertainty (不确定性) only look alike. */
const ASIDE =
  /^(注(?!意力)|译注|编者|笑|如|例如|比如|譬如|即|也就|或|其中|包括|这|那|意思|意为|尤其|特别|甚至|大约|约|来自|见|参见|同上|以及|因为|所以|虽然|但|而|不(?!\p{Script=Han}{1,5}性$)|没|他|她|它|我|你|一个|一种|当时|后来|e\.g\.|i\.e\.|note|see|for example|such as|or |laughs)/iu;
const SENTENCE = /[。！？；，、!?;]/;
const LATIN_NAME = /^[\p{Script=Latin}\d][\p{Script=Latin}\p{M}\d .,&+/'’®™:#-]{0,80}$/u;
const HAN_NAME = /^[\p{Script=Han}\p{Script=Latin}\d·•・‧ &+/-]{2,24}$/u;
const HAS_LETTER = /[\p{L}]/u;
const HAS_HAN = /\p{Script=Han}/u;
const NUMBER = /^[\d\s.,%$€£¥+~–-]+(\p{L}{1,12}|[万亿千百]+)?$/u;

/** A name as the archive writes them; an amount (`2 trillion`), an aside or a sentence is none. */
function isName(text: string): boolean {
  return (
    HAS_LETTER.test(text) &&
    !NUMBER.test(text) &&
    !ASIDE.test(text) &&
    !SENTENCE.test(text) &&
    (LATIN_NAME.test(text) || HAN_NAME.test(text))
  );
}

/** `Tensor Processing Unit，张量……`: the long form of an abbreviation, before the explanation proper. */
function longForm(term: string, definition: string): { name: string; rest: string } | null {
  const match = /^([\p{Script=Latin}][\p{Script=Latin}\d .&'’/-]{3,80}?)\s*[，,；;。]\s*([\s\S]+)$/u.exec(definition);
  const name = match?.[1]?.trim();
  if (!name || !/\s|-/.test(name)) return null;
  const initials = name.split(/[\s-]+/).map((word) => word.charAt(0).toLowerCase());
  const letters = [...term.toLowerCase()].filter((letter) => /[a-z]/.test(letter));
  // Each letter of the abbreviation begins a word of the long form, in order; small words may be passed over.
  let at = 0;
  for (const initial of initials) if (letters[at] === initial) at++;
  return letters.length >= 2 && at >= letters.length - 1 && at >= 2 ? { name, rest: (match?.[2] ?? '').trim() } : null;
}

/**
 * Reads the parenthesis behind a bold term. `null` when it is an aside, not a gloss.
 *
 * @param term The bold words.
 * @param inside What stands between the parentheses.
 */
export function readGloss(term: string, inside: string): Gloss | null {
  const text = inside.trim();
  if (!HAS_LETTER.test(term) || NUMBER.test(term) || term.length > 80) return null;
  const colon = /^([^:：]{1,160})[:：](?!\/\/)\s*([\s\S]+)$/.exec(text);
  if (colon) {
    const before = (colon[1] ?? '').split(/\s+[/／]\s+/).map((name) => name.trim());
    const definition = (colon[2] ?? '').trim();
    if (!before.every((name) => name.toLowerCase() === term.toLowerCase() || isName(name))) return null;
    const long = longForm(term, definition);
    return {
      names: unique([term, ...before, ...(long ? [long.name] : [])]),
      definition: long ? long.rest : definition,
    };
  }
  // Without a colon only a translation counts, and only into another script: anything else may be an aside.
  const names = text.split(/\s+[/／]\s+|[，,]\s*/).map((name) => name.trim());
  const translated = names.every((name) => isName(name) && HAS_HAN.test(name) !== HAS_HAN.test(term));
  if (!translated || (HAS_HAN.test(text) && text.length > 12)) return null;
  return { names: unique([term, ...names]), definition: '' };
}

/** Names that differ only in case are one; the first spelling stays. */
function unique(names: readonly string[]): string[] {
  return [...new Map(names.filter(Boolean).map((name) => [name, name])).values()];
}

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * Reads a gloss behind words that are not bold, such as `湿件（wetware: ……）`: a Latin name, a colon, an explanation.
 *
 * @param before The text up to the parenthesis.
 * @returns The gloss and how many characters of `before` its term takes; `null` when it is none.
 */
export function readPlainGloss(before: string, inside: string): { gloss: Gloss; length: number } | null {
  const match = /^([A-Za-z][\p{Script=Latin}\d .&'’/-]{0,60})[:：](?!\/\/)\s*([\s\S]{2,})$/u.exec(inside.trim());
  const name = match?.[1]?.trim();
  if (!name || ASIDE.test(name)) return null;
  const term = termBefore(before, name);
  if (term === '') return null;
  const gloss = readGloss(term, inside);
  return gloss && gloss.definition !== '' ? { gloss, length: term.length } : null;
}

/** The term right before a parenthesis: Latin words that the gloss repeats, or the last word in Han characters. */
function termBefore(before: string, name: string): string {
  if (before.toLowerCase().endsWith(name.toLowerCase())) return before.slice(-name.length);
  const latin = /[A-Za-z][\p{Script=Latin}\d.+-]*$/u.exec(before)?.[0];
  if (latin) return latin;
  const run = /[\p{Script=Han}·]+$/u.exec(before)?.[0] ?? '';
  if (run.length <= 4) return run.length >= 2 ? run : '';
  const words = [...WORDS.segment(run)].map(({ segment }) => segment);
  const last = words.at(-1) ?? '';
  return last.length >= 2 ? last : `${words.at(-2) ?? ''}${last}`;
}
