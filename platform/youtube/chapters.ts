/**
 * Chapters in YouTube's own data (the `next` response, also `ytInitialData`). Runs in the page's world, where that data
 * lives, so it is small and checks everything. Shapes: ../shared/data/youtube/newpipe (recorded 2026-06).
 */

export interface FoundChapters {
  readonly origin: 'uploader' | 'automatic' | 'unknown';
  readonly chapters: readonly { readonly start: number; readonly title: string }[];
}

/** More chapters than YouTube allows, or longer titles, are not chapters. */
const MOST_CHAPTERS = 500;
const LONGEST_TITLE = 300;

/**
 * Finds the chapters for a video. `null` when the data is about another video (it is kept over navigations) or lists none.
 * The player's own markers come first; the list in the side panel repeats them and is the fallback.
 */
export function findChapters(data: unknown, videoId: string): FoundChapters | null {
  if (at(data, 'currentVideoEndpoint', 'watchEndpoint', 'videoId') !== videoId) return null;
  return fromPlayerBar(data) ?? fromPanels(data);
}

function fromPlayerBar(data: unknown): FoundChapters | null {
  const map = at(
    data,
    'playerOverlays',
    'playerOverlayRenderer',
    'decoratedPlayerBarRenderer',
    'decoratedPlayerBarRenderer',
    'playerBar',
    'multiMarkersPlayerBarRenderer',
    'markersMap',
  );
  const best = list(map)
    .map((marker) => collect(String(at(marker, 'key')), list(at(marker, 'value', 'chapters')), 'chapterRenderer'))
    .filter((found) => found !== null)
    // Both kinds have been seen at once; trust the uploader's.
    .sort((a, b) => Number(b.origin === 'uploader') - Number(a.origin === 'uploader'));
  return best[0] ?? null;
}

function fromPanels(data: unknown): FoundChapters | null {
  for (const panel of list(at(data, 'engagementPanels'))) {
    const section = at(panel, 'engagementPanelSectionListRenderer');
    const id = String(at(section, 'panelIdentifier') ?? at(section, 'targetId'));
    const rows = list(at(section, 'content', 'macroMarkersListRenderer', 'contents'));
    const found = /chapters/.test(id) ? collect(id, rows, 'macroMarkersListItemRenderer') : null;
    if (found) return found;
  }
  return null;
}

function collect(kind: string, rows: readonly unknown[], renderer: string): FoundChapters | null {
  const chapters = rows
    .slice(0, MOST_CHAPTERS)
    .map((row) => at(row, renderer))
    .map((row) => ({ start: startOf(row), title: text(at(row, 'title')).slice(0, LONGEST_TITLE) }))
    .filter((chapter): chapter is { start: number; title: string } => chapter.start !== null && chapter.title !== '')
    .sort((a, b) => a.start - b.start);
  if (chapters.length === 0) return null;
  return { origin: /description/i.test(kind) ? 'uploader' : /auto/i.test(kind) ? 'automatic' : 'unknown', chapters };
}

function startOf(row: unknown): number | null {
  const milliseconds = at(row, 'timeRangeStartMillis');
  if (typeof milliseconds === 'number' && milliseconds >= 0) return milliseconds / 1000;
  const seconds = at(row, 'onTap', 'watchEndpoint', 'startTimeSeconds');
  return typeof seconds === 'number' && seconds >= 0 ? seconds : null;
}

function text(title: unknown): string {
  const simple = at(title, 'simpleText');
  const parts = typeof simple === 'string' ? [simple] : list(at(title, 'runs')).map((run) => at(run, 'text'));
  return parts
    .filter((part) => typeof part === 'string')
    .join('')
    .trim();
}

function at(value: unknown, ...path: readonly string[]): unknown {
  let here = value;
  for (const key of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return undefined;
    here = (here as Record<string, unknown>)[key];
  }
  return here;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
