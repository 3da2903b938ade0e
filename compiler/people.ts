import { type Field, fieldOf } from './fields.ts';
import type { FrontMatter } from './front-matter.ts';

/** A legal form after a comma (`, Inc.`) belongs to the firm's name. */
const FIRM = /\b(?:inc|ltd|llc|gmbh|corp|co|plc|ag)\.?$/i;

/** Clippers write the site's name where they find no author. */
const SITE = /^(?:https?:\/\/)?(?:www\.)?[\w-]+\.(?:com|org|net|be)\/?$/i;

/**
 * Names in a value of the front matter: a list, one name, or several separated by commas; objects with a `name`; `[[links]]`,
 * also without quotes, which YAML reads as a list in a list.
 */
export function namesIn(value: unknown): string[] {
  const items: unknown[] = Array.isArray(value) ? value.flat(2) : typeof value === 'string' ? split(value) : [value];
  return items
    .map((item) => (item !== null && typeof item === 'object' && 'name' in item ? item.name : item))
    .filter((item) => typeof item === 'string' || typeof item === 'number')
    .map((item) => unlinked(String(item)).trim())
    .filter(Boolean);
}

/** Replaces `[[folder/page#heading|words]]` and `[words](address)` by their words. */
const unlinked = (name: string) =>
  name
    .replaceAll(/!?\[\[([^[\]\n]{1,200})\]\]/g, (_, inside: string) => {
      const [page = '', words] = inside.split('|', 2);
      return words ?? page.replace(/^.*\//, '').replace(/#.*$/, '');
    })
    .replaceAll(/\[([^[\]\n]{1,200})\]\([^()\n]{0,500}\)/g, '$1');

/** Commas separate names, but not within brackets: `Ada Example (founder, Example Inc.)` is one. */
function split(text: string): string[] {
  const names: string[] = [];
  let name = '';
  let depth = 0;
  for (const character of text) {
    if ('([（'.includes(character)) depth++;
    else if (')]）'.includes(character)) depth = Math.max(0, depth - 1);
    if (depth === 0 && ',，、;；'.includes(character)) {
      names.push(name);
      name = '';
    } else name += character;
  }
  const all = [...names, name];
  return all.length > 1 ? all.filter((each, index) => index === 0 || !FIRM.test(each.trim())) : all;
}

/** Keys that name speakers, by priority; the video's author comes last. */
const SPEAKERS = [
  'speaker',
  'speakers',
  'presenter',
  'presenters',
  'host',
  'hosts',
  '主讲人',
  '主講人',
  '讲者',
  '講者',
  '话者',
  '話者',
  'author',
  'authors',
];
const GUESTS = ['guest', 'guests', 'interviewee', 'interviewees', '嘉宾', '嘉賓', 'ゲスト', '게스트'];

const FULL_NAME = String.raw`\p{Lu}[\p{L}'’.-]{0,40}(?: \p{Lu}[\p{L}'’.-]{0,40}){1,2}`;
/** `Ada Example & Bo Example` are two; `Example & Sons` and `Ada & Bo Example` stay as they are. */
const TWO = new RegExp(`^(${FULL_NAME}) & (${FULL_NAME})$`, 'u');

/** The speakers named in the front matter, each once. */
export function speakersIn(data: FrontMatter['data']): string[] {
  const named = (field: Field | null) =>
    field ? namesIn(field.value).flatMap((name) => TWO.exec(name)?.slice(1) ?? [name]) : [];
  // An empty `speaker` means that the speaker is unknown: the author is not used instead.
  const speakers =
    Array.isArray(data.speaker) || data.speaker === '' ? namesIn(data.speaker) : named(fieldOf(data, SPEAKERS));
  return [...new Set([...speakers, ...named(fieldOf(data, GUESTS))])].filter((name) => !SITE.test(name));
}
