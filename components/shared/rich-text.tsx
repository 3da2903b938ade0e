import {
  createElement,
  type KeyboardEvent,
  type ReactNode,
  Suspense,
  useContext,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { leadingMoment } from '../../core/note/leading-moment.ts';
import type { RichElement, RichNode } from '../../core/note/rich-text.ts';
import { plainText } from '../../core/text/plain-text.ts';
import { formatClock } from '../../core/time/clock-text.ts';
import { MomentsContext, SoughtTermContext, TermsContext } from './terms.ts';
import './rich-text.css';

/** The elements that may be made; anything else shows its text only. */
const ELEMENTS = new Set(
  'p ul ol li blockquote pre code strong em del sup sub br hr table thead tbody tr th td h4 h5 h6'.split(' '),
);

/** Shows formatted text. Elements are made one by one from data; no HTML string is ever involved. */
export function RichText({ nodes }: { readonly nodes: readonly RichNode[] }): ReactNode {
  return nodes.map((node, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the nodes of a compiled note never change places
    <RichNodeView key={index} node={node} beforeGloss={isGloss(nodes[index + 1])} />
  ));
}

const isPage = (node: RichNode): boolean => node.type === 'element' && node.properties.page !== undefined;
const isGloss = (node: RichNode | undefined) => node?.type === 'element' && node.properties.gloss !== undefined;

/** @param props.beforeGloss Whether a gloss follows: it is not shown, so the space before it is dropped, too. */
function RichNodeView({ node, beforeGloss }: { readonly node: RichNode; readonly beforeGloss: boolean }): ReactNode {
  if (node.type === 'text') return beforeGloss ? node.value.trimEnd() : node.value;
  // The term shows its gloss on demand; many parentheses make a text hard to read.
  if (isGloss(node)) return null;
  if (node.tagName === 'dfn' || node.tagName === 'strong' || isPage(node)) return <Term node={node} />;
  if (node.tagName === 'a') {
    return (
      <a href={String(node.properties.href)} target="_blank" rel="noreferrer" data-host={hostOf(node.properties.href)}>
        <RichText nodes={node.children} />
      </a>
    );
  }
  if (node.tagName === 'br' || node.tagName === 'hr') return createElement(node.tagName);
  if (node.tagName === 'li') return <Item node={node} />;
  if (!ELEMENTS.has(node.tagName)) return <RichText nodes={node.children} />;
  const { start, callout } = node.properties;
  // What is not there is left out of the element.
  const attributes = { start, 'data-callout': callout };
  const element = createElement(node.tagName, attributes, <RichText nodes={node.children} />);
  // A wide table scrolls on its own; otherwise the whole panel would.
  return node.tagName === 'table' ? <div className="wide">{element}</div> : element;
}

/** A list's item; the moment it begins with leads there, where the list is about moments. */
function Item({ node }: { readonly node: RichElement }): ReactNode {
  const onMoment = useContext(MomentsContext);
  const moment = onMoment && leadingMoment(node);
  if (!onMoment || !moment) {
    return (
      <li>
        <RichText nodes={node.children} />
      </li>
    );
  }
  return (
    <li className="takeaway">
      <button type="button" className="place-button" onClick={() => onMoment(moment.time)}>
        <span className="time">{formatClock(moment.time)}</span>
      </button>
      <div>
        <RichText nodes={moment.rest} />
      </div>
    </li>
  );
}

/** Where a link leads, in the letters an address really has: look-alike ones come out as `xn--…`. */
function hostOf(href: unknown): string {
  try {
    const { host, pathname } = new URL(String(href));
    return host || pathname;
  } catch {
    return String(href);
  }
}

/**
 * A bold term, or a link to a page of the author's notes. When the glossary explains it, it opens its explanation right
 * behind itself; Escape closes it. Otherwise a page may be another episode at hand.
 */
function Term({ node }: { readonly node: RichElement }): ReactNode {
  const { find, findPage, below, Page } = useContext(TermsContext);
  const id = useId();
  const button = useRef<HTMLSpanElement>(null);
  const [open, setOpen] = useState(false);
  const { term, page } = node.properties;
  const entry =
    (page === undefined ? find(String(term ?? '')) : findPage(String(page))) ?? find(plainText(node.children).trim());
  const sought = useContext(SoughtTermContext);
  useEffect(() => {
    if (sought !== null && sought.term === entry?.id) setOpen(true);
  }, [sought, entry]);
  if (!entry?.definition) {
    const text = <RichText nodes={node.children} />;
    if (page === undefined) return <strong>{text}</strong>;
    return Page ? (
      <Suspense fallback={text}>
        <Page name={String(page)}>{text}</Page>
      </Suspense>
    ) : (
      text
    );
  }
  // One button is enough where the term is a link as well.
  const text = (
    <RichText
      nodes={node.children.flatMap((child) => ('children' in child && isPage(child) ? child.children : [child]))}
    />
  );

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation();
    setOpen(false);
    button.current?.focus();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is heard for the button and what it opens
    <span className="term-place" onKeyDown={onKeyDown}>
      {/* A real button is a box no line breaks in, before a comma even, and no space comes between it and a Han character. */}
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <span
        ref={button}
        role="button"
        tabIndex={0}
        className="term"
        aria-expanded={open}
        aria-controls={id}
        data-hint={open ? undefined : entry.definition.replaceAll('\n', ' · ')}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          setOpen(!open);
        }}
      >
        {text}
      </span>
      <span id={id} hidden={!open} className="term-definition" role="note">
        {open && (
          <>
            {entry.aliases.length > 0 && <span className="term-names">{entry.aliases.join(' · ')}</span>}
            {entry.definition.split('\n').map((line) => (
              <span className="term-line" key={line}>
                {line}
              </span>
            ))}
            {below?.(entry)}
          </>
        )}
      </span>
    </span>
  );
}
