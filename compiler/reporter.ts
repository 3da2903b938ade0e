import type { Finding, Problem } from '../core/note/problem.ts';

/** Where something stands in the body: the position of a syntax tree's node, or nothing. */
interface Placed {
  readonly position?: { readonly start: { readonly line: number; readonly column: number } } | undefined;
}

/** Collects what an author should know about one note. */
export interface Reporter {
  readonly problems: readonly Problem[];
  /** From here on nodes are those of the body, which starts on this line (1-based). */
  startBody(line: number): void;
  /** Reports something about a node of the body. */
  node(finding: Finding, node: Placed): void;
  /** Reports something about a key of the front matter, or about the whole of it. */
  key(finding: Finding, key: string): void;
  /** Reports something about a place of the file. */
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

/** The line (1-based) on which a key of the front matter stands; 1 when it is not there. */
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
