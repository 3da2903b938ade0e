import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { LanguageTag } from '../../core/note/episode.ts';
import { isRightToLeft } from '../../core/text/direction.ts';

/** The frame of a page. */
export interface Frame {
  readonly language: LanguageTag;
  readonly title: string;
  /** The relative path to the site's folder: empty or `../`. */
  readonly base: string;
  readonly description?: string;
  /** Data for search engines (schema.org). */
  readonly data?: unknown;
  /** The site's scripts; pages work without them. */
  readonly scripts?: readonly string[];
}

/** A whole page as HTML. The serialiser escapes everything. */
export function pageHtml(frame: Frame, contents: readonly ElementContent[]): string {
  const { language, title, base, description, data, scripts = [] } = frame;
  const head: Element[] = [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'referrer', content: 'no-referrer' }),
    h('title', title),
    ...(description ? [h('meta', { name: 'description', content: description })] : []),
    h('link', { rel: 'stylesheet', href: `${base}site.css` }),
    ...(data === undefined ? [] : [h('script', { type: 'application/ld+json' }, scriptSafe(data))]),
    ...scripts.map((script) => h('script', { src: `${base}${script}`, defer: true })),
  ];
  const page: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      h('html', { lang: language, dir: isRightToLeft(language) ? 'rtl' : 'ltr' }, [
        h('head', head),
        h('body', contents as ElementContent[]),
      ]),
    ],
  };
  return `${toHtml(page)}\n`;
}

/** JSON for a script element, whose contents are not unescaped and end at the first `</script`. */
const scriptSafe = (data: unknown) => JSON.stringify(data).replaceAll('<', '\\u003c');
