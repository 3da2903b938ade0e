import type { Plugin } from 'vite';

/** Modules of zip.js that are never run, and what the others import of them. */
const REPLACED: readonly (readonly [path: string, code: string])[] = [
  // Encrypted entries are refused before they are read, and none is ever written.
  [
    '/streams/aes-crypto-stream.js',
    'export class AESDecryptionStream {}; export class AESEncryptionStream {}; export function setAESEngine() {}',
  ],
  [
    '/streams/zip-crypto-stream.js',
    'export class ZipCryptoDecryptionStream {}; export class ZipCryptoEncryptionStream {}',
  ],
  // It would start workers; ours is one already.
  ['/core/codec-worker-web.js', ''],
];

/** Removes decryption, encryption and workers from zip.js. */
export function smallZip(): Plugin {
  return {
    name: 'sleevenotes:small-zip',
    enforce: 'pre',
    transform(_code, id) {
      const path = id.split('?', 1)[0] ?? id;
      const replaced = path.includes('/@zip.js/zip.js/') && REPLACED.find(([end]) => path.endsWith(end));
      return replaced ? { code: replaced[1], map: null, moduleSideEffects: false } : undefined;
    },
  };
}
