import type { Paragraph, RootContent, Strong, Text } from 'mdast';
import type { Block, Edition, LanguageTag, Section } from '../note/episode.ts';
import { formatClock } from '../time/clock-text.ts';
import { isUnsure } from '../timeline/basis.ts';
import type { SectionTime, Timeline } from '../timeline/timeline.ts';
import { watchAddress } from '../video/video-address.ts';
import type { VideoId } from '../video/video-id.ts';
import { noteFrontMatter } from './note-front-matter.ts';
import { blockTree } from './rich-mdast.ts';
import { markdownOf } from './to-markdown.ts';

/** The compiler's syntax for an authored id. */
const WRITABLE_ID = /^[\p{L}\p{M}\p{N}_-]+$/u;

/**
 * A note as a Markdown file: front matter, then every section with its id. Compiled again, it is the same edition.
 *
 * @param timeline For the starts the viewer has set; `null` when there are none.
 */
export function noteMarkdown(videoId: VideoId, edition: Edition, timeline: Timeline | null): string {
  const body = markdownOf(edition.sections.flatMap((section) => sectionTree(section, edition.language)));
  return `${noteFrontMatter(videoId, edition, timeline)}\n${body}\n`;
}

/** One section for mails and chats, with the address of its moment on a line of its own. */
export function sectionMarkdown(
  videoId: VideoId,
  section: Section,
  time: SectionTime | null,
  language: LanguageTag,
): string {
  const clock = time ? `${isUnsure(time) ? '≈ ' : ''}${formatClock(time.start)}` : '';
  const parts = [
    section.title === '' ? '' : `### ${section.title}`,
    [clock, watchAddress(videoId, time?.start ?? null)].filter(Boolean).join(' · '),
    markdownOf(section.blocks.flatMap((block) => blockTrees(block, language))),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function sectionTree({ id, title, level, blocks }: Section, language: LanguageTag): RootContent[] {
  const content = blocks.flatMap((block) => blockTrees(block, language));
  if (level === 0) return content;
  const words = [title, WRITABLE_ID.test(id) ? `{#${id}}` : ''].filter(Boolean).join(' ');
  return [{ type: 'heading', depth: level, children: [{ type: 'text', value: words }] }, ...content];
}

/** A block, and the same in the language of the talk in `<details>`. */
function blockTrees(block: Block, language: LanguageTag): RootContent[] {
  const { content, original = [], part, speaker } = block;
  // Original words without a translation are a block of their own.
  const translated: RootContent[] =
    original[0] === content ? [] : [withSpeaker(blockTree(content) as Paragraph, speaker, language)];
  // The comment of the tool that translated the talk in parts tells where in the talk the block is.
  if (part !== undefined) translated.unshift({ type: 'html', value: `<!-- chunk ${part}/${part} -->` });
  if (original.length === 0) return translated;
  const summary = language.startsWith('zh') ? '原文' : 'Original';
  return [
    ...translated,
    { type: 'html', value: `<details>\n<summary>${summary}</summary>` },
    ...original.map(blockTree),
    { type: 'html', value: '</details>' },
  ];
}

function withSpeaker(paragraph: Paragraph, speaker: string | undefined, language: LanguageTag): Paragraph {
  if (speaker === undefined) return paragraph;
  const [first, ...rest] = paragraph.children;
  const name: Strong = { type: 'strong', children: [{ type: 'text', value: speaker }] };
  const colon: Text = { type: 'text', value: language.startsWith('zh') ? '：' : ': ' };
  if (first?.type === 'text') colon.value += first.value;
  const said = first && first.type !== 'text' ? [first, ...rest] : rest;
  return { type: 'paragraph', children: [name, colon, ...said] };
}
