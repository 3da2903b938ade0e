import { pageKeyOf } from '../../core/settings/page-keys.ts';

export interface SectionKeys {
  readonly previous: string;
  readonly next: string;
}

/** Calls `step` when the viewer, and no script, presses one of the keys, never while typing, until the signal aborts. */
export function watchKeys(keys: () => SectionKeys | null, step: (by: 1 | -1) => void, signal: AbortSignal): void {
  window.addEventListener(
    'keydown',
    (event) => {
      const wanted = keys();
      if (!wanted || !event.isTrusted || event.defaultPrevented || event.repeat) return;
      const key = pageKeyOf(event);
      // A letter of another script may have been chosen before layouts were told apart.
      const means = (one: string) => key !== null && (one === key || one === event.key);
      const by = means(wanted.next) ? 1 : means(wanted.previous) ? -1 : null;
      if (by === null || isTyping(event)) return;
      event.preventDefault();
      step(by);
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
