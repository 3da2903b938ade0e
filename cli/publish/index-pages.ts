import { h } from 'hastscript';
import type { LanguageTag } from '../../core/note/episode.ts';
import { pageHtml } from './site-page.ts';
import { siteWords } from './site-words.ts';

/** A line of the site's index. */
export interface IndexLine {
  readonly language: LanguageTag;
  readonly title: string;
  readonly date: string | null;
  /** The page, relative to the index. */
  readonly file: string;
}

interface SiteAbout {
  readonly title: string;
  readonly publisher?: string;
  /** The language of most notes, in which the index is written. */
  readonly language: LanguageTag;
}

/** A longer page takes too long on a phone. */
const LINES_A_PAGE = 400;

/**
 * The files of the index, by name: pages of 400 lines, newest first, and the script of the search field with its data
 * (`titles.js`). Without JavaScript the pages work, but cannot be searched.
 */
export function indexPages(
  { title, publisher, language }: SiteAbout,
  lines: readonly IndexLine[],
): Map<string, string> {
  const words = siteWords(language);
  const sorted = lines.toSorted((a, b) => (b.date ?? '').localeCompare(a.date ?? '') || (a.file < b.file ? -1 : 1));
  const count = Math.max(1, Math.ceil(sorted.length / LINES_A_PAGE));
  const name = (page: number) => (page === 0 ? 'index.html' : `index-${page + 1}.html`);
  const pages = new Map<string, string>();
  for (let page = 0; page < count; page++) {
    const here = sorted.slice(page * LINES_A_PAGE, (page + 1) * LINES_A_PAGE);
    const html = pageHtml({ language, title, base: '', scripts: ['titles.js', 'site.js'] }, [
      h('header', [
        h('h1', title),
        h('p.about', [publisher, words.episodes.replace('$1', String(lines.length))].filter(Boolean).join(' · ')),
        h('p.search', { hidden: true }, [
          h('label', [words.search, ' ', h('input', { type: 'search', autoComplete: 'off' })]),
        ]),
      ]),
      h('main', [
        h(
          'ul.episodes',
          here.map((line) => h('li', indexLine(line))),
        ),
        h('p.none', { hidden: true, role: 'status' }, words.noMatch),
        h('p.pages', [
          ...(page > 0 ? [h('a', { href: name(page - 1), rel: 'prev' }, words.newer), ' '] : []),
          ...(page + 1 < count ? [h('a', { href: name(page + 1), rel: 'next' }, words.older)] : []),
        ]),
      ]),
      h('footer', h('p', words.subscribe)),
    ]);
    pages.set(name(page), html);
  }
  pages.set('titles.js', `sleevenotesTitles = ${JSON.stringify(sorted)};\n`);
  pages.set('site.js', SEARCH);
  return pages;
}

const indexLine = ({ title, language, date, file }: IndexLine) => [
  h('a', { href: file, lang: language, dir: 'auto' }, title),
  ...(date ? [' ', h('time', { dateTime: date }, date)] : []),
];

/** Creates elements, never HTML strings, because titles are untrusted text. */
const SEARCH = `'use strict';
const place = document.querySelector('.search');
const field = place.querySelector('input');
const list = document.querySelector('.episodes');
const pages = document.querySelector('.pages');
const none = document.querySelector('.none');
const whole = [...list.children];
const plain = (text) => text.normalize('NFKD').replace(/\\p{M}/gu, '').toLowerCase();
place.hidden = false;
field.addEventListener('input', () => {
  const words = plain(field.value).split(/\\s+/).filter(Boolean);
  const found = sleevenotesTitles.filter(({ title }) => words.every((word) => plain(title).includes(word))).slice(0, 200);
  const items = found.map(({ title, language, date, file }) => {
    const link = Object.assign(document.createElement('a'), { href: file, lang: language, dir: 'auto', textContent: title });
    const item = document.createElement('li');
    item.append(link, date ? ' ' + date : '');
    return item;
  });
  list.replaceChildren(...(words.length === 0 ? whole : items));
  pages.hidden = words.length > 0;
  none.hidden = words.length === 0 || found.length > 0;
});
`;
