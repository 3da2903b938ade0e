import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { i18n } from '#i18n';

interface AddNotesProps {
  /** Whether the browser chooses folders by its own dialogue; otherwise a field does. */
  readonly picksFolders: boolean;
  /** Whether the browser leaves out files of a folder by their names, and says nothing. */
  readonly hidesNames: boolean;
  readonly disabled: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onPickFolder: () => void;
  readonly onDrop: (transfer: DataTransfer) => void;
}

const ACCEPT = '.md,.markdown,.txt,.zip,text/markdown,text/plain,application/zip';

/** The ways in: files, a folder, a zip, or all of them dropped. */
export function AddNotes({
  picksFolders,
  hidesNames,
  disabled,
  onFiles,
  onPickFolder,
  onDrop,
}: AddNotesProps): ReactNode {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  // Phones choose files only.
  const choosesFolders = picksFolders || 'webkitdirectory' in HTMLInputElement.prototype;

  const take = (input: HTMLInputElement) => {
    const chosen = [...(input.files ?? [])];
    // The same file can be chosen again.
    input.value = '';
    if (chosen.length > 0) onFiles(chosen);
  };
  const drag = (event: DragEvent) => {
    if (disabled || !event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    setOver(true);
  };

  return (
    <section
      className="add-notes"
      aria-label={i18n.t('library.drop')}
      data-over={over}
      onDragOver={drag}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (!disabled) onDrop(event.dataTransfer);
      }}
    >
      <p className="drop-hint">{i18n.t('library.dropHint')}</p>
      <p className="buttons">
        <button type="button" className="primary" disabled={disabled} onClick={() => files.current?.click()}>
          {i18n.t('library.addFiles')}
        </button>
        {choosesFolders && (
          <button
            type="button"
            className="primary"
            disabled={disabled}
            onClick={() => (picksFolders ? onPickFolder() : folder.current?.click())}
          >
            {i18n.t('library.addFolder')}
          </button>
        )}
      </p>
      <p className="facts">{i18n.t('library.kinds')}</p>
      {hidesNames && <p className="facts">{i18n.t('library.hiddenNames')}</p>}
      <input
        ref={files}
        type="file"
        name="files"
        multiple
        accept={ACCEPT}
        hidden
        onChange={(event) => take(event.currentTarget)}
      />
      <input
        ref={(input) => {
          folder.current = input;
          if (input) input.webkitdirectory = true;
        }}
        type="file"
        name="folder"
        hidden
        onChange={(event) => take(event.currentTarget)}
      />
    </section>
  );
}
