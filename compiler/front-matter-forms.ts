/** A note's front matter before it is parsed: its text and form, the body below it, and the first line (1-based) of each. */
export interface FrontMatterText {
  readonly form: 'yaml' | 'json' | 'toml';
  readonly text: string;
  readonly line: number;
  readonly body: string;
  readonly bodyLine: number;
}

/** YAML's mark for the end of a document. */
const DOTS = /^\.\.\.[ \t]*$/m;

/**
 * Front matter in a form that gray-matter does not read: closed by `...`, or with empty lines before it, and Hugo's JSON (`{` on
 * the first line to `}` at the start of a line) and TOML (between two lines of `+++`). `null` for every other note.
 */
export function otherForm(text: string): FrontMatterText | null {
  const dashes = /^\s*---[ \t]*(?=\n)/.exec(text);
  if (dashes) return dashed(text, dashes[0].length);
  if (/^\s*\{\s*["}]/.test(text)) return json(text);
  const toml = /^\+\+\+[ \t]*\n/.exec(text);
  if (!toml) return null;
  const end = text.indexOf('\n+++', toml[0].length - 1);
  if (end < 0) return null;
  return formOf('toml', text, toml[0].length, end, text.indexOf('\n', end + 1));
}

/** @param from Just after the opening dashes, so that the text's first line is theirs. */
function dashed(text: string, from: number): FrontMatterText | null {
  const dashes = text.indexOf('\n---', from);
  const dots = DOTS.exec(dashes < 0 ? text : text.slice(0, dashes));
  if (dots) {
    const last = dots.index + dots[0].length;
    return formOf('yaml', text, from, Math.max(from, dots.index), text.startsWith('\n', last) ? last : -1);
  }
  // With nothing before the dashes, gray-matter reads it.
  if (text.startsWith('---') || dashes < 0) return null;
  return formOf('yaml', text, from, dashes, text.indexOf('\n', dashes + 1));
}

function json(text: string): FrontMatterText | null {
  const start = text.indexOf('{');
  const end = text.indexOf('\n}', start);
  const one = /^\s*\{[^\n]*\}[ \t]*(?:\n|$)/.exec(text);
  if (one) return formOf('json', text, start, one[0].trimEnd().length, text.indexOf('\n', start));
  if (end < 0) return null;
  return formOf('json', text, start, end + 2, text.indexOf('\n', end + 1));
}

/** @param bodyAt The line end before the body; -1 when there is none. */
function formOf(
  form: FrontMatterText['form'],
  text: string,
  from: number,
  to: number,
  bodyAt: number,
): FrontMatterText {
  const lineAt = (index: number) => text.slice(0, index).split('\n').length;
  const body = bodyAt < 0 ? '' : text.slice(bodyAt + 1);
  return { form, text: text.slice(from, to), line: lineAt(from), body, bodyLine: bodyAt < 0 ? 1 : lineAt(bodyAt + 1) };
}

/** A longer line is not front matter. */
const LONGEST_LINE = 2000;
const TOML_LINE = /^([\w"'.-]+)[ \t]*=(.*)$/;

/** The part of TOML that front matter uses: keys with strings, numbers and lists on one line each, and tables of such keys. */
export function parseToml(text: string): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  let into = data;
  for (const line of text.split('\n')) {
    const table = /^\s*\[+([\w.-]+)\]+\s*$/.exec(line)?.[1];
    if (table !== undefined) {
      into = {};
      data[table] = into;
    }
    const [, key = '', value = ''] = TOML_LINE.exec(line.length > LONGEST_LINE ? '' : line.trim()) ?? [];
    if (key !== '' && key !== '__proto__') into[key.replaceAll(/["']/g, '')] = tomlValue(value);
  }
  return data;
}

function tomlValue(text: string): unknown {
  const value = text.trim();
  const quoted = /^"((?:[^"\\]|\\.)*)"|^'([^']*)'/.exec(value);
  if (quoted) return quoted[1] === undefined ? quoted[2] : quoted[1].replaceAll(/\\(["\\])/g, '$1');
  if (value.startsWith('[')) {
    return [...value.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'|([\d.]+)/g)].map(([, a, b, c]) => a ?? b ?? c ?? '');
  }
  const bare = value.replace(/\s+#.*$/, '');
  return /^-?\d+(\.\d+)?$/.test(bare) ? Number(bare) : bare;
}
