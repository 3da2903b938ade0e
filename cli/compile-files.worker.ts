import { parentPort } from 'node:worker_threads';
import { compileFile } from './compile-file.ts';
import type { FileToCompile } from './compile-files.ts';

/** Compiles one file per message and answers with the result. */
parentPort?.on('message', async ({ file, telling }: FileToCompile) => {
  parentPort?.postMessage(await compileFile(file, telling));
});
