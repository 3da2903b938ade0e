import type { PhrasingContent, RootContent } from 'mdast';
import type { Gloss } from './gloss-text.ts';
import { linesOf } from './timed-entries.ts';
import { wordsOf } from './words.ts';

/** Headings above lists of terms. Only under such a heading does a bold name followed by words explain a term. */
const HEADING =
  /^[^\p{L}]*(?:(?:key|important|core|main|technical|new)\s+)?(?:terms?|terminology|concepts?|vocabulary|glossary|definitions?|jargon|acronyms|abbreviations|keywords?)(?:\s*(?:&|and|,|\/)\s*(?:terms?|terminology|concepts?|definitions?|vocabulary|acronyms|phrases))?[^\p{L}]*$|^[^\p{L}]*(?:(?:关键|關鍵|重要|核心|主要|专业|專業|基本)?(?:术语|術語|词汇|詞彙|名词|名詞|概念)(?:表|解释|解釋|说明|說明|定义|定義)?|名词解释|(?:关键|關鍵)[词詞]|キーワード|키워드|重要用語|用語(?:集|解説)?|キーワード解説|핵심 ?용어|주요 ?용어|용어(?: ?(?:정리|설명|해설))?|핵심 ?개념|주요 ?개념|термины|ключевые термины|основные термины|глоссарий|словарь|понятия|ключевые понятия|glossario|termini chiave|concetti chiave|glosario|términos clave|conceptos clave|glossaire|termes clés|concepts clés|glossar|begriffe|schlüsselbegriffe|wichtige begriffe|schlüsselkonzepte)[^\p{L}]*$/iu;

/** Limits of a term: longer bold words are a statement. */
const LONGEST_TERM = 60;
const MOST_WORDS = 7;
/** The longest text of a term with its other names. */
const LONGEST_NAMES = 200;
const SENTENCE = /[。！？；!?;]|[.,，]\s|[.,，]$/u;
/** Separators between a term and its explanation. */
const JOIN = /^\s*(?:[:：=]|[-–—]+(?=\s)|——?|→)\s*/u;

/** `Term: words`, `Term - words`. */
const NAME_FIRST = /^([^:：\n]{1,60}?)(?: ?[:：] |：| [–—-] )/u;

export const isTermsHeading = (title: string): boolean => HEADING.test(title);

/** The terms a block explains: items of a list, rows of a table, lines of a paragraph. Empty for any other block. */
export function termsIn(node: RootContent): Gloss[] {
  if (node.type === 'list') {
    return node.children.flatMap(({ children: [first, ...below] }) => {
      if (first?.type !== 'paragraph') return [];
      const own = termOf(first.children);
      // The explanation may be below the name.
      const more = own === null && below.length > 0 ? nameOf(first.children) : null;
      return own ? [own] : more ? glossOf(more, wordsOf(below).trim()) : [];
    });
  }
  if (node.type === 'paragraph') return fromLines(node.children);
  if (node.type !== 'table') return [];
  return node.children.slice(1).flatMap(({ children: cells }) => {
    const [term, ...rest] = cells.map((cell) => wordsOf(cell.children).trim());
    return glossOf(term ?? '', rest.filter(Boolean).join(' · '));
  });
}

function fromLines(nodes: readonly PhrasingContent[]): Gloss[] {
  const lines = linesOf(nodes);
  const glosses: Gloss[] = [];
  // `Term (other name):` on a line of its own, with the explanation on the lines below.
  const alone = /^(.{1,80})[:：]$/u.exec(wordsOf(lines[0] ?? []).trim())?.[1];
  if (alone !== undefined)
    return glossOf(
      alone,
      lines
        .slice(1)
        .map((line) => wordsOf(line))
        .join(' ')
        .trim(),
    );
  for (const [index, line] of lines.entries()) {
    const next = wordsOf(lines[index + 1] ?? []);
    // A definition list: `Term` and below it `: explanation`.
    const listed = /^[:：]\s+(\S.*)$/u.exec(next)?.[1];
    const gloss = listed === undefined ? termOf(line) : (glossOf(wordsOf(line).trim(), listed)[0] ?? null);
    if (gloss) glosses.push(gloss);
  }
  return glosses;
}

/** `**Term**: words`, `**Term:** words`, `` `Term` — words ``, `Term: words`. */
function termOf(nodes: readonly PhrasingContent[]): Gloss | null {
  const [first, ...rest] = nodes;
  if (
    first?.type === 'strong' ||
    first?.type === 'inlineCode' ||
    first?.type === 'emphasis' ||
    first?.type === 'link'
  ) {
    const name = wordsOf([first]).trim();
    const bare = name.replace(/[:：]$/u, '').trimEnd();
    // Another name may follow in brackets before the colon: `**HBM** (high-bandwidth memory): …`.
    const [, alias = '', behind = ''] = /^(\s*[(（][^()（）]{1,80}[)）])?([\s\S]*)$/u.exec(wordsOf(rest)) ?? [];
    const join = JOIN.exec(behind)?.[0];
    if (bare === name && join === undefined) return null;
    return glossOf(`${bare}${alias}`, behind.slice(join?.length ?? 0).trim())[0] ?? null;
  }
  const text = wordsOf(nodes);
  const plain = NAME_FIRST.exec(text.slice(0, LONGEST_TERM + 4));
  return plain ? (glossOf((plain[1] ?? '').trim(), text.slice(plain[0].length).trim())[0] ?? null) : null;
}

function nameOf(nodes: readonly PhrasingContent[]): string | null {
  const name = wordsOf(nodes)
    .trim()
    .replace(/[:：]$/u, '');
  return nodes.length === 1 && nodes[0]?.type === 'strong' ? name : null;
}

/** The gloss of a term with its other names in brackets after it; empty when the name is a clause or has no definition. */
function glossOf(name: string, definition: string): Gloss[] {
  if (name.length > LONGEST_NAMES) return [];
  const [, term = name, other = ''] = /^(.*?)\s*[(（]([^()（）]{1,80})[)）]$/u.exec(name.trim()) ?? [];
  const names = [term.trim(), ...other.split(/ [/／] |[,，;；]/u)]
    .map((each) => each.trim())
    .filter((each) => /\p{L}/u.test(each));
  const sound =
    names[0] === term.trim() &&
    term.length <= LONGEST_TERM &&
    term.split(/\s+/).length <= MOST_WORDS &&
    !SENTENCE.test(term);
  if (!sound || !/\p{L}/u.test(definition)) return [];
  return [
    {
      names: names.filter((each) => each.length <= LONGEST_TERM),
      definition: definition.replaceAll(/\s+/g, ' ').replace(/[.。]$/u, ''),
    },
  ];
}
