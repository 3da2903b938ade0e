import type { Plugin } from 'vite';

/**
 * Takes React DOM's three writes to `innerHTML` out of the bundle. They serve `dangerouslySetInnerHTML` and server-rendered
 * scripts, which we never use; without them the stores' linters and a reader of the bundle can see that nothing
 * in Sleevenotes turns a string into elements.
 */
export function withoutInnerHtml(): Plugin {
  return {
    name: 'sleevenotes:without-inner-html',
    enforce: 'post',
    apply: 'build',
    transform(code, id) {
      if (!id.includes('/react-dom/') || !code.includes('.innerHTML =')) return;
      return code.replaceAll(/\b(\w+)\.innerHTML = ("[^"]*"|\w+)/g, '$1.textContent = $2');
    },
  };
}
