import * as v from 'valibot';
import { parseWith } from '../messaging/parse.ts';
import { videoIdSchema } from '../messaging/schemas.ts';
import type { RecentsPort } from '../ports.ts';
import { inTurn, storedItem } from './item.ts';

/** A popup shows about ten; keeping more would only record what the viewer looked up. */
const MOST_RECENTS = 20;

export const RECENTS = 'recents';

export const readRecents = parseWith(
  v.array(
    v.object({ term: v.string(), language: v.optional(v.string()), videoId: videoIdSchema, entryId: v.string() }),
  ),
);

/** The terms looked up last, in `storage.local`. */
export function createRecentsPort(): RecentsPort {
  const item = storedItem('local', RECENTS);
  const turn = inTurn('sleevenotes-recents');
  const read = async () => readRecents(await item.get()) ?? [];

  return {
    read,
    add: (lookup) =>
      turn(async () => {
        const others = (await read()).filter((one) => one.videoId !== lookup.videoId || one.entryId !== lookup.entryId);
        await item.set([lookup, ...others].slice(0, MOST_RECENTS));
      }),
    clear: () => turn(() => item.remove()),
  };
}
