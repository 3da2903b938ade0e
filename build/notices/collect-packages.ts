import type { Plugin } from 'vite';

/** The folder of the package that a module belongs to; the innermost one, where packages lie in each other. */
const PACKAGE = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;

/** Helpers that the bundler writes itself. */
const OWN_MODULES: readonly (readonly [start: string, name: string])[] = [
  ['\0rolldown/', 'rolldown'],
  ['\0vite/', 'vite'],
];

/**
 * Notes the folders of all packages that have a line in the bundle. Several bundles are made, some in workers; each gets an
 * instance of its own and the same set.
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
