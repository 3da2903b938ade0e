import { plainKey } from './fields.ts';
import { type Dropped, HAS_NOTATION, readInline } from './inline-notation.ts';

/** A body in plain Markdown with its line numbers unchanged, and what was taken out of it. */
export interface Notation {
  readonly body: string;
  /** `key:: value` of Logseq and Dataview by plain key (see {@link plainKey}): read like front matter. */
  readonly properties: Readonly<Record<string, string>>;
  /** What is left out, each with its line in the body (1-based). */
  readonly dropped: readonly (Dropped & { readonly line: number })[];
}

const FENCE = /^(\s{0,12}(?:[-*+]\s+)?)(```+|~~~+)\s*([\w-]*)/;
/** Languages of code blocks that are instructions for a program, not content: queries, players, buttons. */
const MACHINE = /^(?:dataview(?:js)?|tasks|query|button|vid|timestamp-url|timestamp|youtube|media|toc|sqlseal|base)$/i;
const PROPERTY = /^(\s*(?:[-*+]\s+)?)([A-Za-z][\w-]*(?: [\w-]+){0,2}|\p{Script=Han}{1,8}):: ?(.*)$/u;
const CONTAINER =
  /^ {0,3}:{2,4} {0,4}(?:\{? {0,2}([a-z][\w-]{0,40}) {0,2}\}?)?(?:\[([^\]]{0,200})\]| {1,4}([^\s{}][^{}]{0,200}))?(?:\{[^{}]{0,200}\})?$/i;
const ADMONITION = /^(?:!!!|\?\?\?\+?)\s+([\w-]+)(?:\s+"([^"]{0,200})")?\s*$/;
const CALLOUTS =
  /^(?:note|tip|info|warning|caution|danger|important|success|question|example|quote|abstract|summary|tldr|details|callout|alert|hint|bug|failure)$/i;
const MODULE =
  /^(?:import\s[^\n]{0,300}\sfrom\s+|import\s+)['"][^'"\n]{1,300}['"];?\s*$|^export\s+(?:const|default|let|function)\s/;
/** A longer line is not a player. */
const LONGEST_PLAYER = 2000;

/** Whether a line is only an embedded player, which is left out: the panel is beside the real one. */
function isPlayerLine(line: string): boolean {
  if (line.length > LONGEST_PLAYER || !/youtu|video_?-?id/i.test(line)) return false;
  const text = line.trim().replace(/^[-*+] /, '');
  if (/^(?:::youtube\{|@\[youtube\]\()/i.test(text)) return /[})]$/.test(text);
  // One tag, or one with its closing tag.
  return /^<(?:iframe|youtube|lite-youtube|video)/i.test(text) && text.endsWith('>') && text.split('<').length <= 3;
}

const ANY = new RegExp(
  `${HAS_NOTATION.source}|^[ \\t]*(?:\`\`\`|~~~)|^(?:import|export)\\s|^(?:!!!|\\?\\?\\?)|<(?:iframe|youtube|lite-|video)|@\\[`,
  'im',
);

/** A longer value of an unknown property is text to show, not metadata. */
const LONGEST_FILING = 80;
/** Properties that are read like front matter, so their lines are not shown. */
const READ = new Set(
  'title,summary,description,tldr,abstract,excerpt,source,url,link,video,youtube,date,published,speaker,speakers,guest,guests,author,authors,host,people,duration,length,lang,language,tags,type,alias,aliases,id,collapsed'.split(
    ',',
  ),
);

/** Converts the notation of other programs to Markdown. Linear in the text's length; any other body is returned unchanged. */
export function readNotation(body: string): Notation {
  if (!ANY.test(body)) return { body, properties: {}, dropped: [] };
  const properties: Record<string, string> = {};
  const dropped: (Dropped & { line: number })[] = [];
  const footnotes: string[] = [];
  const footnote = (text: string) => `inline-${footnotes.push(text)}`;
  // State of the line reader: the open code block and how its lines are treated, the open containers (true for a callout),
  // and whether an admonition or a comment of several lines is open.
  let fence: { mark: string; as: 'code' | 'nothing' | 'quote' } | null = null;
  const containers: boolean[] = [];
  let admonition = false;
  let comment = false;
  const lines = body.split('\n').map((line, index): string => {
    const mark = FENCE.exec(line);
    if (fence) {
      const { as } = fence;
      const ends = mark?.[2]?.startsWith(fence.mark) === true && mark[3] === '';
      if (ends) fence = null;
      if (as === 'code') return line;
      return as === 'nothing' || ends ? '' : `> ${line}`;
    }
    if (comment) {
      const end = line.indexOf('%%');
      if (end < 0) return '';
      comment = false;
      return line.slice(end + 2);
    }
    if (mark) {
      const [, indent = '', marks = '', language = ''] = mark;
      const callout = /^ad-([\w-]+)$/.exec(language)?.[1];
      fence = { mark: marks, as: callout ? 'quote' : MACHINE.test(language) ? 'nothing' : 'code' };
      return callout ? `> [!${callout}]` : fence.as === 'nothing' ? indent.trimEnd() : line;
    }
    const quoted = containers.includes(true) ? '> ' : '';
    if (line.includes('::')) {
      const property = PROPERTY.exec(line);
      if (property) return quoted + propertyLine(property);
      const container = CONTAINER.exec(line.trimEnd());
      if (container) return containerLine(container);
    }
    if (admonition) {
      if (/^(?: {4}|\t)/.test(line)) return `> ${inline(line.replace(/^(?: {4}|\t)/, ''), index)}`;
      admonition = line.trim() === '';
      if (admonition) return '';
    }
    const [, kind, title = ''] = ADMONITION.exec(line) ?? [];
    if (kind !== undefined) {
      admonition = true;
      return `> [!${kind}] ${title}`;
    }
    if (MODULE.test(line) || isPlayerLine(line)) return '';
    const opened = /^\s*%%(?!.*%%)/.test(line);
    if (opened) comment = true;
    return opened ? '' : quoted + inline(line, index);
  });
  const notes = footnotes.map((text, index) => `\n\n[^inline-${index + 1}]: ${text}`);
  return { body: lines.join('\n') + notes.join(''), properties, dropped };

  function inline(line: string, index: number): string {
    return readInline(line, { drop: (each) => dropped.push({ ...each, line: index + 1 }), footnote });
  }

  function propertyLine([, start = '', name = '', value = '']: RegExpExecArray): string {
    const key = plainKey(name);
    if (!Object.hasOwn(properties, key) && key !== '__proto__') properties[key] = value.trim();
    if (READ.has(key) || value.length <= LONGEST_FILING) return '';
    return `${start}**${name}:** ${readInline(value, { drop: () => {}, footnote })}`;
  }

  function containerLine([, name = '', bracketed, title = bracketed ?? '']: RegExpExecArray): string {
    if (name === '') {
      containers.pop();
      return '';
    }
    const callout = CALLOUTS.test(name);
    containers.push(callout);
    return callout ? `> [!${name}] ${title}` : '';
  }
}
