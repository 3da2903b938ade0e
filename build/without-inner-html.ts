import type { Plugin } from 'vite';

/**
 * Removes the writes to `innerHTML` from bundles, so that linters and reviewers can see that nothing in Sleevenotes turns a
 * string into elements of a page:
 * - React DOM's three are for `dangerouslySetInnerHTML` and server-rendered scripts, which are never used.
 * - The decoder of `&amp;` uses an element of the page; a DOMParser's own document gives the same result.
 */
export function withoutInnerHtml(): Plugin {
  return {
    name: 'sleevenotes:without-inner-html',
    enforce: 'post',
    apply: 'build',
    transform(code, id) {
      if (!code.includes('.innerHTML =')) return;
      if (id.includes('/react-dom/'))
        return code.replaceAll(/\b(\w+)\.innerHTML = ("[^"]*"|\w+)/g, '$1.textContent = $2');
      if (!id.includes('/decode-named-character-reference/index.dom.')) return;
      const parsed = code
        .replace("const element = document.createElement('i')", '')
        .replace(
          /element\.innerHTML = (\w+)\s+const character = element\.textContent/,
          "const character = new DOMParser().parseFromString($1, 'text/html').documentElement.textContent",
        );
      if (/\belement\b/.test(parsed)) this.error('decode-named-character-reference has changed: adapt this transform.');
      return parsed;
    },
  };
}
