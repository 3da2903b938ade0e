import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

/** A worker per core, each with one task at a time. */
export interface WorkerPool<Task, Result> {
  /** Never rejects: the result of a task that crashes its worker is that of `onDeath`. */
  run(task: Task): Promise<Result>;
  end(): Promise<unknown>;
}

/**
 * By default V8 lets each worker grow to 300 MB before it collects garbage. The worst note within the limits needs some
 * 200 MB; one that needs more ends its worker.
 */
const MEMORY = { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 192 };

/** @param script The worker, which answers each message with one message. */
export function createWorkerPool<Task, Result>(
  script: URL,
  onDeath: (task: Task, error: unknown) => Result,
): WorkerPool<Task, Result> {
  const workers = new Set<Worker>();
  const free: Worker[] = [];
  const wanting: ((worker: Worker) => void)[] = [];

  const release = (worker: Worker) => {
    const want = wanting.shift();
    if (want) want(worker);
    else free.push(worker);
  };
  const start = () => {
    const worker = new Worker(script, { resourceLimits: MEMORY });
    workers.add(worker);
    release(worker);
  };
  for (let count = 0; count < availableParallelism(); count++) start();

  return {
    async run(task) {
      const worker = free.shift() ?? (await new Promise<Worker>((resolve) => wanting.push(resolve)));
      return new Promise((resolve) => {
        const answered = (result: Result) => {
          worker.off('error', broken);
          resolve(result);
          release(worker);
        };
        const broken = (error: unknown) => {
          worker.off('message', answered);
          workers.delete(worker);
          resolve(onDeath(task, error));
          start();
        };
        worker.once('message', answered);
        worker.once('error', broken);
        worker.postMessage(task);
      });
    },
    end: () => Promise.all([...workers].map((worker) => worker.terminate())),
  };
}
