import { formatClock } from '../core/time/clock-text.ts';

/** The scheme of links to a page of the author's own notes; see {@link pageIn}. */
const PAGE = 'page:';

/** Markdown for a link to a page of the author's notes: `[words](page:name)`. */
const pageLink = (page: string, words: string) =>
  `[${words}](${PAGE}${encodeURIComponent(page).replaceAll(/[()]/g, (each) => (each === '(' ? '%28' : '%29'))})`;

/** The name of the page of the author's notes a link leads to; `null` for every other address. */
export function pageIn(href: string): string | null {
  const own = href.startsWith(PAGE);
  const [path = ''] = href.split('#', 1);
  if (!own && (/^[a-z][\w+.-]*:|^[/#?]/i.test(href) || !/\.(?:md|markdown)$/i.test(path))) return null;
  try {
    if (own) return decodeURIComponent(href.slice(PAGE.length));
    const name = decodeURIComponent(path);
    return name.slice(name.lastIndexOf('/') + 1, name.lastIndexOf('.'));
  } catch {
    return null;
  }
}

/** Receives the parts of a line that do not stay in it. */
export interface Aside {
  /** Records something that is left out, for a report. */
  drop(dropped: Dropped): void;
  /** Adds a footnote written within the line; returns its label. */
  footnote(text: string): string;
}

/** Something left out of a line, for a report. */
export interface Dropped {
  readonly what: string;
  readonly picture: boolean;
}

const PICTURE = /\.(?:png|jpe?g|gif|webp|svg|avif|bmp|heic)$/i;
/** Shortcodes, tags and expressions of site generators, Logseq's macros, kramdown's attributes. */
const TEMPLATE = /\{\{[<%]?[^{}\n]{0,1000}[>%]?\}\}|\{%[^{}\n]{0,1000}%\}|\{:[^{}\n]{0,200}\}/g;

/** A quick test for lines with anything that {@link readInline} rewrites. */
export const HAS_NOTATION = /\[\[|==|%%|\{[{%:]|\^|::|\(\(/;

/**
 * Converts the inline notation of other programs to Markdown: `[[page|words]]`, `==mark==`, `![[file]]`, `{{…}}`, `{% … %}`,
 * block ids, block references. Inline code is unchanged.
 */
export function readInline(line: string, aside: Aside): string {
  if (!HAS_NOTATION.test(line)) return line;
  if (!line.includes('`')) return readText(line, aside);
  return outsideCode(line, (text) => readText(text, aside));
}

/** Rewrites everything outside inline code, which is between two runs of equally many backticks. Linear. */
function outsideCode(line: string, rewrite: (text: string) => string): string {
  const parts = line.split(/(`+)/);
  /** By length, the positions of the runs still ahead, the next one last. */
  const ahead = new Map<number, number[]>();
  for (let at = parts.length - 2; at > 0; at -= 2) {
    const { length } = parts[at] ?? '';
    const runs = ahead.get(length);
    if (runs) runs.push(at);
    else ahead.set(length, [at]);
  }
  let read = '';
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at] ?? '';
    if (at % 2 === 0) {
      read += rewrite(part);
      continue;
    }
    const runs = ahead.get(part.length) ?? [];
    while ((runs.at(-1) ?? Number.POSITIVE_INFINITY) <= at) runs.pop();
    const end = runs.at(-1) ?? at;
    read += parts.slice(at, end + 1).join('');
    at = end;
  }
  return read;
}

function readText(text: string, aside: Aside): string {
  // Braces in a formula belong to TeX.
  const templates = /\$[^$]*\\/.test(text) ? /(?!)/g : TEMPLATE;
  return text
    .replaceAll(/!\[\[([^[\]\n]{1,300})\]\]/g, (_, inside: string) => {
      const [file = ''] = inside.split(/\\?[|#]/);
      aside.drop({ what: file, picture: PICTURE.test(file) });
      return '';
    })
    .replaceAll(/\[\[([^[\]\n]{1,300})\]\]/g, (_, inside: string) => {
      const [target = '', ...alias] = inside.split(/\\?\|/);
      const [page = '', ...part] = target.split('#');
      const words =
        alias.join('|').trim() || (page.trim() || part.join(' › ').replace(/^\^/, '')).replace(/^.*\//, '').trim();
      return page.trim() === '' ? words : pageLink(page.trim().replace(/^.*\//, ''), words);
    })
    .replaceAll(/\^\[([^[\]\n]{1,500})\]/g, (_, words: string) => `[^${aside.footnote(words)}]`)
    .replaceAll(/\{\{youtube-timestamp\s+(\d{1,6})\s*\}\}/g, (_, seconds: string) => formatClock(Number(seconds)))
    .replaceAll(/\{\{youtube-timestamp\s+([\d:.]{3,12})\s*\}\}/g, '$1')
    .replaceAll(/\{\{cloze\s+([^{}\n]{1,500})\}\}/g, '$1')
    .replaceAll(templates, '')
    .replaceAll(/\(\([\da-f]{8}-[\da-f-]{20,30}\)\)/g, '')
    .replaceAll(/%%[^%\n]{0,2000}%%/g, '')
    .replaceAll(
      /(?<![=!<>])==(?![\s=])([^=\n]{1,500}?)(?<!\s)==(?!=)/g,
      (whole, words: string) => emphasised(words) ?? whole,
    )
    .replaceAll(/\^\^(?![\s^])([^^\n]{1,500}?)(?<!\s)\^\^/g, (whole, words: string) => emphasised(words) ?? whole)
    .replaceAll(/[([]([A-Za-z][\w -]{0,40})::\s([^()[\]\n]{1,300})[)\]]/g, '$2')
    .replace(/(?:^|\s)\^(?=[\dA-Za-z-]*[A-Za-z-])[\dA-Za-z-]{3,60}\s*$/, '');
}

/** Highlighted words become italic: bold ones could be taken for a glossed term. `null` where they have emphasis already. */
const emphasised = (words: string) => (/[*_]/.test(words) ? words : `*${words}*`);
