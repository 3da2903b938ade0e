import * as v from 'valibot';
import { VIEWS } from '../../core/session/reader.ts';
import { parseWith } from '../messaging/parse.ts';
import { videoIdSchema } from '../messaging/schemas.ts';
import type { ReadersPort } from '../ports.ts';
import { inTurn, storedItem } from './item.ts';

/** Videos kept: those a viewer returns to within weeks. */
const MOST_KEPT = 40;

const top = v.optional(v.pipe(v.number(), v.finite()));
const readKept = parseWith(
  v.array(
    v.tuple([
      videoIdSchema,
      v.object({
        view: v.picklist(VIEWS),
        open: v.array(v.string()),
        following: v.boolean(),
        tops: v.object({ outline: top, transcript: top, glossary: top, summary: top }),
      }),
    ]),
  ),
);

/** Where the reader was in the notes read last, in `storage.local`. */
export function createReadersPort(): ReadersPort {
  const item = storedItem('local', 'readers');
  const turn = inTurn('sleevenotes-readers');
  const read = async () => readKept(await item.get()) ?? [];
  return {
    read: async (videoId) => (await read()).find(([known]) => known === videoId)?.[1] ?? null,
    keep: (videoId, place) =>
      turn(async () => {
        const others = (await read()).filter(([known]) => known !== videoId);
        await item.set([[videoId, place], ...others].slice(0, MOST_KEPT));
      }),
  };
}
