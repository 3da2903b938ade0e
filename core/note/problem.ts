/** A value of a sentence: a number, or a text of the note, which can contain anything. */
export type Values = Readonly<Record<string, string | number>>;

/**
 * Something an author should know about a note. Data without words: the sentences are in `locales/`, below
 * `problem`, for every language and front end.
 */
export interface Problem {
  /** The note's path as it was given. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
  /** `error`: the note was left out. `warning`: it was compiled, something was dropped or doubtful. */
  readonly severity: 'error' | 'warning';
  /** Kebab-case name of the rule; each has a paragraph in docs/rules.md. */
  readonly rule: string;
  /** Names the sentence: the rule's own name or, where a rule has several, that name, a dot and a word. */
  readonly sentence: string;
  /** The values of the sentence, by the names they have in it. */
  readonly values: Values;
}

/** A rule's finding, before it has a place. */
export type Finding = Omit<Problem, 'file' | 'line' | 'column'>;

const finding =
  (severity: Problem['severity']) =>
  (sentence: string, values: Values = {}): Finding => {
    const [rule = sentence] = sentence.split('.');
    return { severity, rule, sentence, values };
  };

/** Something dropped or doubtful; the note is kept. */
export const warning = finding('warning');

/** A problem that makes an episode impossible; the note is rejected. */
export const error = finding('error');

/** A value of the note as text, cut to `longest` UTF-16 code units. */
export function excerpt(value: unknown, longest = 60): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  // A cut through a surrogate pair would leave half a character.
  return text.length > longest ? `${text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '')}…` : text;
}
