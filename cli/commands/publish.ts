import { parseArgs } from 'node:util';
import { plainLine } from '../../core/catalog/schemas.ts';
import { fileFaults, fileProblem } from '../../core/library/file-faults.ts';
import { checkCatalog } from '../publish/check-catalog.ts';
import { publish } from '../publish/publish.ts';
import { readAbout } from '../publish/read-about.ts';
import { problemLine } from '../tell-problem.ts';
import { UsageError } from '../usage-error.ts';

export const usage = `notes publish PATH… --out DIR --title TITLE [--site] | notes publish --check DIR-OR-ADDRESS

Publishes notes as a catalog: plain files for any web host, which Sleevenotes subscribes to by the address of the folder.
Run it again after changes: it writes only what changed. Then upload the whole folder, catalog.json last.

  --out DIR          the folder to write to; publish the same catalog to the same folder
  --title TITLE      what subscribers see
  --publisher NAME   who publishes it
  --home ADDRESS     a page about it
  --mirror ADDRESS   another folder with the same files, tried when the first does not answer; can be repeated
  --moved-to ADDRESS tells subscribers the catalog's new address
  --transcripts DIR  transcripts named after their videos (VIDEOID.vtt), for exact times; those beside the notes are found
  --site             pages for people without the extension: an index with search, and a page for each episode
  --check PLACE      reads the whole catalog as a subscriber would, from a folder or its address
  --json             print {"catalog", …} and nothing else`;

/** Runs `notes publish`. Returns the exit code: 0, or 1 when a note has an error or the check found one. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      title: { type: 'string' },
      publisher: { type: 'string' },
      home: { type: 'string' },
      mirror: { type: 'string', multiple: true },
      'moved-to': { type: 'string' },
      transcripts: { type: 'string' },
      site: { type: 'boolean', default: false },
      check: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  if (values.check !== undefined) return check(values.check, values.json);
  if (positionals.length === 0) throw new UsageError('name the notes or the folder of notes to publish');
  if (!values.out) throw new UsageError('say where to write the catalog: --out DIR');
  if (values.title === undefined || plainLine(values.title) === '')
    throw new UsageError('give the catalog a title: --title "Talks on bread"');
  const report = await publish({
    paths: positionals,
    out: values.out,
    about: readAbout({ ...values, title: values.title, movedTo: values['moved-to'], mirrors: values.mirror }),
    transcripts: values.transcripts ?? null,
    site: values.site,
  });
  const { catalog, changes, problems, noVideo, links } = report;
  if (values.json) console.log(JSON.stringify({ catalog, changes, noVideo, problems: problems.length }));
  else {
    for (const problem of problems.filter(({ severity }) => severity === 'error')) console.error(problemLine(problem));
    if (noVideo > 0) console.error(`${noVideo} files are about no video and were left out.`);
    for (const link of links) console.error(problemLine(fileProblem(link, fileFaults.linked())));
    if (catalog.episodes === 0) console.error('No note is about a video: the catalog is empty.');
    console.log(
      `${catalog.title}: ${catalog.episodes} episodes, ${catalog.notes} notes, ${(catalog.bytes / 1e6).toFixed(1)} MB in ${values.out}; ${changes} episodes new, changed or gone.`,
    );
  }
  return problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}

async function check(place: string, json: boolean): Promise<number> {
  const { catalog, files, errors, warnings } = await checkCatalog(place);
  if (json) console.log(JSON.stringify({ catalog, files, errors, warnings }));
  else {
    for (const error of errors) console.error(`error: ${error}`);
    for (const warning of warnings) console.error(`warning: ${warning}`);
    if (catalog)
      console.log(`${catalog.title}: ${catalog.episodes} episodes, ${files} files read, ${errors.length} errors`);
  }
  return errors.length > 0 ? 1 : 0;
}
