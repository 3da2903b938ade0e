import type { Problem } from '../../core/note/problem.ts';

/** What a rule found, before it is known where. */
export type Finding = Pick<Problem, 'rule' | 'severity' | 'message'>;

/** A rule that drops or doubts a part of a note; `message` says what and how to mend it. */
export const warning =
  <Args extends unknown[]>(rule: string, message: (...args: Args) => string) =>
  (...args: Args): Finding => ({ severity: 'warning', rule, message: message(...args) });

/** A rule without which there is no episode: the note is left out. */
export const error =
  <Args extends unknown[]>(rule: string, message: (...args: Args) => string) =>
  (...args: Args): Finding => ({ severity: 'error', rule, message: message(...args) });

/** A value of the note, short enough for a message. */
export const shown = (value: unknown) => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};
