import type { Plugin } from 'vite';

const NATIVE = '\0sleevenotes:native-browser';

/**
 * Gives the content scripts the browser's own API in place of Mozilla's polyfill, 3 kB of 18. They send messages and open ports
 * only, and these return promises in every browser we support; what the polyfill adds is that a listener may answer with one.
 */
export function nativeBrowser(): Plugin {
  return {
    name: 'sleevenotes:native-browser',
    enforce: 'pre',
    resolveId: (source) => (source === 'webextension-polyfill' ? NATIVE : null),
    load: (id) => (id === NATIVE ? 'export default globalThis.browser ?? globalThis.chrome;' : null),
  };
}
