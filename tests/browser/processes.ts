import { readdirSync, readFileSync } from 'node:fs';

/** Ids of the processes in which the extension's pages live, of the Chromium with this profile and no other. Linux only. */
export function extensionProcesses(profile: string): readonly number[] {
  const all = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((id) => [Number(id), { line: read(`/proc/${id}/cmdline`), parent: parentOf(read(`/proc/${id}/stat`)) }]),
  );
  const isBelow = (id: number): boolean => {
    const one = all.get(id);
    return one !== undefined && (one.line.includes(`--user-data-dir=${profile}`) || isBelow(one.parent));
  };
  return [...all].filter(([id, { line }]) => line.includes('--extension-process') && isBelow(id)).map(([id]) => id);
}

/** The fourth field; the second is the program's name in brackets, which may hold anything. */
const parentOf = (stat: string) => Number(stat.slice(stat.lastIndexOf(')')).split(' ')[2]);

/** Empty when the process has ended meanwhile. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
