import '../../components/shared/controls.css';
import '../../components/library/library.css';
import { type ReactNode, useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { NoteEditor } from '../../components/editor/note-editor.tsx';
import { sourceText } from '../../components/library/wording.ts';
import { readingAddress } from '../../core/library/reading-address.ts';
import { editorAddress, WRITTEN, type WrittenNote } from '../../core/library/written-note.ts';
import { noteKey } from '../../core/note/note-id.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { watchAddress } from '../../core/video/video-address.ts';
import type { SettingsPort } from '../../platform/ports.ts';
import type { Writing } from '../../platform/written/writing.ts';
import { saveFile } from '../shared/save-file.ts';
import { useAppearance } from '../shared/use-appearance.ts';
import { useWriting } from './use-writing.ts';

interface EditorAppProps {
  readonly settings: SettingsPort;
  readonly asked: WrittenNote | null;
  /** `null` when the note is gone. */
  readonly writing: Writing | null;
  /** Whether it is edited in no other window. */
  readonly isAlone: boolean;
}

/** The editor of an own note. */
export function EditorApp({ settings: port, asked, writing, isAlone }: EditorAppProps): ReactNode {
  const [settings, setSettings] = useState<Settings | null>(null);
  useAppearance(settings);
  useEffect(() => {
    void port.read().then(setSettings);
    return port.subscribe(setSettings);
  }, [port]);
  if (asked && writing) return <Editor asked={asked} writing={writing} isAlone={isAlone} />;
  return (
    <main className="form library">
      <h1>{i18n.t('editor.title')}</h1>
      <p role="alert">{i18n.t('editor.gone')}</p>
      <a className="button" href="library.html">
        {i18n.t('library.openLibrary')}
      </a>
    </main>
  );
}

interface EditorProps {
  readonly asked: WrittenNote;
  readonly writing: Writing;
  readonly isAlone: boolean;
}

function Editor({ asked, writing, isAlone }: EditorProps): ReactNode {
  const { text, write, state, problems, note, older } = useWriting(writing, asked, !isAlone);
  const [before, setBefore] = useState<string | null>(null);
  useEffect(() => {
    // The text may name another video by now: reloading must find the note there.
    history.replaceState(null, '', editorAddress(note));
  }, [note]);
  const put = (other: string) => {
    setBefore(text);
    write(other);
  };
  return (
    <NoteEditor
      text={text}
      state={state}
      problems={problems}
      readOnly={!isAlone}
      readAddress={readingAddress({
        videoId: note.videoId,
        note: noteKey({ origin: 'own', source: note.source, path: note.path }),
      })}
      videoAddress={watchAddress(note.videoId)}
      importedFrom={note.source === WRITTEN ? null : sourceText(note.source)}
      onText={(typed) => {
        setBefore(null);
        write(typed);
      }}
      onSave={() =>
        saveFile(
          new Blob([text], { type: 'text/markdown;charset=utf-8' }),
          note.path.slice(note.path.lastIndexOf('/') + 1),
        )
      }
      onOlder={older === null || older === text ? null : () => put(older)}
      onUndo={before === null ? null : () => put(before)}
    />
  );
}
