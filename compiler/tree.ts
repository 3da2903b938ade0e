import type { Definition, Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfm } from 'micromark-extension-gfm';
import { visit } from 'unist-util-visit';

// What remark-parse calls, without the pipeline around it: 12 kB less.
const plain = { extensions: [cjkFriendlyExtension()], mdastExtensions: [] };
const withGfm = { extensions: [gfm(), ...plain.extensions], mdastExtensions: [gfmFromMarkdown()] };
/** What GitHub's Markdown adds needs one of these: addresses, footnotes, strikethrough, tables, task lists. */
const GFM = /www\.|:\/\/|[@~|]|\[\^|:-|-:|\[[ x\t]\]/i;

/**
 * The body's syntax tree. CJK-friendly: `**真，**她` is bold to its author, though not to plain CommonMark. Nine notes in
 * ten have nothing of GitHub's Markdown; without it parsing takes two thirds of the time.
 */
export function parseBody(body: string): Root {
  const tree = fromMarkdown(body, GFM.test(body) ? withGfm : plain);
  if (body.includes(']:')) resolveReferences(tree);
  return tree;
}

/** `[words][label]` becomes a link like any other: blocks are looked at one by one later, far from the definitions. */
function resolveReferences(tree: Root): void {
  const definitions = new Map<string, Definition>();
  visit(tree, 'definition', (node) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  visit(tree, 'linkReference', (node: Nodes) => {
    const url = 'identifier' in node ? definitions.get(node.identifier)?.url : undefined;
    if (url !== undefined) Object.assign(node, { type: 'link', url });
  });
}
