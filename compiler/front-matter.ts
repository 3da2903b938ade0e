import matter from 'gray-matter';
import { parseDocument } from 'yaml';

/** What stands before the body, and on which line (1-based) the body starts. */
export interface FrontMatter {
  readonly data: Readonly<Record<string, unknown>>;
  readonly body: string;
  readonly bodyLine: number;
}

/** Front matter that cannot be read; `line` and `column` are the reader's own, counted in the whole file. */
export class FrontMatterError extends Error {
  readonly line: number;
  readonly column: number;
  constructor(message: string, line: number, column: number) {
    super(message);
    this.line = line;
    this.column = column;
  }
}

/** YAML 1.2: dates stay strings, `12:34` stays `12:34`, and a bomb of aliases is refused. */
function parseYaml(text: string): object {
  const document = parseDocument(text, { version: '1.2', logLevel: 'silent' });
  const [error] = document.errors;
  if (error) {
    const at = error.linePos?.[0];
    throw new FrontMatterError(error.message.split('\n')[0] ?? 'unreadable', (at?.line ?? 1) + 1, at?.col ?? 1);
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch {
    throw new FrontMatterError(
      'its aliases (`*name`) repeat each other more than 100 times: write the values out',
      2,
      1,
    );
  }
  if (value === null || value === undefined) return {};
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw new FrontMatterError('the front matter must be a list of `key: value` lines', 2, 1);
  }
  return value;
}

const refuse = {
  parse: (): object => {
    throw new FrontMatterError('front matter must be YAML; other languages are not read, code is never run', 1, 1);
  },
};

export function readFrontMatter(text: string): FrontMatter {
  // A fresh options object each time: gray-matter hands out a cached, mutable result otherwise.
  const file = matter(text, {
    language: 'yaml',
    engines: { yaml: { parse: parseYaml }, json: refuse, javascript: refuse, js: refuse, coffee: refuse },
  });
  const before = text.slice(0, text.length - file.content.length);
  return { data: file.data, body: file.content, bodyLine: before.split('\n').length };
}
