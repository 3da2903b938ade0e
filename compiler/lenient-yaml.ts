/** A key at the start of a line, and what stands behind its colon. */
const ENTRY = /^([A-Za-z_][\w .-]{0,60}?)(:[ \t]+)(\S.*)$/;
const LIST_ITEM = /^(\s*-[ \t]+)(\S.*)$/;
/** Characters that mean something to YAML at the start of a value. */
const RESERVED = /^[@`%&*!|>{}[\],#?]|^-\s/;

/**
 * Front matter as its author meant it, where YAML cannot read it: values with a colon, a bracket or a quote in them are
 * quoted, tabs become spaces. Lines stay where they are.
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

/** Whether YAML reads a value on one line as a text, a list or a map. */
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
  // A text in quotes that does not end with them was quoted in part: `"On types" and more`.
  const inner = /^"(.*)"$/.exec(text)?.[1] ?? /^'(.*)'$/.exec(text)?.[1] ?? text;
  return `'${inner.replaceAll("'", "''")}'`;
};
