import type { Plugin } from 'vite';

/** The folder of the package that a module belongs to; the innermost of nested packages. */
const PACKAGE = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;

/** Helpers that the bundler generates. */
const OWN_MODULES: readonly (readonly [start: string, name: string])[] = [
  ['\0rolldown/', 'rolldown'],
  ['\0vite/', 'vite'],
];

/**
 * Adds to `folders` the folder of every package with code in the bundle. Several bundles are built, some for workers; each has
 * its own instance of the plugin, with the same set.
 */
export function collectPackages(folders: Set<string>, root: string): Plugin {
  return {
    name: 'sleevenotes:collect-packages',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
          if (renderedLength === 0) continue;
          const own = OWN_MODULES.find(([start]) => id.startsWith(start));
          const folder = own ? `${root}/node_modules/${own[1]}` : PACKAGE.exec(id.replace(/^\0/, ''))?.[0];
          if (folder) folders.add(folder);
        }
      }
    },
  };
}
