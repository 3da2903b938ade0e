import { parentPort } from 'node:worker_threads';
import { compileFile } from './compile-file.ts';
import type { FileToCompile } from './compile-files.ts';

/** One file at a time: its path in, what was made of it out. */
parentPort?.on('message', async ({ file, telling }: FileToCompile) => {
  parentPort?.postMessage(await compileFile(file, telling));
});
