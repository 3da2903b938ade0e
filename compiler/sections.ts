import Slugger from 'github-slugger';
import type { Heading } from 'mdast';
import type { Block, Section, SectionId } from '../core/note/episode.ts';
import type { RichElement } from '../core/note/rich-text.ts';
import { plainText } from '../core/text/plain-text.ts';
import type { Piece } from './body.ts';
import { markGlosses } from './gloss.ts';
import type { GlossaryBuilder } from './glossary.ts';
import type { Reporter } from './reporter.ts';
import { toRich } from './rich.ts';
import { readTurn, speakersOf } from './turns.ts';

interface Draft {
  readonly id: SectionId;
  readonly title: string;
  readonly level: Section['level'];
  readonly blocks: { content: RichElement; original?: readonly RichElement[] }[];
}

const ID = /\s*\{#([\p{L}\p{N}_-]+)\}\s*$/u;

/** Makes sections of the body's pieces; every heading begins one. Returns at least one. */
export function makeSections(
  pieces: readonly Piece[],
  glossary: GlossaryBuilder,
  named: readonly string[],
  report: Reporter,
): [Section, ...Section[]] {
  const drafts: Draft[] = [];
  const slugger = new Slugger();
  const titles = new Set<string>();
  // Ids that authors wrote are taken first, so that no slug ever takes one away.
  for (const piece of pieces) {
    const written = piece.kind === 'heading' ? ID.exec(titleOf(piece.node, report))?.[1] : undefined;
    if (written) slugger.slug(written);
  }
  const taken = new Set<SectionId>();
  for (const piece of pieces) {
    if (piece.kind === 'heading') {
      drafts.push(open(piece.node));
      continue;
    }
    const last = drafts.at(-1);
    if (piece.kind === 'original') {
      const original = piece.nodes.flatMap((node) => toRich(node, report));
      const block = last?.blocks.at(-1);
      if (block && !block.original) block.original = original;
      else for (const content of original) current().blocks.push({ content, original: [content] });
      continue;
    }
    const section = current();
    for (const element of toRich(piece.node, report)) {
      const content = markGlosses(element, {
        register(gloss) {
          const { id, differs } = glossary.add(gloss, section.id);
          if (differs) {
            report.warn(
              'term-redefined',
              piece.node,
              `"${gloss.names[0]}" is explained again in other words: both are kept`,
            );
          }
          return id;
        },
        unclosed: (term) =>
          report.warn(
            'gloss-unclosed',
            piece.node,
            `the explanation of "${term}" opens a parenthesis that never closes`,
          ),
      });
      section.blocks.push({ content });
    }
  }
  if (drafts.length === 0) current();
  return withTurns(drafts, named);

  function current(): Draft {
    const last = drafts.at(-1);
    if (last) return last;
    const draft: Draft = { id: slugger.slug('opening'), title: '', level: 0, blocks: [] };
    drafts.push(draft);
    return draft;
  }

  function open(node: Heading): Draft {
    const raw = titleOf(node, report);
    const written = ID.exec(raw)?.[1];
    const title = raw.replace(ID, '').trim();
    if (title === '') report.warn('heading-empty', node, 'this heading has no words: name the section');
    else if (titles.has(title)) report.warn('heading-duplicate', node, `another section is called "${title}", too`);
    titles.add(title);
    let id = written ?? slugger.slug(title || 'section');
    if (taken.has(id)) {
      report.warn('heading-duplicate', node, `the id "${id}" is taken by a section above`);
      id = slugger.slug(id);
    }
    taken.add(id);
    return { id, title, level: node.depth, blocks: [] };
  }
}

function titleOf(node: Heading, report: Reporter): string {
  return plainText(
    toRich(
      { type: 'paragraph', children: node.children, ...(node.position ? { position: node.position } : {}) },
      report,
    ),
  ).trim();
}

/** Recognises the turns of a conversation, now that all who speak are known. */
function withTurns(drafts: readonly Draft[], named: readonly string[]): [Section, ...Section[]] {
  const turns = drafts.flatMap(({ blocks }) => blocks.flatMap(({ content }) => readTurn(content) ?? []));
  const speakers = speakersOf(turns, named);
  const sections = drafts.map(({ id, title, level, blocks }): Section => {
    const made = blocks.map((block): Block => {
      const turn = readTurn(block.content);
      return turn && speakers.has(turn.speaker) ? { ...block, content: turn.content, speaker: turn.speaker } : block;
    });
    return { id, title, level, blocks: made };
  });
  return sections as [Section, ...Section[]];
}
