import { useCallback, useEffect, useRef, useState } from 'react';
import type { WrittenNote } from '../../core/library/written-note.ts';
import type { Problem } from '../../core/note/problem.ts';
import type { Saved, Writing } from '../../platform/written/writing.ts';

/** `draft`: the text is kept, but it is no note. `failed`: the browser did not store it. */
export type SaveState = 'saved' | 'saving' | 'draft' | 'failed';

export interface UseWriting {
  readonly text: string;
  readonly write: (text: string) => void;
  readonly state: SaveState;
  readonly problems: readonly Problem[];
  readonly note: WrittenNote;
  /** The text of the older state; `null` without one. */
  readonly older: string | null;
}

/** How long the viewer rests from typing before the text is kept, and before it is compiled, in milliseconds. */
const DRAFT_MS = 300;
const SAVE_MS = 900;

/** The text as it is typed, kept all the while. */
export function useWriting(writing: Writing, opened: WrittenNote, readOnly: boolean): UseWriting {
  const [text, setText] = useState(writing.text);
  const [state, setState] = useState<SaveState>('saved');
  const [saved, setSaved] = useState<Saved>({ isNote: true, problems: [], note: opened });
  const [older, setOlder] = useState<string | null>(null);
  /** What is not stored yet, not even as a draft. */
  const unkept = useRef<string | null>(null);
  const drafting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const saving = useRef<Promise<void>>(Promise.resolve());

  const keepDraft = useCallback(() => {
    clearTimeout(drafting.current);
    const typed = unkept.current;
    if (typed === null) return;
    writing.keepDraft(typed).then(
      () => {
        if (unkept.current === typed) unkept.current = null;
      },
      () => setState('failed'),
    );
  }, [writing]);

  /** One after the other, so that the last one counts. */
  const save = useCallback(
    (typed: string) => {
      saving.current = saving.current.then(async () => {
        try {
          const done = await writing.save(typed);
          setSaved(done);
          if (unkept.current === typed) unkept.current = null;
          // Something was typed meanwhile: it is not saved yet.
          setState((now) => (unkept.current === null || now === 'failed' ? (done.isNote ? 'saved' : 'draft') : now));
          setOlder(await writing.older());
        } catch {
          setState('failed');
        }
      });
    },
    [writing],
  );

  useEffect(() => {
    // Problems are shown from the beginning, and what a draft holds is tried again.
    if (!readOnly) save(writing.text);
  }, [save, writing, readOnly]);

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      keepDraft();
      if (unkept.current !== null) event.preventDefault();
    };
    const onHidden = () => document.visibilityState === 'hidden' && keepDraft();
    addEventListener('beforeunload', ask);
    document.addEventListener('visibilitychange', onHidden);
    return () => {
      removeEventListener('beforeunload', ask);
      document.removeEventListener('visibilitychange', onHidden);
    };
  }, [keepDraft]);

  const write = useCallback(
    (typed: string) => {
      setText(typed);
      setState('saving');
      unkept.current = typed;
      clearTimeout(drafting.current);
      clearTimeout(timer.current);
      drafting.current = setTimeout(keepDraft, DRAFT_MS);
      timer.current = setTimeout(() => save(typed), SAVE_MS);
    },
    [keepDraft, save],
  );

  return { text, write, state, problems: saved.problems, note: saved.note, older };
}
