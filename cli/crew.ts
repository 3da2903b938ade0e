import { availableParallelism } from 'node:os';
import { createProgress } from './progress.ts';
import { createWorkerPool } from './worker-pool.ts';

/** Fewer tasks are done sooner than workers are started. */
const FEW = 24;
/** Tasks under way for each worker: enough that none waits, few enough that memory stays flat. */
const AHEAD = 4;

/** Does tasks in workers on all cores, or in this thread when there are few. */
export interface Crew<Task, Result> {
  run(task: Task): Promise<Result>;
  /** Tasks to have under way at a time. */
  readonly ahead: number;
  end(): Promise<unknown>;
}

/**
 * @param count How many tasks there will be.
 * @param script The worker: answers each task with one message.
 * @param here Does a task in this thread.
 * @param onDeath Makes the result of a task that ends its worker. The others go on in a new one.
 */
export function createCrew<Task, Result>(
  count: number,
  script: URL,
  here: (task: Task) => Promise<Result>,
  onDeath: (task: Task, error: unknown) => Result,
): Crew<Task, Result> {
  if (count < FEW) return { run: here, ahead: 1, end: async () => undefined };
  return { ...createWorkerPool(script, onDeath), ahead: availableParallelism() * AHEAD };
}

/** The results of all tasks, in their order, with a progress bar on a terminal. */
export async function* inOrder<Task, Result>(tasks: readonly Task[], crew: Crew<Task, Result>): AsyncGenerator<Result> {
  const progress = createProgress(tasks.length);
  const waiting: Promise<Result>[] = [];
  try {
    for (let next = 0; next < tasks.length || waiting.length > 0; ) {
      while (next < tasks.length && waiting.length < crew.ahead) waiting.push(crew.run(tasks[next++] as Task));
      yield (await waiting.shift()) as Result;
      progress.step();
    }
  } finally {
    progress.end();
  }
}
