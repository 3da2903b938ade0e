import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import type { LanguageTag } from '../../core/note/episode.ts';
import type { NoteId, NoteKey } from '../../core/note/note-id.ts';
import type { NoteChoice as Choice } from '../../core/note/notes-in-language.ts';
import { useInScript } from '../shared/chinese-context.ts';
import { originText } from '../shared/origin-text.ts';

interface NoteChoiceProps {
  readonly notes: readonly Choice[];
  readonly chosen: NoteKey;
  /** The language they are written in. */
  readonly language: LanguageTag;
  readonly onChoose: (note: NoteId) => void;
}

/** The notes about a video in one language, by their titles: these can be long, so they are in a list that opens. */
export function NoteChoice({ notes, chosen, language, onChoose }: NoteChoiceProps): ReactNode {
  const inScript = useInScript();
  return (
    <select
      className="note-choice"
      aria-label={i18n.t('panel.noteChoice')}
      value={chosen}
      onChange={({ target }) => {
        const note = notes.find(({ key }) => key === target.value)?.note;
        if (note) onChoose(note);
      }}
    >
      {notes.map((note) => {
        const title = inScript(note.title, language);
        return (
          <option key={note.key} value={note.key} lang={title.language}>
            {labelOf({ ...note, title: title.text })}
          </option>
        );
      })}
    </select>
  );
}

function labelOf({ note, catalog, title, path }: Choice): string {
  if (note.origin !== 'own') return `${title} · ${catalog?.title ?? originText({ note })}`;
  return path === '' ? title : `${title} · ${path}`;
}
