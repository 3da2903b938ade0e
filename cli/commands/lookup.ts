import { parseArgs } from 'node:util';
import { addDefinitions, buildIndex } from '../../core/glossary/build-index.ts';
import { lookup } from '../../core/glossary/lookup.ts';
import type { LookupSource } from '../../core/glossary/lookup-source.ts';
import type { Problem } from '../../core/note/problem.ts';
import { compileFiles } from '../compile-files.ts';
import { notePaths } from '../note-paths.ts';
import { print } from '../print.ts';
import { problemLine } from '../tell-problem.ts';
import { UsageError } from '../usage-error.ts';

export const usage = `notes lookup QUERY PATH… [--json]

Lists what the popup lists for a query, best first, from the glossaries of notes (files or folders).
Exit code 1 when a note has an error; the others are searched anyway.

  --json  print {"query", "results": [{"term", "video", "reason", "matched", "language", "kind"}]} and nothing else.
          reason: term or alias (the whole name), …-start (its beginning), …-part (within it), reading (pinyin), typo,
          definition, held (the query holds the name)`;

/** As many as the popup shows. */
const MOST_RESULTS = 50;

/** Runs `notes lookup`. Returns the exit code: 0, or 1 when a note has an error. */
export async function run(args: readonly string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const [query, ...paths] = positionals;
  if (query === undefined) throw new UsageError('say what to look up, and in which notes');
  if (paths.length === 0) throw new UsageError(`name a note or a folder of notes to look "${query}" up in`);
  const sources: LookupSource[] = [];
  const errors: Problem[] = [];
  for await (const note of compileFiles((await notePaths(paths)).files, 'glossary')) {
    if (note.told !== '') sources.push(JSON.parse(note.told));
    errors.push(...note.problems.filter(({ severity }) => severity === 'error'));
  }
  const index = addDefinitions(buildIndex(sources));
  const results = lookup(index, query, { current: null, languages: [], limit: MOST_RESULTS }).map(
    ({ entry, source, reason, matched }) => ({
      term: entry.term,
      video: source.videoId,
      reason,
      matched,
      language: source.language,
      kind: entry.kind,
    }),
  );
  if (values.json) await print(`${JSON.stringify({ query, results })}\n`);
  else {
    const lines = results.map(({ term, video, reason, matched }) => {
      return `${term}\t${video}\t${reason}${matched === '' || matched === term ? '' : ` (${matched})`}\n`;
    });
    await print(lines.length > 0 ? lines.join('') : `nothing found for "${query}"\n`);
  }
  for (const problem of errors) console.error(problemLine(problem));
  return errors.length > 0 ? 1 : 0;
}
