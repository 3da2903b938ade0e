import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PART } from './write-whole.ts';

/** Where a catalog's files with hashes in their names are. All other files of the folder are somebody else's. */
const OURS = [
  /^(?:filter|shards|titles|names|news)-[0-9a-f]{16}\.bin$/,
  /^shards\/(?:[01]{8}\/)?(?:[01]{1,32}|all)-[0-9a-f]{16}\.bin$/,
  /^pieces\/[0-9a-f]{2}\/note-[0-9a-f]{16}\.bin$/,
];
/** Files with one name for ever. */
const LASTING = ['catalog.json', 'publisher.bin'];

/** Removes files of earlier runs, and of runs that were killed, that the catalog no longer refers to. */
export async function removeOldFiles(out: string, wanted: ReadonlySet<string>): Promise<void> {
  for (const file of [
    ...(await filesIn(out, '')),
    ...(await filesBelow(out, 'shards')),
    ...(await filesBelow(out, 'pieces')),
  ]) {
    const name = file.endsWith(PART) ? file.slice(0, -PART.length) : file;
    const isOld = name === file ? !wanted.has(file) && !LASTING.includes(file) : true;
    if (isOld && (LASTING.includes(name) || OURS.some((pattern) => pattern.test(name)))) await rm(join(out, file));
  }
}

const filesIn = async (out: string, folder: string) =>
  (await entriesOf(out, folder)).flatMap(({ file, isFile }) => (isFile ? [file] : []));

/** The files in a folder and in the folders within it. */
async function filesBelow(out: string, folder: string): Promise<string[]> {
  const entries = await entriesOf(out, folder);
  const inside = await Promise.all(entries.map(({ file, isFile }) => (isFile ? [file] : filesIn(out, file))));
  return inside.flat();
}

/** Files and folders, by their paths in the published folder. Links are neither. */
async function entriesOf(out: string, folder: string) {
  const entries = await readdir(join(out, folder), { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return entries
    .filter((entry) => entry.isFile() || entry.isDirectory())
    .map((entry) => ({ file: folder === '' ? entry.name : `${folder}/${entry.name}`, isFile: entry.isFile() }));
}
