import { readdirSync, readFileSync } from 'node:fs';

/** Ids of all processes of the browser with this profile. Linux only. */
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

/** Ids of the processes of the extension's pages. */
export function extensionProcesses(profile: string): readonly number[] {
  return browserProcesses(profile).filter(
    (id) =>
      lineOf(id).includes('--extension-process') ||
      // The only mark of Firefox's process for extensions.
      read(`/proc/${id}/comm`).startsWith('WebExtensions'),
  );
}

const lineOf = (id: number) => read(`/proc/${id}/cmdline`);

/** The fourth field; the second, the program's name in parentheses, may contain anything. */
const parentOf = (stat: string) => Number(stat.slice(stat.lastIndexOf(')')).split(' ')[2]);

/** A file's text; empty when the process has ended. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
