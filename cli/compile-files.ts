import { type CompiledFile, compileFile, failed, type Telling } from './compile-file.ts';
import { createCrew, inOrder } from './crew.ts';

/** A file to compile, and the output for it. */
export interface FileToCompile {
  readonly file: string;
  readonly telling: Telling;
}

/** Compiles files on all cores, in the order given, with a progress bar on a terminal. */
export async function* compileFiles(files: readonly string[], telling: Telling): AsyncGenerator<CompiledFile> {
  const crew = createCrew<FileToCompile, CompiledFile>(
    files.length,
    new URL('./compile-files.worker.ts', import.meta.url),
    (task) => compileFile(task.file, task.telling),
    ({ file }, error) => failed(file, error),
  );
  const tasks = files.map((file) => ({ file, telling }));
  try {
    yield* inOrder(tasks, crew);
  } finally {
    await crew.end();
  }
}
