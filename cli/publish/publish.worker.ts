import { parentPort } from 'node:worker_threads';
import { doPublishTask, type PublishTask } from './publish-work.ts';

/** One task at a time. */
parentPort?.on('message', async (task: PublishTask) => {
  parentPort?.postMessage(await doPublishTask(task));
});
