import type { Problem } from '../../core/note/problem.ts';
import type { Sentence, ValuesOf } from '../../core/note/sentence.ts';

/** What a rule found, before it is known where. */
export type Finding = Omit<Problem, 'file' | 'line' | 'column'>;

const finding =
  (severity: Problem['severity']) =>
  <S extends Sentence>(sentence: S, values: ValuesOf<S>, message: string): Finding => {
    const [rule = sentence] = sentence.split('.');
    return { severity, rule, sentence, values, message };
  };

/** A rule that drops or doubts a part of a note; `message` says what and how to mend it. */
export const warning = finding('warning');

/** A rule without which there is no episode: the note is left out. */
export const error = finding('error');

/** A value of the note, short enough for a message. */
export const shown = (value: unknown, longest = 60) => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
};

export const thousands = (count: number) => count.toLocaleString('en');
