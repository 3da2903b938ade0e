import matter from 'gray-matter';
import { CORE_SCHEMA, loadAll, YAMLException } from 'js-yaml';
import type { Finding } from '../core/note/problem.ts';
import { otherForm, parseToml } from './front-matter-forms.ts';
import { mendYaml } from './lenient-yaml.ts';
import type { Reporter } from './reporter.ts';
import { frontMatter as unreadable } from './rules/front-matter.ts';
import { frontMatterMended } from './rules/front-matter-mended.ts';

/** The data of the front matter, the body, and the line (1-based) on which the body starts. */
export interface FrontMatter {
  readonly data: Readonly<Record<string, unknown>>;
  readonly body: string;
  readonly bodyLine: number;
}

/** Front matter that cannot be read; `line` and `column` are counted in the whole file (1-based). */
class FrontMatterError extends Error {
  readonly finding: Finding;
  readonly line: number;
  readonly column: number;
  /** Whether it is a syntax error, which quoting may mend. */
  readonly mendable: boolean;
  constructor(finding: Finding, line = 1, column = 1, mendable = false) {
    super(finding.sentence);
    this.mendable = mendable;
    this.finding = finding;
    this.line = line;
    this.column = column;
  }

  /** The same, where `line` is counted from this line (1-based) of the file. */
  from(line: number): FrontMatterError {
    return new FrontMatterError(this.finding, this.line + line - 1, this.column, this.mendable);
  }
}

/** Limits. Front matter rarely has more than 1,500 characters and 100 values; YAML parses far slower than Markdown. */
const LONGEST = 100_000;
const MOST_VALUES = 4_000;
const DEEPEST = 60;
const MOST_ALIASES = 100;
/** The most values, with those repeated by aliases counted each time: a few aliases of aliases expand to billions. */
const MOST_REPEATED = 20_000;

/**
 * YAML as {@link parseYaml} reads it; after a syntax error, once more with values quoted, as the author probably meant it.
 *
 * @param line The line of the note on which the text begins (1-based).
 */
function parseLenient(text: string, line: number, report: Reporter): object {
  try {
    return parseYaml(text);
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw error;
    const mended = error.mendable ? mendYaml(text) : null;
    if (!mended) throw error.from(line);
    try {
      const data = parseYaml(mended.text, { uniqueKeys: false });
      report.place(frontMatterMended(text.split('\n')[mended.line - 1] ?? ''), line + mended.line - 1);
      return data;
    } catch {
      throw error.from(line);
    }
  }
}

/** YAML 1.2: dates stay strings, `12:34` stays `12:34`, and an alias bomb is refused. */
function parseYaml(text: string, options: { readonly uniqueKeys?: boolean } = {}): object {
  if (text.length > LONGEST) throw new FrontMatterError(unreadable.characters(text.length, LONGEST));
  if ((text.match(/[:,\n]/g)?.length ?? 0) > MOST_VALUES) {
    throw new FrontMatterError(unreadable.values(MOST_VALUES));
  }
  if (nesting(text) > DEEPEST) throw new FrontMatterError(unreadable.depth(DEEPEST));
  const value = load(text, options.uniqueKeys ?? true) ?? {};
  checkSize(value, DEEPEST, { left: MOST_REPEATED });
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw new FrontMatterError(unreadable.list(), 2);
  }
  return value;
}

/** The only document of a text; `undefined` when it has none. */
function load(text: string, uniqueKeys: boolean): unknown {
  const read = () =>
    loadAll(text, { schema: CORE_SCHEMA, maxDepth: 2 * DEEPEST, maxAliases: MOST_ALIASES, json: !uniqueKeys });
  let documents: unknown[];
  try {
    documents = read();
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { line, column } = error.mark ?? { line: 0, column: 0 };
    throw new FrontMatterError(unreadable.yaml(error.reason), line + 1, column + 1, true);
  }
  if (documents.length > 1) throw new FrontMatterError(unreadable.yaml('it has more than one document'));
  return documents[0];
}

/** Aliases can nest a value deeper than its text shows, even within itself, and repeat it. */
function checkSize(value: unknown, levels: number, budget: { left: number }): void {
  if (--budget.left < 0) throw new FrontMatterError(unreadable.aliases(MOST_ALIASES), 2);
  if (typeof value !== 'object' || value === null) return;
  if (levels === 0) throw new FrontMatterError(unreadable.depth(DEEPEST));
  for (const each of Object.values(value)) checkSize(each, levels - 1, budget);
}

/** An upper bound of the nesting depth: open brackets, dashes in a row, distinct indentations. */
function nesting(text: string): number {
  let deepest = 0;
  let open = 0;
  for (const character of text) {
    if (character === '[' || character === '{') deepest = Math.max(deepest, ++open);
    else if (character === ']' || character === '}') open = Math.max(0, open - 1);
  }
  const dashes = /^ *(?:[-?:] +){61}/m.test(text) ? DEEPEST + 1 : 0;
  const indents = new Set(text.match(/^ +/gm)?.map(({ length }) => length));
  return Math.max(deepest, dashes, indents.size);
}

const refuse = {
  parse: (): never => {
    throw new FrontMatterError(unreadable.language());
  },
};

/** Splits a note into front matter and body; `null` (and an error reported) when its front matter cannot be read. */
export function readFrontMatter(text: string, report: Reporter): FrontMatter | null {
  // `--- js` names a language; gray-matter would look it up as a property of a plain object.
  const [, language = ''] = /^---(?!-)(.*)/.exec(text) ?? [];
  if (!/^(ya?ml)?\s*(#.*)?$/is.test(language.trim())) return fail(report, (): never => refuse.parse());
  return fail(report, () => {
    const other = otherForm(text);
    if (other) {
      const { form, line, body, bodyLine } = other;
      const data = form === 'toml' ? parseToml(other.text) : parseLenient(other.text, line, report);
      return { data: data as FrontMatter['data'], body, bodyLine };
    }
    // The text begins just after the opening dashes, so that YAML's first line is the note's.
    const yaml = { parse: (front: string) => parseLenient(front, 1, report) };
    // A fresh options object each time: gray-matter hands out a cached, mutable result otherwise.
    const file = matter(text.replace(/^---.+/, '---'), {
      language: 'yaml',
      engines: { yaml, json: refuse, javascript: refuse, js: refuse, coffee: refuse },
    });
    const bodyLine = text.split('\n').length - file.content.split('\n').length + 1;
    return { data: file.data, body: file.content, bodyLine };
  });
}

function fail<T>(report: Reporter, read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw error;
    report.place(error.finding, error.line, error.column);
    return null;
  }
}
