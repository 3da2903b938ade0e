/** By their names. */
const NOTE = /\.(?:md|markdown|txt)$/i;

/** Whether a file is read as a note. @param path Within what was given, with `/`. */
export const isNoteName = (path: string) => NOTE.test(path) && !isHidden(path);

/** Files and folders that systems and tools keep for themselves: `.git`, `.DS_Store`, `__MACOSX`. */
export const isHidden = (path: string) => path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');
