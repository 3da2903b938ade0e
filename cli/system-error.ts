const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'it may not be read or written by you',
  EPERM: 'it may not be read or written by you',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is used up',
  EFBIG: 'the disk takes no file this large',
  ENAMETOOLONG: 'the path is too long',
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a folder is needed, and this is a file',
  EEXIST: 'a folder is needed, and this is a file',
  EISDIR: 'a file is needed, and this is a folder',
  EBUSY: 'another program is using it',
  EMFILE: 'too many files are open',
  EIO: 'the disk failed',
};

/** What a file system refused, as a sentence; `null` when the error is of another kind. */
export function systemSentence(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return null;
  const { path, code, message } = error as NodeJS.ErrnoException;
  const reason = REASONS[code ?? ''] ?? message;
  return path === undefined ? `${reason}.` : `${path}: ${reason}.`;
}
