import { type ReactNode, useEffect, useState } from 'react';
import { i18n } from '#i18n';

interface OfferLineProps {
  readonly onDismiss: () => void;
  /** Whether the viewer hovers or focuses it; the same function every time. */
  readonly onHold: (held: boolean) => void;
  readonly children: ReactNode;
}

/** Disappears after some seconds, but not while the pointer moved onto it or it has the focus; and at once when dismissed. */
export function OfferLine({ onDismiss, onHold, children }: OfferLineProps): ReactNode {
  const [hovered, setHovered] = useState(false);
  const [focused, setFocused] = useState(false);
  const held = hovered || focused;
  useEffect(() => {
    if (!held) return undefined;
    onHold(true);
    // Also when it is removed under the pointer: browsers report no leaving then, and the next offer would stay for good.
    return () => onHold(false);
  }, [held, onHold]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only notices that the viewer is there
    <div
      className="action offer"
      // Moves: a pointer that rests where it appears holds nothing.
      onPointerMove={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      {children}
      <button type="button" className="offer-close" aria-label={i18n.t('panel.dismiss')} onClick={onDismiss}>
        <svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">
          <path d="M3 3l10 10M13 3L3 13" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
        </svg>
      </button>
    </div>
  );
}
