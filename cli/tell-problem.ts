import { englishOf } from '../build/english.ts';
import type { Problem } from '../core/note/problem.ts';

/** A problem as one line: its place, severity, rule and sentence. */
export const problemLine = (problem: Problem): string => {
  const { file, line, column, severity, rule } = problem;
  return `${file}:${line}:${column} ${severity} ${rule} ${englishOf(problem)}`;
};

/** A problem for `--json`, with its sentence in English. */
export const toldProblem = (problem: Problem) => ({ ...problem, message: englishOf(problem) });
