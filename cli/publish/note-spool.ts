import type { CompiledFile } from '../compile-file.ts';
import { createSpool, type Place } from '../spool.ts';
import type { NewNote } from './pack-note.ts';

/** A packed note whose long parts are in a temporary file. */
export interface SpooledNote extends Pick<CompiledFile, 'fingerprint' | 'sourceLine'> {
  readonly path: string;
  readonly note: Omit<NewNote, 'content' | 'names'>;
  readonly content: Place;
  readonly names: Place;
}

export interface NoteSpool {
  add(path: string, note: NewNote, compiled: CompiledFile): SpooledNote;
  read(note: SpooledNote): NewNote;
  destroy(): void;
}

/** Keeps packed notes in a temporary file until those of all videos are known, so that memory stays flat. */
export function createNoteSpool(): NoteSpool {
  const spool = createSpool();
  return {
    add(path, { content, names, ...note }, { fingerprint, sourceLine }) {
      const places = { content: spool.addBytes(content), names: spool.add(names) };
      return { path, note, fingerprint, sourceLine, ...places };
    },
    read({ note, content, names }) {
      return { ...note, content: spool.readBytes(content), names: spool.read(names) };
    },
    destroy: spool.destroy,
  };
}
