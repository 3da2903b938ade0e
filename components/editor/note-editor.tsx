import { type ReactNode, useId, useRef } from 'react';
import { i18n } from '#i18n';
import type { Problem } from '../../core/note/problem.ts';
import { ProblemText } from '../library/problem-text.tsx';
import { numberText } from '../shared/locale.ts';
import './editor.css';

interface NoteEditorProps {
  readonly text: string;
  /** `draft`: the text is kept, but it is no note. `failed`: the browser did not store it. */
  readonly state: 'saved' | 'saving' | 'draft' | 'failed';
  readonly problems: readonly Problem[];
  /** Another window is editing it. */
  readonly readOnly: boolean;
  readonly readAddress: string;
  readonly videoAddress: string;
  /** What it was imported from, in words; `null` for a note begun here. */
  readonly importedFrom: string | null;
  readonly onText: (text: string) => void;
  /** Saves it as a file. */
  readonly onSave: () => void;
  /** Puts the older state in its place; `null` without one. */
  readonly onOlder: (() => void) | null;
  readonly onUndo: (() => void) | null;
}

/** More would only be read when these are mended. */
const MOST_PROBLEMS = 50;

/** A note as text, and beside it what its author should know. */
export function NoteEditor(props: NoteEditorProps): ReactNode {
  const { text, state, problems, readOnly, readAddress, videoAddress, importedFrom } = props;
  const { onText, onSave, onOlder, onUndo } = props;
  const hint = useId();
  const field = useRef<HTMLTextAreaElement>(null);

  function leadTo({ line, column }: Problem): void {
    const { current } = field;
    if (!current) return;
    const lines = text.split('\n');
    const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
    current.focus();
    current.setSelectionRange(start + column - 1, start + (lines[line - 1]?.length ?? 0));
    // A field does not scroll to what is selected by a script.
    current.scrollTop = (current.scrollHeight * Math.max(0, line - 4)) / Math.max(1, lines.length);
  }

  return (
    <main className="form library editor">
      <h1>{i18n.t('editor.title')}</h1>
      {readOnly && <p className="notice">{i18n.t('editor.elsewhere')}</p>}
      {importedFrom !== null && <p>{i18n.t('editor.imported', [importedFrom])}</p>}
      <p className="buttons">
        <a className="button" href={readAddress}>
          {i18n.t('library.openNote')}
        </a>
        <a className="button" href={videoAddress} target="_blank" rel="noreferrer">
          {i18n.t('library.openVideo')}
        </a>
        <button type="button" onClick={onSave}>
          {i18n.t('myMarks.save')}
        </button>
        {onOlder && !readOnly && (
          <button type="button" onClick={onOlder}>
            {i18n.t('library.restore')}
          </button>
        )}
        {onUndo && (
          <button type="button" onClick={onUndo}>
            {i18n.t('library.undo')}
          </button>
        )}
        <a className="button" href="library.html">
          {i18n.t('library.openLibrary')}
        </a>
      </p>
      <p className="facts" id={hint}>
        {i18n.t('editor.hint')}
      </p>
      <div className="editor-columns">
        <textarea
          ref={field}
          aria-label={i18n.t('editor.text')}
          aria-describedby={hint}
          spellCheck
          readOnly={readOnly}
          value={text}
          onChange={(event) => onText(event.currentTarget.value)}
        />
        <section className="editor-problems" aria-label={i18n.t('editor.problems')}>
          <p role={state === 'failed' ? 'alert' : 'status'} data-state={state}>
            {i18n.t(`editor.states.${state}`)}{' '}
            {state !== 'saving' && i18n.t('editor.problemCount', problems.length, [numberText(problems.length)])}
          </p>
          <ul>
            {problems.slice(0, MOST_PROBLEMS).map((problem) => (
              <li
                key={`${problem.line}:${problem.column}:${problem.sentence}:${JSON.stringify(problem.values)}`}
                data-severity={problem.severity}
              >
                <ProblemText problem={problem} />{' '}
                <button type="button" onClick={() => leadTo(problem)}>
                  {i18n.t('editor.goTo', [numberText(problem.line)])}
                </button>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </main>
  );
}
