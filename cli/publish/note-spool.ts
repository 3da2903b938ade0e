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
  add(path: string, note: NewNote, compiled: CompiledFile): Promise<SpooledNote>;
  read(note: SpooledNote): Promise<NewNote>;
  destroy(): Promise<void>;
}

/** Keeps packed notes in a temporary file until those of all videos are known, so that memory stays flat. */
export async function createNoteSpool(): Promise<NoteSpool> {
  const spool = await createSpool();
  return {
    async add(path, { content, names, ...note }, { fingerprint, sourceLine }) {
      const places = { content: await spool.addBytes(content), names: await spool.add(names) };
      return { path, note, fingerprint, sourceLine, ...places };
    },
    async read({ note, content, names }) {
      return { ...note, content: await spool.readBytes(content), names: await spool.read(names) };
    },
    destroy: spool.destroy,
  };
}
