// Part of every platform we run on, but in no library of types that core may use.
declare class URL {
  static canParse(text: string): boolean;
  constructor(text: string);
  readonly origin: string;
  readonly protocol: string;
  readonly username: string;
  readonly password: string;
  readonly hostname: string;
  readonly pathname: string;
}

/** Where a catalog lies: its folder, with `/` at the end. */
export type AddressAnswer =
  | { readonly ok: true; readonly folder: string }
  | { readonly ok: false; readonly reason: 'no-address' | 'insecure' };

const ON_THIS_MACHINE = new Set(['localhost', '127.0.0.1']);

/**
 * The folder behind what a viewer pastes: the address of catalog.json, of its folder, or of a page beside it. Without
 * `https://` it is added. `http:` is for this machine only: elsewhere the connection could be read by others.
 */
export function readCatalogAddress(text: string): AddressAnswer {
  const typed = text.trim();
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (typed === '' || !URL.canParse(withScheme)) return { ok: false, reason: 'no-address' };
  const url = new URL(withScheme);
  const named = url.hostname.includes('.') || url.hostname === 'localhost' || url.hostname.startsWith('[');
  if (!named || url.username !== '' || url.password !== '') return { ok: false, reason: 'no-address' };
  if (url.protocol === 'http:' && !ON_THIS_MACHINE.has(url.hostname)) return { ok: false, reason: 'insecure' };
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { ok: false, reason: 'no-address' };
  const last = url.pathname.slice(url.pathname.lastIndexOf('/') + 1);
  const folder = last.includes('.') ? url.pathname.slice(0, -last.length) : url.pathname;
  return { ok: true, folder: `${url.origin}${folder.endsWith('/') ? folder : `${folder}/`}` };
}
