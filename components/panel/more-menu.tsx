import { type FocusEvent, type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { NoteExport } from './panel-model.ts';
import './more-menu.css';

interface MoreMenuProps {
  /** The address of the note's reading page; `null` where there is none, or it is this page. */
  readonly reading: string | null;
  /** `null` where there is no note. */
  readonly onExport: ((what: NoteExport) => void) | null;
  /** `null` where all episodes are listed anyway. */
  readonly onBrowse: (() => void) | null;
}

const EXPORTS: readonly NoteExport[] = ['chapters', 'timestamps', 'markdown', 'csv', 'vtt', 'jsonChapters'];

/** Everything one needs now and then, behind one button. A plain list of buttons: Tab and Escape do. */
export function MoreMenu({ reading, onExport, onBrowse }: MoreMenuProps): ReactNode {
  const id = useId();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation();
    setOpen(false);
    button.current?.focus();
  }
  function onBlur(event: FocusEvent<HTMLElement>): void {
    if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
  }
  const act = (run: () => void) => () => {
    setOpen(false);
    button.current?.focus();
    run();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: closes what the button opened
    <div className="more" onKeyDown={onKeyDown} onBlur={onBlur}>
      <button
        ref={button}
        type="button"
        className="more-button"
        aria-expanded={open}
        aria-controls={id}
        aria-label={i18n.t('panel.more')}
        onClick={() => setOpen(!open)}
      >
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" fill="currentColor">
          <circle cx="3" cy="8" r="1.4" />
          <circle cx="8" cy="8" r="1.4" />
          <circle cx="13" cy="8" r="1.4" />
        </svg>
      </button>
      <ul id={id} className="more-list" hidden={!open}>
        {onExport &&
          EXPORTS.map((what) => (
            <li key={what}>
              <button type="button" onClick={act(() => onExport(what))}>
                {i18n.t(`panel.export.${what}`)}
              </button>
            </li>
          ))}
        {reading && (
          <li className="more-rule">
            <a href={reading} target="_blank" rel="noreferrer">
              {i18n.t('reading.open')}
            </a>
          </li>
        )}
        {onBrowse && (
          <li className="more-rule">
            <button type="button" onClick={act(onBrowse)}>
              {i18n.t('panel.browse')}
            </button>
          </li>
        )}
        <li>
          <a href="library.html" target="_blank" rel="noreferrer">
            {i18n.t('panel.manage')}
          </a>
        </li>
        <li>
          <a href="options.html" target="_blank" rel="noreferrer">
            {i18n.t('panel.options')}
          </a>
        </li>
      </ul>
    </div>
  );
}
