import Slugger from 'github-slugger';
import type { Heading } from 'mdast';
import type { Section, SectionId } from '../core/note/episode.ts';
import { plainText } from '../core/text/plain-text.ts';
import type { Reporter } from './reporter.ts';
import { toRich } from './rich.ts';
import { headingDuplicate } from './rules/heading-duplicate.ts';
import { headingEmpty } from './rules/heading-empty.ts';
import { headingIdTaken } from './rules/heading-id-taken.ts';
import { LONGEST_TITLE, titleShortened } from './rules/text-shortened.ts';

type Head = Pick<Section, 'id' | 'title' | 'level'>;

const WRITTEN_ID = /\{#([\p{L}\p{M}\p{N}_-]+)\}$/u;

/** A heading's text without the id that may be written at its end. */
export const withoutId = (text: string): string => text.trim().replace(WRITTEN_ID, '').trim();

/**
 * Ids and titles of all sections. An id is the one written (`{#id}`), else a slug of the heading. Ids depend on headings
 * alone, so that editing a section's text changes none.
 *
 * @param headings In the order of the note; `null` for text before the first heading.
 */
export function headsOf(headings: readonly (Heading | null)[], report: Reporter): Head[] {
  const read = headings.map((node) => ({ node, ...(node ? readHeading(node, report) : { title: '', written: null }) }));
  const slugger = new Slugger();
  // Ids that authors wrote are reserved first, so that no slug takes one of them.
  const reserved = new Set(read.flatMap(({ written }) => written ?? []));
  for (const id of reserved) slugger.slug(id);
  const taken = new Set<SectionId>();
  const titles = new Set<string>();
  return read.map(({ node, title, written }) => {
    if (!node) return { id: slugger.slug('opening'), title, level: 0 };
    if (title === '') report.node(headingEmpty(), node);
    else if (titles.has(title)) report.node(headingDuplicate(title), node);
    titles.add(title);
    if (written !== null && taken.has(written)) report.node(headingIdTaken(written), node);
    const id = written === null || taken.has(written) ? slugger.slug(written ?? (title || 'section')) : written;
    taken.add(id);
    return { id, title, level: node.depth };
  });
}

function readHeading({ children, position }: Heading, report: Reporter): { title: string; written: SectionId | null } {
  const text = plainText(toRich({ type: 'paragraph', children, ...(position ? { position } : {}) }, report)).trim();
  const title = withoutId(text);
  if (title.length > LONGEST_TITLE) report.node(titleShortened(title.length), { position });
  return { title: title.slice(0, LONGEST_TITLE), written: WRITTEN_ID.exec(text)?.[1] ?? null };
}
