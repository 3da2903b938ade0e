import { englishOf } from '../build/english.ts';
import type { Problem } from '../core/note/problem.ts';

/** A problem as one line: where it is, the rule, and what to do about it. */
export const problemLine = (problem: Problem): string => {
  const { file, line, column, severity, rule } = problem;
  return `${file}:${line}:${column} ${severity} ${rule} ${englishOf(problem)}`;
};

/** A problem as `--json` tells it, with its sentence in English. */
export const toldProblem = (problem: Problem) => ({ ...problem, message: englishOf(problem) });
