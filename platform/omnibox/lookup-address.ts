import type { Asked } from '../../core/glossary/asked.ts';
import { toVideoId } from '../../core/video/video-id.ts';

/** The lookup page; WXT names it after its entrypoint. */
const LOOKUP_PAGE = '/popup.html';

/** The address of the lookup page for a request; {@link readLookupAddress} is the inverse. */
export function lookupAddress({ query, chosen }: Asked): string {
  const search = new URLSearchParams({ q: query });
  if (chosen) {
    search.set('video', chosen.videoId);
    search.set('entry', chosen.entryId);
    if (chosen.language !== null) search.set('language', chosen.language);
  }
  return `${LOOKUP_PAGE}?${search}`;
}

/** The request in an address from `?` on; `null` when there is none, as in the popup. */
export function readLookupAddress(search: string): Asked | null {
  const given = new URLSearchParams(search);
  const query = given.get('q');
  if (query === null) return null;
  const videoId = toVideoId(given.get('video') ?? '');
  const entryId = given.get('entry');
  return { query, chosen: videoId && entryId ? { videoId, entryId, language: given.get('language') } : null };
}
