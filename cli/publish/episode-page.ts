import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Edition, LanguageTag } from '../../core/note/episode.ts';
import type { RichNode } from '../../core/note/rich-text.ts';
import { summaryText } from '../../core/note/section-text.ts';
import { formatClock } from '../../core/time/clock-text.ts';
import type { SectionTime, Timeline } from '../../core/timeline/timeline.ts';
import { watchAddress } from '../../core/video/video-address.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import { pageHtml } from './site-page.ts';
import { type SiteWords, siteWords } from './site-words.ts';

/** The contents of the page of one note. */
export interface EpisodePage {
  readonly videoId: VideoId;
  readonly edition: Edition;
  readonly timeline: Timeline;
  /** The pages of the same video in this folder, including this one. */
  readonly editions: readonly { readonly language: LanguageTag; readonly title: string; readonly file: string }[];
  /** This page's own file in the folder. */
  readonly file: string;
}

/** Sources of exact times; all others are marked as approximate. */
const EXACT = new Set<SectionTime['source']>(['viewer', 'author', 'original', 'transcript']);

/** A note as a page for people without the extension: every time links to the video at that moment. */
export function episodePage({ videoId, edition, timeline, editions, file }: EpisodePage): string {
  const words = siteWords(edition.language);
  const others = editions.filter((each) => each.file !== file);
  const contents: ElementContent[] = [
    h('header', [
      h('p', h('a', { href: '../index.html' }, words.allEpisodes)),
      h('h1', edition.title),
      h('p.about', [aboutLine(edition), ' ', h('a', { href: watchAddress(videoId), rel: 'noreferrer' }, words.watch)]),
      ...(others.length === 0
        ? []
        : [
            h(
              'p.languages',
              others.flatMap((each) => [
                h(
                  'a',
                  { href: each.file, hrefLang: each.language, lang: each.language },
                  `${each.language}: ${each.title}`,
                ),
                ' ',
              ]),
            ),
          ]),
    ]),
    h('main', [
      ...(edition.summary.length > 0
        ? [h('section', { ariaLabel: words.summary }, [h('h2', words.summary), ...edition.summary.map(toHast)])]
        : []),
      outline(edition, timeline, videoId, words),
      ...edition.sections.map((section, index) =>
        // The only ids of a page are those of its sections, which may have any name.
        h('section', { id: section.id, ariaLabel: section.title }, [
          h('h2', [section.title, ' ', timeLink(timeline.sections[index], videoId, words)]),
          ...section.blocks.map(({ speaker, content }) =>
            speaker === undefined ? toHast(content) : h('div.turn', [h('b', `${speaker} `), toHast(content)]),
          ),
        ]),
      ),
      glossary(edition, words),
    ]),
  ];
  return pageHtml(
    {
      language: edition.language,
      title: edition.title,
      base: '../',
      description: summaryText(edition.summary).slice(0, 300),
      data: videoObject(videoId, edition, timeline),
    },
    contents,
  );
}

function aboutLine({ date, speakers, duration }: Edition): string {
  return [speakers.join(', '), date, duration === null ? null : formatClock(duration)].filter(Boolean).join(' · ');
}

function outline({ sections }: Edition, timeline: Timeline, videoId: VideoId, words: SiteWords): ElementContent {
  return h('nav', { ariaLabel: words.contents }, [
    h('h2', words.contents),
    h(
      'ol',
      sections.map(({ id, title }, index) =>
        h('li', [
          timeLink(timeline.sections[index], videoId, words),
          ' ',
          h('a', { href: `#${encodeURIComponent(id)}` }, title),
        ]),
      ),
    ),
  ]);
}

function timeLink(time: SectionTime | undefined, videoId: VideoId, words: SiteWords): ElementContent {
  if (!time) return { type: 'text', value: '' };
  const clock = formatClock(time.start);
  const exact = EXACT.has(time.source);
  return h(
    'a.time',
    {
      href: watchAddress(videoId, time.start),
      rel: 'noreferrer',
      ...(exact ? {} : { title: words.about.replace('$1', clock) }),
    },
    exact ? clock : `≈ ${clock}`,
  );
}

function glossary({ glossary: entries, sections }: Edition, words: SiteWords): ElementContent {
  const explained = entries.filter(({ definition }) => definition !== '');
  if (explained.length === 0) return { type: 'text', value: '' };
  const titles = new Map(sections.map(({ id, title }) => [id, title]));
  return h('section', { ariaLabel: words.glossary }, [
    h('h2', words.glossary),
    h(
      'dl',
      explained.flatMap(({ term, aliases, definition, explainedIn }) => [
        h('dt', [h('b', term), ...(aliases.length > 0 ? [` · ${aliases.join(' · ')}`] : [])]),
        h('dd', [
          definition,
          ...(explainedIn && titles.has(explainedIn)
            ? [
                ' ',
                h(
                  'a',
                  { href: `#${encodeURIComponent(explainedIn)}` },
                  `${words.explainedIn}: ${titles.get(explainedIn)}`,
                ),
              ]
            : []),
        ]),
      ]),
    ),
  ]);
}

/** Rich text is a subset of hast; terms are bold, as in the note. */
function toHast(node: RichNode): ElementContent {
  if (node.type === 'text') return node;
  const children = node.children.map(toHast);
  if (node.tagName === 'dfn') return h('strong', children);
  if (node.tagName === 'a') return h('a', { href: String(node.properties.href), rel: 'noreferrer' }, children);
  return h(node.tagName, typeof node.properties.start === 'number' ? { start: node.properties.start } : {}, children);
}

/** A VideoObject with a Clip for each section; see https://schema.org/VideoObject. */
function videoObject(videoId: VideoId, edition: Edition, timeline: Timeline) {
  const { sections } = timeline;
  return {
    '@context': 'https://schema.org',
    '@type': 'VideoObject',
    name: edition.title,
    description: summaryText(edition.summary).slice(0, 500) || edition.title,
    embedUrl: `https://www.youtube.com/embed/${videoId}`,
    url: watchAddress(videoId),
    inLanguage: edition.language,
    ...(edition.date ? { datePublished: edition.date } : {}),
    ...(edition.duration ? { duration: `PT${Math.round(edition.duration)}S` } : {}),
    hasPart: edition.sections.map(({ title }, index) => ({
      '@type': 'Clip',
      name: title,
      startOffset: Math.floor(sections[index]?.start ?? 0),
      endOffset: Math.floor(sections[index + 1]?.start ?? timeline.duration),
      url: watchAddress(videoId, sections[index]?.start ?? 0),
    })),
  };
}

/** Chapters as podcast players read them: https://podcasting2.org, JSON chapters 1.2. */
export function chaptersJson({ sections: written }: Edition, { sections }: Timeline): string {
  const chapters = written.map(({ title }, index) => ({ startTime: sections[index]?.start ?? 0, title }));
  return `${JSON.stringify({ version: '1.2.0', chapters: chapters.toSorted((a, b) => a.startTime - b.startTime) })}\n`;
}
