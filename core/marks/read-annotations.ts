import * as v from 'valibot';
import { videoIdInAddress } from '../video/video-address.ts';
import { cutText, LONGEST_QUOTE, LONGEST_TITLE, LONGEST_WORDS, type Mark } from './mark.ts';
import { markSchema } from './mark-schema.ts';

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
/** JSON-LD writes one value with or without a list around it. */
const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

/**
 * Reads W3C Web Annotations of moments of YouTube videos: a collection, a page, a list or a single one, of any program.
 * Annotations of anything else are left out.
 *
 * @param now Milliseconds since 1970, for annotations that do not say when they were made.
 * @returns `null` when there is no annotation at all.
 */
export function readAnnotations(data: unknown, now: number): readonly Mark[] | null {
  const items = itemsOf(data);
  if (items.length === 0) return null;
  return items.flatMap((item) => markOf(fieldsOf(item), now) ?? []);
}

/** Pages are embedded one in the other; the way down is short in any file that means something. */
function itemsOf(data: unknown, depth = 0): readonly unknown[] {
  if (depth > 3) return [];
  const list = Array.isArray(data) ? data : [data];
  return list.flatMap((one) => {
    const { type, items, first } = fieldsOf(one);
    if (listOf(type).includes('Annotation')) return [one];
    if (Array.isArray(items)) return items;
    return first === undefined ? [] : itemsOf(first, depth + 1);
  });
}

function markOf(annotation: Fields, now: number): Mark | null {
  const target = fieldsOf(listOf(annotation.target)[0] ?? {});
  const whole = typeof annotation.target === 'string' ? annotation.target : '';
  const source = typeof target.source === 'string' ? { id: target.source } : fieldsOf(target.source ?? { id: whole });
  const address = textOf(source.id) || textOf(target.id);
  const selectors = listOf(target.selector).map(fieldsOf);
  const fragment = selectors.find(({ type }) => type === 'FragmentSelector');
  const [, start] = /(?:^|[#&])t=(?:npt:)?(\d+(?:\.\d+)?(?:e-?\d+)?)/u.exec(textOf(fragment?.value) || address) ?? [];
  const video = videoIdInAddress(address);
  if (!video || start === undefined) return null;
  const bodies = listOf(annotation.body).map((body) => (typeof body === 'string' ? { value: body } : fieldsOf(body)));
  const words = bodies.filter(({ purpose }) => purpose !== 'tagging').map(({ value }) => textOf(value));
  const heard = selectors.find(({ type }) => type === 'TextQuoteSelector');
  const created = momentOf(annotation.created) ?? now;
  const exact = textOf(heard?.exact);
  const kind = v.safeParse(v.picklist(['caption', 'note', 'term']), heard?.['sleevenotes:kind']);
  const mark = {
    id: idOf(textOf(annotation.id)) || `${video} ${start} ${created}`,
    video,
    videoTitle: cutText(textOf(source['dc:title']), LONGEST_TITLE),
    at: Number(start),
    words: cutText(words.filter(Boolean).join('\n\n'), LONGEST_WORDS),
    quote: heard ? { kind: kind.success ? kind.output : 'caption', text: cutText(exact, LONGEST_QUOTE) } : null,
    section: fieldsOf(target)['sleevenotes:section'] ?? null,
    starred: bodies.some(({ purpose, value }) => purpose === 'tagging' && value === '★'),
    created,
    changed: momentOf(annotation.modified) ?? created,
    deleted: null,
  };
  const read = v.safeParse(markSchema, mark);
  return read.success ? read.output : null;
}

/** Ours come back as they were; those of others in characters that ids may have. */
const idOf = (iri: string) =>
  iri
    .replace(/^urn:(?:uuid|sleevenotes:mark):/u, '')
    .replaceAll('%20', ' ')
    .replaceAll(/[^\w .:-]/gu, '-')
    .slice(-100);

function momentOf(value: unknown): number | null {
  const moment = Date.parse(textOf(value));
  return Number.isNaN(moment) ? null : moment;
}
