/**
 * The sentences problems are said in, each with the values it names, in their order. A rule has one of its own name, or
 * several that begin with it and a dot. The interface has all of them in its languages (`problem` in locales/).
 */
export const SENTENCES = {
  'archive-bomb': [],
  binary: [],
  'character-replaced': [],
  'compiler-stopped': [],
  'damaged-archive': ['reason'],
  'details-unclosed': [],
  'duration-unreadable': ['value'],
  'edition-duplicate': ['earlier file', 'video id', 'language'],
  encrypted: [],
  'file-gone': [],
  'file-too-large': ['size', 'most'],
  'front-matter.aliases': ['most'],
  'front-matter.characters': ['count', 'most'],
  'front-matter.depth': ['most'],
  'front-matter.language': [],
  'front-matter.list': [],
  'front-matter.values': ['most'],
  'front-matter.yaml': ['reason'],
  'gloss-unclosed': ['term'],
  'heading-duplicate': ['title'],
  'heading-empty': [],
  'heading-id-taken': ['id'],
  'html-dropped': ['html'],
  'image-dropped': [],
  'language-unknown': ['value'],
  'limit.cells': ['most'],
  'limit.characters': ['count', 'most'],
  'limit.depth': ['most'],
  'limit.headings': ['most'],
  'limit.line': ['count', 'most'],
  'limit.lines': ['most'],
  'limit.marks': ['most'],
  'limit.paragraph': ['most'],
  'limit.row': ['most'],
  'link-dropped': ['address'],
  'nested-archive': [],
  'same-video': ['other file'],
  'source-foreign': ['value'],
  'source-missing': [],
  'source-video-id': ['value'],
  'term-redefined': ['term'],
  'timestamp-beyond': ['value'],
  'timestamp-order': ['id'],
  'timestamp-section': ['id'],
  'timestamp-unreadable': ['value'],
  'timestamps-too-many': ['starts', 'sections'],
  'unknown-encoding': [],
  'unreadable-archive': ['reason'],
  'unreadable-file': ['reason'],
  'unsafe-path': [],
} as const;

export type Sentence = keyof typeof SENTENCES;

type Texts<Names extends readonly string[]> = { readonly [At in keyof Names]: string };

/** The texts a sentence names. */
export type ValuesOf<S extends Sentence> = Texts<(typeof SENTENCES)[S]>;

/** A stretch of a sentence: its own words, something to write as it stands, or a value. */
export interface SentencePart {
  readonly kind: 'words' | 'code' | 'value';
  readonly text: string;
}

/** A sentence of the interface taken apart; a number is the place of a value, from 0. */
export type SentenceTemplate = readonly (SentencePart | number)[];

/** Takes a sentence apart at its code, which stands in backticks, and at the places for its values, `$1` to `$9`. */
export function readTemplate(sentence: string): SentenceTemplate {
  return sentence
    .split(/(`[^`]+`|\$[1-9])/)
    .map((text, at): SentencePart | number => {
      if (at % 2 === 0) return { kind: 'words', text };
      return text.startsWith('$') ? Number(text[1]) - 1 : { kind: 'code', text: text.slice(1, -1) };
    })
    .filter((part) => typeof part === 'number' || part.text !== '');
}

/** Puts the values in. They are text whatever they hold: backticks and places within them mean nothing. */
export function fillTemplate(template: SentenceTemplate, values: readonly string[]): readonly SentencePart[] {
  return template.map((part) => (typeof part === 'number' ? { kind: 'value', text: values[part] ?? '' } : part));
}

/** The same as plain text, for less than half the time: a report of many thousands is searched at every key. */
export function fillAsText(template: SentenceTemplate, values: readonly string[]): string {
  let text = '';
  for (const part of template) text += typeof part === 'number' ? (values[part] ?? '') : part.text;
  return text;
}
