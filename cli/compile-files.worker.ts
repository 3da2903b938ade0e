import { parentPort } from 'node:worker_threads';
import { compileFile, type Telling } from './compile-file.ts';

/** One file at a time: its path in, what was made of it out. */
parentPort?.on('message', async ({ file, telling }: { file: string; telling: Telling }) => {
  parentPort?.postMessage(await compileFile(file, telling));
});
