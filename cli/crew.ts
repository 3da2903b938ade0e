import { availableParallelism } from 'node:os';
import { createProgress } from './progress.ts';
import { createWorkerPool } from './worker-pool.ts';

/** Fewer tasks take less time than workers take to start. */
const FEW = 24;
/** Tasks queued for each worker: enough that none is idle, few enough that memory stays flat. */
const AHEAD = 4;

/** Runs tasks in workers on all cores, or in this thread when there are few. */
export interface Crew<Task, Result> {
  run(task: Task): Promise<Result>;
  /** The number of tasks to have in progress. */
  readonly ahead: number;
  end(): Promise<unknown>;
}

/**
 * @param count The number of tasks to come.
 * @param script The worker, which answers each task with one message.
 * @param here Runs a task in this thread.
 * @param onDeath Makes the result of a task that crashes its worker. A new worker takes the remaining ones.
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

/** The results of all tasks, in order, with a progress bar on a terminal. */
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
