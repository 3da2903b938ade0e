/** Writes to standard output and waits until it is flushed, because a pipe buffers only so much. */
export function print(text: string): Promise<void> {
  return new Promise((resolve) => process.stdout.write(text, () => resolve()));
}

/** Exits quietly when the reader of a pipe stops early (`| head`). */
export function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(process.exitCode ?? 0);
  });
}

/** The line that counts the files of a folder that are about no video; empty when there are none. */
export const aboutNoVideo = (files: number) =>
  files === 0 ? '' : files === 1 ? '1 file is about no video\n' : `${files} files are about no video\n`;
