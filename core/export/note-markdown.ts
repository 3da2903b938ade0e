import type { Block, Edition, Section } from '../note/episode.ts';
import { formatClock } from '../time/clock-text.ts';
import { isUnsure } from '../timeline/basis.ts';
import type { SectionTime, Timeline } from '../timeline/timeline.ts';
import { watchAddress } from '../video/video-address.ts';
import type { VideoId } from '../video/video-id.ts';
import { blockMarkdown } from './rich-markdown.ts';

/**
 * A note as Markdown for reading elsewhere: title, who and when, summary, then every section under a heading that links
 * to its moment. `≈` stands before times that are unsure.
 *
 * @param timeline `null` when no times are known: headings then have none.
 */
export function noteMarkdown(videoId: VideoId, edition: Edition, timeline: Timeline | null): string {
  const facts = [edition.speakers.join(', '), edition.date].filter(Boolean).join(' · ');
  const times = new Map(timeline?.sections.map((time) => [time.section, time]));
  const parts = [
    `# ${edition.title}`,
    facts,
    `<${watchAddress(videoId)}>`,
    ...edition.summary.map((paragraph) => blockMarkdown(paragraph)),
    ...edition.sections.map((section) => sectionMarkdown(videoId, section, times.get(section.id) ?? null, false)),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/**
 * One section with a link to its moment, as Markdown.
 *
 * @param bareLink The address on a line of its own, for mails and chats that show no Markdown; otherwise in the heading.
 */
export function sectionMarkdown(
  videoId: VideoId,
  section: Section,
  time: SectionTime | null,
  bareLink: boolean,
): string {
  const clock = time ? `${isUnsure(time) ? '≈ ' : ''}${formatClock(time.start)}` : '';
  const address = watchAddress(videoId, time?.start ?? null);
  const title = bareLink || clock === '' ? section.title : `[${clock}](${address}) ${section.title}`;
  const parts = [
    title === '' ? '' : `${'#'.repeat(bareLink ? 3 : Math.max(2, section.level))} ${title}`,
    bareLink ? [clock, address].filter(Boolean).join(' · ') : '',
    ...section.blocks.flatMap(blockParts),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function blockParts(block: Block): readonly string[] {
  const text = blockMarkdown(block.content);
  const original = (block.original ?? []).map((element) => blockMarkdown(element).replaceAll(/^/gmu, '> '));
  return [block.speaker === undefined ? text : `**${block.speaker}**: ${text}`, ...original];
}
