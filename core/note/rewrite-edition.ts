import type { Block, Edition, GlossaryEntry, Section } from './episode.ts';
import type { RichElement, RichNode } from './rich-text.ts';

/** Rewrites one text in other words or characters. */
export type Rewrite = (text: string) => string;

/** Their text is code. */
const AS_IT_IS = new Set(['code', 'pre']);

/**
 * The edition with its words put through `rewrite`, text by text: title, summary, names, tags, sections and glossary. Ids, times,
 * readings, addresses, code and the talk's own words stay as they are.
 */
export function rewriteEdition<E extends Edition>(edition: E, rewrite: Rewrite): E {
  const node = (each: RichNode): RichNode =>
    each.type === 'text' ? { type: 'text', value: rewrite(each.value) } : element(each);
  const element = (each: RichElement): RichElement =>
    AS_IT_IS.has(each.tagName) ? each : { ...each, children: each.children.map(node) };
  const block = (each: Block): Block => ({
    ...each,
    content: element(each.content),
    ...(each.speaker !== undefined && { speaker: rewrite(each.speaker) }),
  });
  const section = (each: Section): Section => ({
    ...each,
    title: rewrite(each.title),
    blocks: each.blocks.map(block),
  });
  const entry = (each: GlossaryEntry): GlossaryEntry => ({
    ...each,
    term: rewrite(each.term),
    aliases: [...new Set(each.aliases.map(rewrite))],
    definition: rewrite(each.definition),
  });
  const [first, ...rest] = edition.sections;
  return {
    ...edition,
    title: rewrite(edition.title),
    summary: edition.summary.map(element),
    speakers: edition.speakers.map(rewrite),
    sections: [section(first), ...rest.map(section)],
    glossary: edition.glossary.map(entry),
    ...(edition.tags && { tags: edition.tags.map(rewrite) }),
  };
}

/** The texts that {@link rewriteEdition} rewrites. No word of any language reaches from one into the next. */
export function editionTexts({ title, summary, speakers, sections, glossary, tags = [] }: Edition): string[] {
  const texts = [title, ...speakers, ...tags];
  const addAll = (nodes: readonly RichNode[]) => {
    for (const node of nodes) {
      if (node.type === 'text') texts.push(node.value);
      else if (!AS_IT_IS.has(node.tagName)) addAll(node.children);
    }
  };
  addAll(summary);
  for (const section of sections) {
    texts.push(section.title);
    for (const { content, speaker } of section.blocks) {
      addAll([content]);
      if (speaker !== undefined) texts.push(speaker);
    }
  }
  for (const { term, aliases, definition } of glossary) texts.push(term, ...aliases, definition);
  return texts;
}
