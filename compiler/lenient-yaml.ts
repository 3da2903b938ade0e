/** A key at the start of a line, its colon and its value. */
const ENTRY = /^([A-Za-z_][\w .-]{0,60}?)(:[ \t]+)(\S.*)$/;
const LIST_ITEM = /^(\s*-[ \t]+)(\S.*)$/;
/** Characters with a meaning in YAML at the start of a value. */
const RESERVED = /^[@`%&*!|>{}[\],#?]|^-\s/;

/**
 * Mends front matter that is not valid YAML: values with a colon, a bracket or a quote in them are quoted, tabs become spaces.
 * Line numbers do not change.
 *
 * @returns The mended text and the first line (1-based) that was changed; `null` when there was nothing to mend.
 */
export function mendYaml(text: string): { readonly text: string; readonly line: number } | null {
  const lines = text.split('\n');
  let first = 0;
  const mended = lines.map((line, index) => {
    const better = mendLine(line.replace(/^\t+/, (tabs) => '  '.repeat(tabs.length)));
    if (better !== line && first === 0) first = index + 1;
    return better;
  });
  return first === 0 ? null : { text: mended.join('\n'), line: first };
}

function mendLine(line: string): string {
  const [, start = '', colon = '', value = ''] = ENTRY.exec(line) ?? [];
  if (start !== '') return isSound(value) ? line : `${start}${colon}${quote(value)}`;
  const [, dash = '', item = ''] = LIST_ITEM.exec(line) ?? [];
  // An item may be a map of its own: `- name: Ada`.
  if (dash === '' || /^[\w-]+:(\s|$)/.test(item)) return line;
  return isSound(item) ? line : `${dash}${quote(item)}`;
}

/** Whether a value on one line is valid YAML. */
function isSound(value: string): boolean {
  const text = value.trimEnd();
  if (/^"(?:[^"\\]|\\.)*"(\s+#.*)?$/.test(text) || /^'(?:[^']|'')*'(\s+#.*)?$/.test(text)) return true;
  if (/^["']/.test(text)) return false;
  if (/^\[[^[\]]*\]$/.test(text) || /^[|>][+-]?\d?$/.test(text) || isFlowMap(text) || text.startsWith('#')) return true;
  return !RESERVED.test(text) && !/:(\s|$)/.test(text) && !/\s#/.test(text);
}

const isFlowMap = (text: string) =>
  text.startsWith('{') && text.endsWith('}') && text.includes(':') && !/[{}]/.test(text.slice(1, -1));

const quote = (value: string) => {
  const text = value.trimEnd();
  // Quotes around part of a value stay: `"On types" and more`.
  const inner = /^"(.*)"$/.exec(text)?.[1] ?? /^'(.*)'$/.exec(text)?.[1] ?? text;
  return `'${inner.replaceAll("'", "''")}'`;
};
