import { readdirSync, readFileSync } from 'node:fs';

/** Ids of all processes of the browser with this profile, and no other. Linux only. */
export function browserProcesses(profile: string): readonly number[] {
  const all = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((id) => [Number(id), { line: lineOf(Number(id)), parent: parentOf(read(`/proc/${id}/stat`)) }]),
  );
  const isBelow = (id: number): boolean => {
    const one = all.get(id);
    return one !== undefined && (one.line.includes(profile) || isBelow(one.parent));
  };
  return [...all.keys()].filter(isBelow);
}

/** Ids of those in which the extension's pages live. */
export function extensionProcesses(profile: string): readonly number[] {
  return browserProcesses(profile).filter(
    (id) =>
      lineOf(id).includes('--extension-process') ||
      // Firefox names its process in no other way.
      read(`/proc/${id}/comm`).startsWith('WebExtensions'),
  );
}

const lineOf = (id: number) => read(`/proc/${id}/cmdline`);

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
