import { DRAWN } from './player-questions.ts';
import { TITLE_LINES } from './selectors.ts';

export interface PageButtonTexts {
  /** The button's label. */
  readonly label: string;
  /** What the button does. */
  readonly hint: string;
}

/** The result of a click: nothing to say, or a sentence, perhaps with one action. */
export interface PressOutcome {
  readonly text: string;
  readonly action?: { readonly label: string; run(): void };
}

export interface PageButton {
  /** Draws the button, with this hint, beside the title once the page is laid out, if there is a title and no button yet. */
  show(hint: string): void;
  /** Takes away what the last click was answered with. */
  quiet(): void;
  /** Says something beside the button for two seconds; where there is no button it comes for as long. */
  say(text: string): void;
  hide(): void;
}

const SAID_FOR_MS = 2000;
/** A screen reader reads out only what is said in an element that was there before. */
const SAID_AFTER_MS = 50;

/** The small button beside the video's title. Styled through the CSSOM only: no style sheet, no markup in strings. */
export function createPageButton(texts: PageButtonTexts, press: () => Promise<PressOutcome | null>): PageButton {
  let host: HTMLElement | null = null;
  let looking: IntersectionObserver | null = null;
  let isPressed = false;
  /** Whether the button is there for what it says and no longer. */
  let isBrief = false;
  let saying: ReturnType<typeof setTimeout> | undefined;
  const said = document.createElement('span');
  said.setAttribute('role', 'status');

  function build(hint: string): HTMLElement {
    const box = document.createElement('span');
    box.setAttribute(DRAWN, 'button');
    style(box, { display: 'inline-flex', 'align-items': 'center', gap: '8px', 'flex-wrap': 'wrap', margin: '4px 0' });
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = `♪ ${texts.label}`;
    button.title = hint;
    style(button, {
      font: '500 12px/18px Roboto, Arial, sans-serif',
      color: 'inherit',
      background: 'transparent',
      border: '1px solid currentcolor',
      'border-radius': '9px',
      padding: '0 8px',
      cursor: 'pointer',
    });
    style(said, { font: '400 12px/18px Roboto, Arial, sans-serif' });
    button.addEventListener('click', (event) => {
      event.stopPropagation();
      // A script of the page can click, too, and as often as it likes.
      if (!event.isTrusted || isPressed) return;
      isPressed = true;
      void press().then((outcome) => {
        isPressed = false;
        said.textContent = outcome?.text ?? '';
        const { action } = outcome ?? {};
        if (!action) return;
        const link = button.cloneNode() as HTMLButtonElement;
        link.textContent = action.label;
        link.addEventListener('click', ({ isTrusted }) => {
          if (!isTrusted) return;
          said.textContent = '';
          action.run();
        });
        said.append(' ', link);
      });
    });
    box.append(button, said);
    return box;
  }

  function draw(hint: string, brief: boolean): void {
    isBrief = brief;
    if (host?.isConnected) return;
    looking?.disconnect();
    looking = whenLaidOut(
      TITLE_LINES.flatMap((selector) => [...document.querySelectorAll(selector)]),
      (line) => {
        host ??= build(hint);
        line.append(host);
      },
    );
  }

  function hide(): void {
    clearTimeout(saying);
    said.replaceChildren();
    looking?.disconnect();
    host?.remove();
    host = null;
  }

  return {
    show: (hint) => draw(hint, false),
    quiet: () => said.replaceChildren(),
    say(text) {
      clearTimeout(saying);
      if (!host) draw(texts.hint, true);
      saying = setTimeout(() => {
        said.textContent = text;
        saying = setTimeout(() => (isBrief ? hide() : said.replaceChildren()), SAID_FOR_MS);
      }, SAID_AFTER_MS);
    },
    hide,
  };
}

/**
 * Returns the first of these elements that is visible: YouTube keeps hidden titles of earlier pages. An
 * IntersectionObserver reports after the browser's own layout; reading the layout would force one, up to 100 ms while
 * the page is being built.
 */
function whenLaidOut(elements: readonly Element[], take: (first: Element) => void): IntersectionObserver {
  const observer = new IntersectionObserver((entries) => {
    const first = entries.find(({ boundingClientRect }) => boundingClientRect.height > 0);
    observer.disconnect();
    if (first) take(first.target);
  });
  for (const element of elements) observer.observe(element);
  return observer;
}

function style(element: HTMLElement, rules: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(rules)) element.style.setProperty(name, value);
}
