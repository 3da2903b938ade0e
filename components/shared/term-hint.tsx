import { type FocusEvent, type PointerEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';

/** Long enough to pass over a term on the way to another. */
const DELAY_MS = 350;
/** As high as a hint is with its distance from the line. */
const ROOM = 36;

/** Whether a term's explanation is shown on hover or focus, and where; `null` while it is not. */
export function useTermHint() {
  const id = useId();
  const [place, setPlace] = useState<DOMRect | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useMemo(() => {
    const show = (element: Element) => {
      const [line] = element.getClientRects();
      // Only above the line: below it would cover what is read next.
      if (line && line.top > ROOM) setPlace(line);
    };
    const hide = () => {
      clearTimeout(timer.current);
      setPlace(null);
    };
    const handlers = {
      onPointerEnter({ pointerType, currentTarget }: PointerEvent) {
        clearTimeout(timer.current);
        if (pointerType === 'mouse') timer.current = setTimeout(() => show(currentTarget), DELAY_MS);
      },
      onPointerLeave: hide,
      onFocus({ currentTarget }: FocusEvent) {
        if (currentTarget.matches(':focus-visible')) show(currentTarget);
      },
      onBlur: hide,
    };
    return { id, place, handlers, hide };
  }, [id, place]);
}

interface TermHintProps {
  readonly id: string;
  readonly place: DOMRect;
  readonly text: string;
}

/** An explanation in one line above its term. It stands outside of the list, which would cut it off. */
export function TermHint({ id, place, text }: TermHintProps): ReactNode {
  const right = place.left > innerWidth / 2;
  const across = right
    ? { right: innerWidth - place.right, maxInlineSize: place.right - 8 }
    : { left: place.left, maxInlineSize: innerWidth - place.left - 8 };
  return createPortal(
    <span id={id} role="tooltip" className="term-hint" style={{ ...across, bottom: innerHeight - place.top + 4 }}>
      {text.replaceAll('\n', ' · ')}
    </span>,
    document.body,
  );
}
