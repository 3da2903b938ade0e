import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ROOT } from './programs.mjs';

export const PICTURES = join(ROOT, 'artifacts', 'start');

let step = 0;

/** The number of steps so far. */
export const stepsSeen = (): number => step;

/** Runs one step of the walk: prints what is shown and takes a screenshot; an error ends the walk. */
export async function see<T>(
  title: string,
  look: () => Promise<{ seen: string; value: T; picture?: Page }>,
): Promise<T> {
  step++;
  const started = Date.now();
  try {
    const { seen, value, picture } = await look();
    const name = `${String(step).padStart(2, '0')}-${title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.png`;
    if (picture) await picture.screenshot({ path: join(PICTURES, name) });
    console.log(
      `✓ ${step}. ${title}: ${seen} (${Date.now() - started} ms)${picture ? ` → artifacts/start/${name}` : ''}`,
    );
    return value;
  } catch (error) {
    console.error(`✗ ${step}. ${title}: ${error instanceof Error ? error.message : error}`);
    throw error;
  }
}

export function expect(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(message);
}
