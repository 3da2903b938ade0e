import type { Problem } from '../core/note/problem.ts';

/** Where something stands in the body: the position of a syntax tree's node, or nothing. */
interface Placed {
  readonly position?: { readonly start: { readonly line: number; readonly column: number } } | undefined;
}

/** Collects what an author should know about one note. */
export interface Reporter {
  readonly problems: readonly Problem[];
  /** Reports something about a node of the body. */
  warn(rule: string, node: Placed, message: string): void;
  /** Reports something about a key of the front matter. */
  warnKey(rule: string, key: string, message: string): void;
}

/**
 * @param file The note's path, as given.
 * @param text The whole note, for finding the line of a key.
 * @param bodyLine The line (1-based) on which the body starts.
 */
export function createReporter(file: string, text: string, bodyLine: number): Reporter {
  const problems: Problem[] = [];
  return {
    problems,
    warn(rule, node, message) {
      const { line = 1, column = 1 } = node.position?.start ?? {};
      problems.push({ file, line: line + bodyLine - 1, column, severity: 'warning', rule, message });
    },
    warnKey(rule, key, message) {
      problems.push({ file, line: lineOfKey(text, key), column: 1, severity: 'warning', rule, message });
    },
  };
}

/** The line (1-based) on which a key of the front matter stands; 1 when it is not there. */
export function lineOfKey(text: string, key: string): number {
  const [front = ''] = text.split(/\n---\s*(?:\n|$)/, 1);
  const index = front.split('\n').findIndex((line) => line.trimStart().startsWith(`${key}:`));
  return index + 1 || 1;
}
