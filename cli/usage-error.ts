/** An error that the author can correct: only its message is shown, and the exit code is 2. */
export class UsageError extends Error {}

/** The only file given to a command. Throws a usage error for none or several. */
export function onlyFile(positionals: readonly string[], what: string): string {
  const [file, second] = positionals;
  if (file === undefined) throw new UsageError(`name the ${what}`);
  if (second !== undefined) throw new UsageError(`one ${what} at a time: "${file}" or "${second}"?`);
  return file;
}

/** Whether an error is about how a command was called: a {@link UsageError}, or one thrown by `parseArgs`. */
export function isUsageError(error: unknown): error is Error {
  if (error instanceof UsageError) return true;
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
