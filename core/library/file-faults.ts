import { error, type Finding, type Problem, warning } from '../note/problem.ts';

/**
 * Bytes of the largest note that is read. The longest of a real archive of 9,180 has 1.1 MB; a larger file is a
 * dump or a mistake.
 */
export const LARGEST_NOTE = 8 * 1024 * 1024;

const megabytes = (bytes: number) => Math.round((bytes / 1024 / 1024) * 10) / 10;

/** What can be wrong with a file before the compiler sees it, or between several files. */
export const fileFaults = {
  /** Deleted or moved since the folder was listed. */
  gone: () => error('file-gone'),
  unreadable: (reason: string) => error('file-unreadable', { reason }),
  /** @param bytes The file's size. */
  tooLarge: (bytes: number) => error('file-too-large', { size: megabytes(bytes), most: megabytes(LARGEST_NOTE) }),
  /** The fault for a result of {@link decodeText}. */
  undecodable: {
    binary: () => error('binary'),
    'unknown-encoding': () => error('unknown-encoding'),
  },
  /** A link within a folder, which is not followed. */
  linked: () => warning('file-linked'),
  /** The note killed its compiler or kept it busy for too long. */
  compilerStopped: () => error('compiler-stopped'),
  sameVideo: (other: string) => warning('same-video', { other }),
  /** A path that leads out of the archive. */
  unsafePath: () => error('unsafe-path'),
  encrypted: () => error('encrypted'),
  damagedArchive: (reason: string) => error('damaged-archive', { reason }),
  unreadableArchive: (reason: string) => error('unreadable-archive', { reason }),
  archiveBomb: () => error('archive-bomb'),
  nestedArchive: () => error('nested-archive'),
};

/** A fault of the file as a whole. */
export const fileProblem = (file: string, fault: Finding): Problem => ({ file, line: 1, column: 1, ...fault });
