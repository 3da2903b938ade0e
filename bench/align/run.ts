/**
 * Runs the aligner over a folder in the benchmark format.
 *
 *   npm run --silent bench:align -- DIR --evidence transcript|chapters|duration [--simulate STYLE] [--draws 2]
 *     [--out FILE] [--json]
 *
 * `--simulate` makes up chapters in a style of simulate-chapters.ts, `--draws` times.
 * `--out` writes `{"videos":[{"videoId","sections":[{"title","start","earliest","latest","source"}],"ms"}]}` for a scorer of
 * that format. `ms` is the time to align (without reading and compiling), after each video was aligned once. Prints the errors
 * at the known starts, with --json as one line of JSON.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { align } from '../../core/timeline/align.ts';
import type { Evidence } from '../../core/timeline/timeline.ts';
import { wantsLexicon } from '../../core/timeline/wants-lexicon.ts';
import { type BenchVideo, editionOf, matchSections, readBench } from './read-bench.ts';
import { score } from './score.ts';
import { STYLES, simulateChapters } from './simulate-chapters.ts';

const KINDS = ['transcript', 'chapters', 'duration'] as const;
type Kind = (typeof KINDS)[number];

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    evidence: { type: 'string', default: 'transcript' },
    simulate: { type: 'string' },
    draws: { type: 'string', default: '2' },
    out: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const [folder] = positionals;
const kind = KINDS.find((known) => known === values.evidence);
const style = values.simulate === undefined ? undefined : STYLES[values.simulate];
if (!folder || !kind || (values.simulate !== undefined && !style)) {
  console.error(
    `usage: npm run --silent bench:align -- DIR --evidence transcript|chapters|duration [--simulate ${Object.keys(STYLES).join('|')}] [--draws 2] [--out FILE] [--json]`,
  );
  process.exit(2);
}

const jobs = readBench(folder).flatMap((video, v) => {
  const edition = editionOf(video);
  if (!style) return [{ video, edition, evidence: evidenceOf(video, kind) }];
  return Array.from({ length: Number(values.draws) }, (_, draw) => {
    const chapters = simulateChapters(video, style, (draw + 1) * 1000 + v);
    return { video, edition, evidence: evidenceOf({ ...video, chapters }, 'chapters') };
  });
});
const wanted = jobs.some(({ edition, evidence }) => wantsLexicon(edition, evidence));
const lexicon = wanted ? (await import('../../core/timeline/lexicon-zh-en.ts')).chineseEnglishLexicon() : null;
for (const { edition, evidence } of jobs) align(edition, evidence, [], lexicon);

const videos = jobs.map(({ video, edition, evidence }) => {
  const begin = performance.now();
  const timeline = align(edition, evidence, [], lexicon);
  const ms = Math.round((performance.now() - begin) * 10) / 10;
  const sections = matchSections(video, edition).map((index, i) => {
    const { start, earliest, latest, source } = timeline.sections[index] ?? {};
    return { title: video.sections[i]?.title, start, earliest, latest, source };
  });
  return { videoId: video.videoId, sections, ms };
});
if (values.out) writeFileSync(values.out, `${JSON.stringify({ videos }, null, 1)}\n`);
console.error(`${videos.length} videos aligned by ${kind}${values.out ? `: ${values.out}` : ''}`);
const figures = {
  evidence: style ? `chapters, ${values.simulate}` : kind,
  videos: videos.length,
  ...score(
    jobs.map(({ video }) => video),
    videos,
  ),
};
if (values.json) console.log(JSON.stringify(figures));
else console.table(figures);

function evidenceOf({ duration, chapters, cues }: BenchVideo, by: Kind): Evidence {
  return {
    duration,
    chapters: by === 'chapters' ? chapters : [],
    chapterOrigin: 'unknown',
    transcript: by === 'transcript' ? { language: null, cues } : null,
  };
}
