import * as v from 'valibot';
import { readerPlaceSchema } from '../../core/session/reader-place.ts';
import { parseWith } from '../messaging/parse.ts';
import { videoIdSchema } from '../messaging/schemas.ts';
import type { ReadersPort } from '../ports.ts';
import { inTurn, storedItem } from './item.ts';

/** Videos kept: those a viewer returns to within weeks. */
const MOST_KEPT = 40;

/** The name it is stored under. */
export const READERS = 'readers';

export const readPlaces = parseWith(v.array(v.tuple([videoIdSchema, readerPlaceSchema])));

/** Where the reader was in the notes read last, in `storage.local`. */
export function createReadersPort(): ReadersPort {
  const item = storedItem('local', READERS);
  const turn = inTurn('sleevenotes-readers');
  const read = async () => readPlaces(await item.get()) ?? [];
  return {
    read: async (videoId) => (await read()).find(([known]) => known === videoId)?.[1] ?? null,
    keep: (videoId, place) =>
      turn(async () => {
        const others = (await read()).filter(([known]) => known !== videoId);
        await item.set([[videoId, place], ...others].slice(0, MOST_KEPT));
      }),
  };
}
