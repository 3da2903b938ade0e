/**
 * Budgets in gzip, of the built Chromium extension. Raised only on purpose, with the reason in CHANGELOG.md.
 * Panel and popup: what their page loads at once (JavaScript and CSS), without episodes and lazy chunks.
 */
const { readdirSync, readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');

const OUT = join(__dirname, '.output', 'chrome-mv3');

/** The files a page loads before anything is shown: those of its own tags, and all that these import statically. */
function firstLoad(page) {
  const seen = new Set();
  const visit = (path) => {
    if (seen.has(path)) return;
    seen.add(path);
    if (!path.endsWith('.js')) return;
    for (const [, from] of readFileSync(path, 'utf8').matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+\.js)["']/g)) {
      visit(join(dirname(path), from));
    }
  };
  const html = readFileSync(join(OUT, page), 'utf8');
  for (const [, file] of html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)) visit(join(OUT, file));
  return [...seen];
}

/** Everything that ships except the notes, each a chunk named after its video, and names.pack with the names in all. */
function withoutNotes() {
  const videos = readdirSync(join(__dirname, 'content')).map((note) => `${note.slice(0, 11)}-`);
  const files = readdirSync(OUT, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files
    .filter(({ name }) => name !== 'names.pack' && !videos.some((video) => name.startsWith(video)))
    .map(({ name, parentPath }) => join(parentPath, name));
}

module.exports = [
  { name: 'content script', path: join(OUT, 'content-scripts/youtube.js'), limit: '18 kB', gzip: true },
  { name: 'page-world script', path: join(OUT, 'content-scripts/youtube-player.js'), limit: '3 kB', gzip: true },
  { name: 'service worker', path: join(OUT, 'background.js'), limit: '20 kB', gzip: true },
  { name: 'panel, first load', path: firstLoad('sidepanel.html'), limit: '175 kB', gzip: true },
  { name: 'popup, first load', path: firstLoad('popup.html'), limit: '165 kB', gzip: true },
  { name: 'library, first load', path: firstLoad('library.html'), limit: '190 kB', gzip: true },
  // Loaded with the first import; half of it is data for pinyin and the scripts of Chinese, and the YAML parser.
  { name: 'compiler', path: join(OUT, 'assets/compile.worker-*.js'), limit: '270 kB', gzip: true },
  { name: 'whole extension without notes', path: withoutNotes(), limit: '800 kB', gzip: true },
];
