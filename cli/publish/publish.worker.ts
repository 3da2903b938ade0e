import { parentPort } from 'node:worker_threads';
import { doPublishTask, type PublishTask } from './publish-work.ts';

/** Runs one task per message and answers with its result. */
parentPort?.on('message', async (task: PublishTask) => {
  parentPort?.postMessage(await doPublishTask(task));
});
