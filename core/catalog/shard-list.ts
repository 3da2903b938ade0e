import * as v from 'valibot';
import { readLines } from './lines.ts';
import { fileSchema } from './schemas.ts';

/** The file of every shard, by its name (see shard-tree.ts). */
export type ShardList = ReadonlyMap<string, string>;

/** Six times what a million episodes need. */
const MOST_SHARDS = 500_000;

const nameSchema = v.pipe(v.string(), v.maxLength(32), v.regex(/^[01]*$/));
export const shardEntrySchema = v.tuple([nameSchema, fileSchema]);

/** One line a shard: its name and its file. A catalog of a million episodes has about 80,000. */
export function encodeShardList(list: ShardList): string {
  return [...list].map((entry) => entry.join(' ')).join('\n');
}

/** Reads what {@link encodeShardList} wrote; `null` when a line is anything else. */
export function decodeShardList(text: string): ShardList | null {
  const list = new Map<string, string>();
  const isWhole = readLines(text, (line) => {
    const result = v.safeParse(shardEntrySchema, line.split(' ', 3));
    if (!result.success || list.size === MOST_SHARDS) return null;
    list.set(...result.output);
    return true;
  });
  return isWhole ? list : null;
}
