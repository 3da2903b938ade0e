import { delimiter, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';
import { compileLibrary } from '../compiler/library.ts';
import { namesSource } from '../core/glossary/lookup-source.ts';
import type { Episode } from '../core/note/episode.ts';
import type { Problem } from '../core/note/problem.ts';
import { summariseEpisode } from '../core/note/summarise.ts';
import { writePack } from '../platform/names/pack-file.ts';
import { englishOf } from './english.ts';
import { readNotes } from './read-notes.ts';

const PREFIX = 'virtual:sleevenotes/';
const SUMMARIES = `${PREFIX}summaries`;
const VIDEO_IDS = `${PREFIX}video-ids`;
const EPISODES = `${PREFIX}episodes`;
const EPISODE = `${PREFIX}episode/`;

/** Rollup's convention: an id that starts with NUL is private to one plugin. */
const own = (id: string) => `\0${id}`;

interface NotesOptions {
  /** The project's folder; the bundled notes are in its `content/`. */
  readonly root?: string;
  /** Further folders of notes. Where both have a note for a video and language, theirs comes before the bundled one. */
  readonly extra?: readonly string[];
}

/**
 * Makes the notes importable:
 * - `virtual:sleevenotes/video-ids`: `videoIds`, the video ids of all episodes, small enough for the service worker;
 * - `virtual:sleevenotes/summaries`: `summaries`, a summary of every episode;
 * - `virtual:sleevenotes/episodes`: `loadEpisode`, one lazy chunk per episode;
 *
 * and emits `names.pack`: the index of the names in all glossaries, for lookups that need no episode.
 *
 * An invalid note in `content/` fails the build; in an extra folder it is reported and skipped, so that an author sees the
 * notes that work.
 */
export function notesPlugin({
  root = process.cwd(),
  extra = (process.env.SLEEVENOTES_NOTES ?? '').split(delimiter).filter(Boolean),
}: NotesOptions = {}): Plugin {
  const content = resolve(root, 'content');
  const folders = [...extra.map((folder) => resolve(root, folder)), content];
  let compiled: Promise<Map<string, Episode>> | undefined;

  async function compile(report: (problem: Problem) => void): Promise<Map<string, Episode>> {
    const read = await Promise.all(folders.map((folder) => readNotes(root, folder)));
    const { episodes, problems } = compileLibrary(read.flatMap(({ notes }) => notes));
    const all = [...read.flatMap((folder) => folder.problems), ...problems];
    all.filter(({ severity }) => severity === 'error').forEach(report);
    return new Map(episodes.map((episode) => [episode.videoId, episode]));
  }

  return {
    name: 'sleevenotes:notes',

    resolveId: (id) => (id.startsWith(PREFIX) ? own(id) : undefined),

    async load(id) {
      if (!id.startsWith(own(PREFIX))) return;
      const inContent = (problem: Problem) => resolve(root, problem.file).startsWith(content + sep);
      compiled ??= compile((problem) => {
        const message = `${problem.file}:${problem.line}: ${englishOf(problem)}`;
        if (inContent(problem) && !this.meta.watchMode) this.error(message);
        this.warn(message);
      });
      const episodes = await compiled;
      const asked = id.slice(1);
      if (asked === SUMMARIES) {
        const summaries = [...episodes.values()].map(summariseEpisode);
        return `export const summaries = ${JSON.stringify(summaries)};`;
      }
      if (asked === VIDEO_IDS) return `export const videoIds = ${JSON.stringify([...episodes.keys()])};`;
      if (asked === EPISODES) {
        const loaders = [...episodes.keys()].map((key) => `${JSON.stringify(key)}: () => import('${EPISODE}${key}')`);
        return [
          `const loaders = { ${loaders.join(', ')} };`,
          'export async function loadEpisode(videoId) {',
          '  if (!Object.hasOwn(loaders, videoId)) return null;',
          '  return (await loaders[videoId]()).default;',
          '}',
        ].join('\n');
      }
      const episode = episodes.get(asked.slice(EPISODE.length));
      // JSON.parse of a string is about twice as fast as the same data as a JavaScript literal.
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(episode ?? null))});`;
    },

    async generateBundle() {
      const episodes = await compiled;
      // Only in bundles that import notes.
      if (!episodes) return;
      const names = [...episodes.values()].flatMap(({ videoId, editions }) =>
        editions.map((edition) => namesSource(videoId, edition)),
      );
      this.emitFile({ type: 'asset', fileName: 'names.pack', source: writePack(names) });
    },

    configureServer(server) {
      server.watcher.add(folders);
      const reload = (path: string) => {
        if (!folders.some((folder) => path.startsWith(folder + sep))) return;
        compiled = undefined;
        for (const [id, module] of server.moduleGraph.idToModuleMap) {
          if (id.startsWith(own(PREFIX))) void server.reloadModule(module);
        }
      };
      server.watcher.on('change', reload).on('add', reload).on('unlink', reload);
    },
  };
}
