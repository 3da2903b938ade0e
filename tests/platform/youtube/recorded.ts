import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const FOLDER = resolve(
  process.env.SLEEVENOTES_SHARED ?? resolve(import.meta.dirname, '../../../../shared'),
  'data/youtube',
);

/** Whether the recorded pages and responses are available; they are never part of this repository. */
export const hasRecorded = existsSync(FOLDER);
if (!hasRecorded) console.log(`Recorded YouTube data not found in ${FOLDER}: the tests that read it are skipped.`);

export function recorded(path: string): string {
  return readFileSync(resolve(FOLDER, path), 'utf8');
}

export function recordedJson(path: string): unknown {
  return JSON.parse(recorded(path));
}
