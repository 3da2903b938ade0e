import { createContext, createElement, type ReactNode, useContext, useId, useState } from 'react';
import type { GlossaryEntry } from '../../core/note/episode.ts';
import type { RichElement, RichNode } from '../../core/note/rich-text.ts';
import { plainText } from '../../core/text/plain-text.ts';
import './rich-text.css';

/** Entries by every one of their names, so that bold terms can open their explanation where they stand. */
export const TermsContext = createContext<ReadonlyMap<string, GlossaryEntry>>(new Map());

/** The elements that may be made; anything else shows its text only. */
const ELEMENTS = new Set(
  'p ul ol li blockquote pre code strong em del sup sub br hr table thead tbody tr th td h4 h5 h6'.split(' '),
);

/** Shows formatted text. Elements are made one by one from data; no HTML string is ever involved. */
export function RichText({ nodes }: { readonly nodes: readonly RichNode[] }): ReactNode {
  return nodes.map((node, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the nodes of a compiled note never change places
    <RichNodeView key={index} node={node} />
  ));
}

function RichNodeView({ node }: { readonly node: RichNode }): ReactNode {
  if (node.type === 'text') return node.value;
  // The gloss is shown by its term, on demand; a wall of parentheses is no pleasure to read.
  if (node.tagName === 'span' && node.properties.gloss !== undefined) return null;
  if (node.tagName === 'dfn' || node.tagName === 'strong') return <Term node={node} />;
  if (node.tagName === 'a') {
    return (
      <a href={String(node.properties.href)} target="_blank" rel="noreferrer">
        <RichText nodes={node.children} />
      </a>
    );
  }
  if (node.tagName === 'br' || node.tagName === 'hr') return createElement(node.tagName);
  if (!ELEMENTS.has(node.tagName)) return <RichText nodes={node.children} />;
  return createElement(node.tagName, null, <RichText nodes={node.children} />);
}

/** A bold term. When the glossary explains it, it opens its explanation right behind itself. */
function Term({ node }: { readonly node: RichElement }): ReactNode {
  const terms = useContext(TermsContext);
  const id = useId();
  const [open, setOpen] = useState(false);
  const entry = terms.get(plainText(node.children).trim());
  const text = <RichText nodes={node.children} />;
  if (!entry?.definition) return <strong>{text}</strong>;
  return (
    <>
      <button type="button" className="term" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {text}
      </button>
      <span id={id} hidden={!open} className="term-definition" role="note">
        {entry.aliases.length > 0 && <b>{entry.aliases.join(' · ')}</b>} {entry.definition}
      </span>
    </>
  );
}
