import { pageKeyOf } from '../../core/settings/page-keys.ts';
import type { Settings } from '../../core/settings/settings.ts';

type PageKeys = Settings['keys'];
export type PageKeyName = keyof PageKeys;

/**
 * Calls `act` when the viewer, and no script, presses one of the keys, never while typing, until the signal aborts.
 * @param keys Those that do something at the moment; an empty one is switched off.
 */
export function watchKeys(keys: () => Partial<PageKeys>, act: (name: PageKeyName) => void, signal: AbortSignal): void {
  window.addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || event.defaultPrevented || event.repeat) return;
      const wanted = keys();
      const key = pageKeyOf(event);
      // A letter of another script may have been chosen before layouts were told apart.
      const means = (one?: string) => key !== null && one && (one === key || one === event.key);
      const pressed = (Object.keys(wanted) as PageKeyName[]).find((name) => means(wanted[name]));
      if (!pressed || isTyping(event)) return;
      event.preventDefault();
      act(pressed);
    },
    { signal },
  );
}

/** Looks into shadow roots too: a text field may be in one. */
function isTyping(event: Event): boolean {
  return event
    .composedPath()
    .some(
      (element) =>
        element instanceof HTMLElement &&
        (element.isContentEditable ||
          /^(?:INPUT|TEXTAREA|SELECT)$/.test(element.tagName) ||
          element.getAttribute('role') === 'textbox'),
    );
}
