import type { Sentence } from './sentence.ts';

/** Something an author should know about a note. Data, so that every front end words and sorts it alike. */
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
  /** What says it in the interface's languages; `null` where only an author at the command line meets the problem. */
  readonly sentence: Sentence | null;
  /** What the sentence names, in its order: figures, and texts of the note, which can hold anything. */
  readonly values: readonly string[];
  /** In English what is wrong and how to mend it, with the value in question. */
  readonly message: string;
}
