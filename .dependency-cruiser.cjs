/**
 * The walls of the house (docs/architecture.md). Few, and each with its reason.
 * @type {import('dependency-cruiser').IConfiguration}
 */
module.exports = {
  forbidden: [
    {
      name: 'core-is-pure',
      comment:
        'core/ is the domain: the same result everywhere, testable without a browser. It may import small pure libraries only.',
      severity: 'error',
      from: { path: '^core/' },
      to: {
        path: '^(build|bench|cli|compiler|components|entrypoints|platform|scripts|tests)/|^virtual:|^#i18n|wxt|react|webextension',
      },
    },
    {
      name: 'no-node-in-the-browser',
      comment: 'Code in a browser cannot use Node; a stray import would only fail when a viewer opens the panel.',
      severity: 'error',
      from: { path: '^(core|compiler|components|entrypoints|platform)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'compiler-is-pure',
      comment: 'The same compiler runs in the build, on the command line and in a browser worker.',
      severity: 'error',
      from: { path: '^compiler/' },
      to: {
        path: '^(build|bench|cli|components|entrypoints|platform|scripts|tests)/|^virtual:|^#i18n|node_modules/(wxt|react|webextension)',
      },
    },
    {
      name: 'cli-is-thin',
      comment: 'The command line shows what core and compiler do; it never grows a second implementation.',
      severity: 'error',
      from: { path: '^cli/' },
      to: { path: '^(bench|components|entrypoints|platform|scripts|tests)/' },
    },
    {
      name: 'platform-knows-core-only',
      comment:
        'When YouTube or a browser changes, only platform/ has to be mended; it must not import the rooms that show things. Only its workers import the compiler.',
      severity: 'error',
      from: { path: '^platform/' },
      to: { path: '^(build|bench|cli|components|entrypoints|scripts|tests)/' },
    },
    {
      name: 'the-store-is-below',
      comment: 'Everything above the store reads it; where it needs compiling or importing, these are passed in.',
      severity: 'error',
      from: { path: '^platform/store/' },
      to: { path: '^platform/(compile|files|import)/' },
    },
    {
      name: 'components-are-presentational',
      comment:
        'Components take props and callbacks, so that every state can be rendered in a test without a browser extension.',
      severity: 'error',
      from: { path: '^components/' },
      to: {
        path: '^(build|bench|cli|compiler|entrypoints|platform|scripts|tests)/|^virtual:|webextension-polyfill|wxt/browser',
      },
    },
    {
      name: 'entrypoints-stay-out-of-the-command-line',
      comment: 'Entrypoints compose core, platform and components; nothing else.',
      severity: 'error',
      from: { path: '^entrypoints/' },
      to: { path: '^(build|bench|cli|scripts|tests)/' },
    },
    {
      name: 'nobody-imports-entrypoints',
      comment: 'An entrypoint is a root: code that two of them need belongs in a room.',
      severity: 'error',
      from: { pathNot: '^(entrypoints|tests)/' },
      to: { path: '^entrypoints/' },
    },
    {
      name: 'polyfill-through-wxt',
      comment: 'One browser object for all: `wxt/browser`. Importing the polyfill directly would bundle it twice.',
      severity: 'error',
      from: { path: '^(core|compiler|components|entrypoints|platform)/' },
      to: { path: '^webextension-polyfill|node_modules/webextension-polyfill' },
    },
    {
      name: 'no-cycles',
      comment: 'Files in a cycle are one unit; a cycle also breaks the order in which modules are evaluated.',
      severity: 'error',
      from: {},
      to: { circular: true, dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.output|\\.wxt|artifacts)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'browser', 'default', 'types'] },
  },
};
