import { filesBehindForgePage } from './forge-address.ts';

// Part of every platform we run on, but in no library of types that core may use.
declare class URL {
  static canParse(text: string): boolean;
  constructor(text: string);
  readonly protocol: string;
  readonly host: string;
  readonly username: string;
  readonly password: string;
  readonly hostname: string;
  readonly pathname: string;
}

/**
 * Where a catalog lies: its folder, with `/` at the end. `otherwise` are folders to try in turn when it is not there: the text
 * may be read in several ways.
 */
export type AddressAnswer =
  | { readonly ok: true; readonly folder: string; readonly otherwise: readonly string[] }
  | { readonly ok: false; readonly reason: 'no-address' | 'insecure' };

const ON_THIS_MACHINE = new Set(['localhost', '127.0.0.1']);
/** Nobody types these, but they come along when an address is copied. */
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
/** What encloses an address in a text, and what a sentence goes on with. */
const BEFORE = /^[\s<("'“‘«「『]+/u;
const AFTER = new Set([...'\t\n >)"\'”’»」』,;。，、']);

/**
 * The folder behind what a viewer pastes: the address of catalog.json, of its folder, or of a page beside it or about it. Without
 * a scheme `https://` is added, or `http://` for this machine. `http:` is for this machine only: elsewhere the connection could be
 * read by others.
 */
export function readCatalogAddress(text: string): AddressAnswer {
  const typed = bare(text);
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (typed === '' || !URL.canParse(withScheme)) return { ok: false, reason: 'no-address' };
  const url = new URL(withScheme);
  const here = ON_THIS_MACHINE.has(url.hostname);
  const named = url.hostname.includes('.') || here || url.hostname.startsWith('[');
  if (!named || url.username !== '' || url.password !== '') return { ok: false, reason: 'no-address' };
  if (url.protocol === 'http:' && !here) return { ok: false, reason: 'insecure' };
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { ok: false, reason: 'no-address' };
  const scheme = here && withScheme !== typed ? 'http:' : url.protocol;
  const { origin, path } = filesBehindForgePage(`${scheme}//${url.host}`, url.pathname);
  const [folder = '/', ...otherwise] = foldersOf(path).map((each) => origin + each);
  return { ok: true, folder, otherwise };
}

/**
 * The folder that a catalog names as its mirror, or as its new address; `null` when it is none. A catalog elsewhere may not send
 * its readers to servers on their own machines.
 */
export function linkedFolder(text: string, address: string): string | null {
  const answer = readCatalogAddress(text);
  if (!answer.ok) return null;
  return isOnThisMachine(answer.folder) && !isOnThisMachine(address) ? null : answer.folder;
}

export const isOnThisMachine = (folder: string): boolean => ON_THIS_MACHINE.has(new URL(folder).hostname);

function bare(text: string): string {
  const seen = text.replace(UNSEEN, '').replace(BEFORE, '');
  let end = seen.length;
  while (end > 0 && AFTER.has(seen[end - 1] ?? '')) end--;
  return seen.slice(0, end);
}

/** Paths of the folders that may be meant, the most likely one first. */
function foldersOf(path: string): readonly string[] {
  const end = path.lastIndexOf('/') + 1;
  const [within, last] = [path.slice(0, end), path.slice(end)];
  if (last === '') return [path];
  // A page of the site that was published beside the catalog.
  if (within.endsWith('/v/') && /^[\w-]{11}(?:-\d+)?(?:\.html)?$/.test(last)) return [within.slice(0, -2), within];
  if (/\.(?:json|html?|xml|php|md)$/i.test(last)) return [within];
  // A folder with a dot in its name, or a page whose host leaves out the `.html`.
  return last.includes('.') ? [within, `${path}/`] : [`${path}/`, within];
}
