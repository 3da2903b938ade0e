import { type ReactNode, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import './hints.css';

/** Long enough to pass over something on the way elsewhere. */
const DELAY_MS = 450;
/** As high as a hint is, with its distance from the line it belongs to. */
const ROOM = 34;

interface Hint {
  readonly text: string;
  /** Whether all of it is shown, in as many lines as it needs. */
  readonly whole: boolean;
  readonly line: DOMRect;
}

/**
 * Shows what elements say in `data-hint`, in one line above them: on hover with a mouse, and when the keyboard comes to
 * them. Below, it would cover what is read next, so without room above there is none. With `data-hint-cut` it is shown only
 * when the element's own words are cut off, and then whole. Scrolling hides it until the page rests. For the eye alone: those
 * who hear the page have names and descriptions.
 */
export function Hints(): ReactNode {
  const [hint, setHint] = useState<Hint | null>(null);
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over: Element | null = null;
    /** What the hint is for, shown or about to be. */
    let about: Element | null = null;
    const hide = () => {
      clearTimeout(timer);
      over = null;
      about = null;
      setHint(null);
    };
    const show = (element: Element) => {
      about = element;
      setHint(hintOf(element));
    };
    const showLater = (element: Element) => {
      about = element;
      // What is scrolled away under a resting pointer tells nothing.
      timer = setTimeout(() => element.matches(':hover, :focus-visible') && show(element), DELAY_MS);
    };
    const onPointerOver = ({ target, pointerType }: PointerEvent) => {
      const element = target instanceof Element ? target.closest('[data-hint]') : null;
      if (element === over) return;
      hide();
      over = element;
      if (element && pointerType === 'mouse') showLater(element);
    };
    const onFocusIn = ({ target }: FocusEvent) => {
      hide();
      if (target instanceof Element && target.matches('[data-hint]:focus-visible')) show(target);
    };
    const onScroll = () => {
      clearTimeout(timer);
      setHint(null);
      if (about) showLater(about);
    };
    document.addEventListener('pointerover', onPointerOver, { signal });
    document.addEventListener('focusin', onFocusIn, { signal });
    document.addEventListener('scroll', onScroll, { signal, capture: true, passive: true });
    for (const type of ['focusout', 'pointerdown', 'keydown', 'pointerleave'] as const) {
      document.addEventListener(type, hide, { signal, capture: true, passive: true });
    }
    return () => {
      clearTimeout(timer);
      listening.abort();
    };
  }, []);
  if (!hint) return null;
  const { text, whole, line } = hint;
  const across =
    line.left > innerWidth / 2
      ? { right: innerWidth - line.right, maxInlineSize: line.right - 8 }
      : { left: line.left, maxInlineSize: innerWidth - line.left - 8 };
  return createPortal(
    <span
      className="hint-line"
      data-whole={whole ? '' : undefined}
      dir="auto"
      aria-hidden="true"
      style={{ ...across, bottom: innerHeight - line.top + 4, maxBlockSize: line.top - 8 }}
    >
      {text}
    </span>,
    document.body,
  );
}

function hintOf(element: Element): Hint | null {
  const text = element.getAttribute('data-hint');
  const [line] = element.getClientRects();
  if (!text || !line || line.top < ROOM) return null;
  const isCut = [element, ...element.children].some(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1);
  const onlyCut = element.hasAttribute('data-hint-cut');
  return isCut || !onlyCut ? { text, whole: onlyCut, line } : null;
}
