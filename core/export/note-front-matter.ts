import type { Edition, EntryKind } from '../note/episode.ts';
import { formatLongClock } from '../time/clock-text.ts';
import type { Seconds } from '../time/seconds.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { watchAddress } from '../video/video-address.ts';
import type { VideoId } from '../video/video-id.ts';
import { blockTree } from './rich-mdast.ts';
import { markdownOf } from './to-markdown.ts';

const LISTS = {
  person: 'people',
  organisation: 'companies_orgs',
  product: 'products_models',
  book: 'media_books',
} as const satisfies Partial<Record<EntryKind, string>>;

/** First number of hours that a clock time is not read with. */
const LONGEST_CLOCK: Seconds = 1000 * 3600;

/**
 * Everything of an edition outside its sections as front matter that reads back to the same. Only texts and lists of texts,
 * which Obsidian shows as properties; so section starts are a list in the sections' order.
 */
export function noteFrontMatter(videoId: VideoId, edition: Edition, timeline: Timeline | null): string {
  const { title, date, duration, language, speakers, summary, tags = [] } = edition;
  const lines = [
    ...(title === '' ? [] : [`title: ${text(title)}`]),
    `source: ${watchAddress(videoId)}`,
    ...(date === null ? [] : [`date: ${date}`]),
    ...(duration === null ? [] : [`duration: ${text(clock(duration))}`]),
    `lang: ${language}`,
    ...list('speaker', speakers),
    ...list('tags', tags),
    ...Object.entries(LISTS).flatMap(([kind, key]) => list(key, namesOf(edition, kind))),
    ...(summary.length === 0 ? [] : [`summary: ${text(markdownOf(summary.map(blockTree)))}`]),
    ...list('timestamps', startsOf(edition, timeline)),
  ];
  return `---\n${lines.join('\n')}\n---\n`;
}

/** The names of one kind; of a person also those names that stand before what they say. */
function namesOf({ glossary, sections }: Edition, kind: string): readonly string[] {
  const speaking = new Set(sections.flatMap(({ blocks }) => blocks.flatMap(({ speaker }) => speaker ?? [])));
  return glossary
    .filter((entry) => entry.kind === kind)
    .flatMap(({ term, aliases }) => [term, ...aliases.filter((name) => speaking.has(name))]);
}

/**
 * The starts that the author wrote or the viewer set, in the order of the sections; empty for a section without one.
 * Estimates are left out: they are computed again when the note is read, perhaps from better evidence.
 */
function startsOf({ sections, timestamps }: Edition, timeline: Timeline | null): readonly string[] {
  const set = new Map(timeline?.sections.filter(({ source }) => source === 'viewer').map((t) => [t.section, t.start]));
  const starts = sections.map(({ id }) => {
    const start = set.has(id) ? Math.floor(set.get(id) ?? 0) : timestamps[id];
    return start === undefined ? '' : clock(start);
  });
  return starts.slice(0, starts.findLastIndex((start) => start !== '') + 1);
}

const clock = (seconds: Seconds) =>
  Number.isInteger(seconds) && seconds < LONGEST_CLOCK ? formatLongClock(seconds) : `${seconds}`;

/**
 * A text in double quotes: JSON is YAML. Written here: a YAML library would add more to the panel than these lines
 * save.
 */
const text = (value: string) => JSON.stringify(value);

const list = (key: string, items: readonly string[]) =>
  items.length === 0 ? [] : [`${key}:`, ...items.map((item) => `  - ${text(item)}`)];
