import { LONGEST_ADDRESS, LONGEST_TITLE, MOST_MIRRORS } from '../../core/catalog/catalog.ts';
import { plainLine } from '../../core/catalog/schemas.ts';
import { UsageError } from '../usage-error.ts';
import type { CatalogAbout } from './catalog-about.ts';
import { catalogFolder } from './catalog-folder.ts';

/** What the command line says of the catalog. */
interface Said {
  readonly title: string;
  readonly publisher?: string | undefined;
  readonly home?: string | undefined;
  readonly mirrors?: readonly string[] | undefined;
  readonly movedTo?: string | undefined;
}

/** Checks what subscribers would refuse. Throws a usage error that says what and why. */
export function readAbout({ title, publisher = '', home, mirrors = [], movedTo }: Said): CatalogAbout {
  const by = line('publisher', publisher);
  if (mirrors.length > MOST_MIRRORS)
    throw new UsageError(`--mirror: ${MOST_MIRRORS} at most, these are ${mirrors.length}`);
  return {
    title: line('title', title),
    mirrors: [...new Set(mirrors.map((mirror) => short('mirror', catalogFolder(mirror))))],
    ...(by && { publisher: by }),
    ...(home && { home: short('home', webPage(home)) }),
    ...(movedTo && { movedTo: short('moved-to', catalogFolder(movedTo)) }),
  };
}

function line(option: string, text: string): string {
  const plain = plainLine(text);
  if (plain.length > LONGEST_TITLE)
    throw new UsageError(`--${option}: ${plain.length} characters, the limit is ${LONGEST_TITLE}`);
  return plain;
}

function webPage(address: string): string {
  if (/^https?:\/\/\S+$/i.test(address) && URL.canParse(address)) return address;
  throw new UsageError(`"${address}" is not a web address: write https://…`);
}

function short(option: string, address: string): string {
  if (address.length <= LONGEST_ADDRESS) return address;
  throw new UsageError(`--${option}: ${address.length} characters, the limit is ${LONGEST_ADDRESS}`);
}
