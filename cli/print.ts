/** Writes to standard output and waits until it is taken: a pipe takes only so much at a time. */
export function print(text: string): Promise<void> {
  return new Promise((resolve) => process.stdout.write(text, () => resolve()));
}

/** The reader of a pipe may stop early (`| head`): exit quietly. */
export function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(process.exitCode ?? 0);
  });
}

/** The line that stands for the files of a folder that are about no video; empty without any. */
export const aboutNoVideo = (files: number) =>
  files === 0 ? '' : files === 1 ? '1 file is about no video\n' : `${files} files are about no video\n`;
