import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { vi } from 'vitest';
import { runCommand } from '../../cli/run-command.ts';
import { toVideoId, type VideoId } from '../../core/video/video-id.ts';

export const idOf = (at: number) => toVideoId(`bakers${String(at).padStart(5, '0')}`) as VideoId;

export const note = (at: number, words = 'Flour and water rest') =>
  `---\nsource: https://youtu.be/${idOf(at)}\ntitle: Bread ${at}\nlang: en\nduration: '10:00'\n---\n\n## Dough\n\n${words}, and then comes **yeast** (a fungus that raises dough).\n\n## Oven\n\nHeat it well.\n`;

/** Runs `notes publish` in this process: starting Node some twenty times would take a minute. */
export async function runPublish(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const said = { stdout: '', stderr: '' };
  const log = vi.spyOn(console, 'log').mockImplementation((line) => {
    said.stdout += `${line}\n`;
  });
  const error = vi.spyOn(console, 'error').mockImplementation((line) => {
    said.stderr += `${line}\n`;
  });
  try {
    const code = await runCommand('publish', args);
    return { code, ...said };
  } finally {
    log.mockRestore();
    error.mockRestore();
  }
}

/** All files of a folder, by path, as base64. */
export async function contentsOfFolder(folder: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(path.slice(folder.length + 1), (await readFile(path)).toString('base64'));
  }
  return files;
}
