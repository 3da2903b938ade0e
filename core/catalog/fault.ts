/**
 * Why something of a catalog cannot be had:
 * - `no-address`: the pasted text is not a web address;
 * - `insecure`: it begins with `http:` and is not on this machine;
 * - `unreachable`: no answer, or the certificate is invalid;
 * - `no-cors`: the host answers, but lets no extension read it;
 * - `timeout`: nothing for half a minute, or not the whole file in ten;
 * - `status`: the host refuses; `detail` is the status;
 * - `moved`: the host redirects to another, which is `detail`;
 * - `web-page`: a web page came instead of `detail`;
 * - `not-a-catalog`: the answer is not a catalog.json;
 * - `newer`: the catalog is made for a newer Sleevenotes;
 * - `damaged`: the file `detail` arrived incomplete or damaged;
 * - `foreign`: the file `detail` has notes for videos that do not belong to it;
 * - `too-large`: the file `detail` is larger than a catalog's file may be;
 * - `larger-than-said`: its files are together far larger than it says;
 * - `another-catalog`: another catalog is at the address now;
 * - `storage-full`, `storage-refused`: the browser does not store it.
 */
export const FAULT_KINDS = [
  'no-address',
  'insecure',
  'unreachable',
  'no-cors',
  'timeout',
  'status',
  'moved',
  'web-page',
  'not-a-catalog',
  'newer',
  'damaged',
  'foreign',
  'too-large',
  'larger-than-said',
  'another-catalog',
  'storage-full',
  'storage-refused',
] as const;

export interface CatalogFault {
  readonly kind: (typeof FAULT_KINDS)[number];
  /** The requested host, with its port; empty when there was no request. */
  readonly host: string;
  /** See {@link FAULT_KINDS}; otherwise empty. */
  readonly detail: string;
}
