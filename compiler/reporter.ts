import type { Finding, Problem } from '../core/note/problem.ts';

/** A node of the body's syntax tree, or anything else with a position in the body. */
interface Placed {
  readonly position?: { readonly start: { readonly line: number; readonly column: number } } | undefined;
}

/** Collects the problems of one note. */
export interface Reporter {
  readonly problems: readonly Problem[];
  /** Sets the line (1-based) on which the body starts; call it before reporting about nodes. */
  startBody(line: number): void;
  /** Reports something about a node of the body. */
  node(finding: Finding, node: Placed): void;
  /** Reports something about a key of the front matter; on line 1 when the note does not have the key. */
  key(finding: Finding, key: string): void;
  /** Reports something about a place in the file (1-based). */
  place(finding: Finding, line?: number, column?: number): void;
}

/** @param text The whole note, for finding the line of a key. */
export function createReporter(file: string, text: string): Reporter {
  const problems: Problem[] = [];
  let bodyLine = 1;
  const reporter: Reporter = {
    problems,
    startBody(line) {
      bodyLine = line;
    },
    node(finding, node) {
      const { line = 1, column = 1 } = node.position?.start ?? {};
      reporter.place(finding, line + bodyLine - 1, column);
    },
    key(finding, key) {
      reporter.place(finding, lineOfKey(text, key));
    },
    place(finding, line = 1, column = 1) {
      problems.push({ file, line, column, ...finding });
    },
  };
  return reporter;
}

/** The line (1-based) of a key of the front matter; 1 when it is missing. */
export function lineOfKey(text: string, key: string): number {
  const [front = ''] = text.split(/\n---\s*(?:\n|$)/, 1);
  const index = front.split('\n').findIndex((line) =>
    line
      .trimStart()
      .replace(/^(['"])(.*?)\1/, '$2')
      .startsWith(`${key}:`),
  );
  return index + 1 || 1;
}
