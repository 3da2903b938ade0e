/**
 * Runs the aligner over condensed notes that are made from full ones, against the transcript.
 *
 *   npm run --silent bench:align:condensed -- [DIR] [--draws 2] [--skip 0] [--json]
 *
 * DIR is a folder in the benchmark format, of which the full notes are used; without it, talks in an invented language.
 * `--skip` leaves out the first draws, so that settings chosen on some can be checked on others. Prints the errors in seconds
 * at the moment of each section's first sentence.
 */
import { parseArgs } from 'node:util';
import type { Edition } from '../../core/note/episode.ts';
import { align } from '../../core/timeline/align.ts';
import type { Lexicon } from '../../core/timeline/lexicon.ts';
import { chineseEnglishLexicon } from '../../core/timeline/lexicon-zh-en.ts';
import type { Evidence } from '../../core/timeline/timeline.ts';
import { editionOf as madeUpEdition, makeTalk } from '../../tests/core/timeline/made-up-talk.ts';
import { condense } from './condense.ts';
import { editionOf, readBench } from './read-bench.ts';
import { DENSE, score } from './score.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    draws: { type: 'string', default: '2' },
    skip: { type: 'string', default: '0' },
    json: { type: 'boolean', default: false },
  },
});
const [folder] = positionals;
const skip = Number(values.skip);
const MADE_UP_TALKS = 4;

interface Talk {
  readonly edition: Edition;
  readonly evidence: Evidence;
  readonly lexicon: Lexicon;
}

const heard = (duration: number, cues: NonNullable<Evidence['transcript']>['cues']): Evidence => ({
  duration,
  chapters: [],
  chapterOrigin: 'unknown',
  transcript: { language: null, cues },
});

function talks(): readonly Talk[] {
  if (folder) {
    const lexicon = chineseEnglishLexicon();
    return readBench(folder)
      .filter(({ coverage }) => coverage >= DENSE)
      .map((video) => ({ edition: editionOf(video), evidence: heard(video.duration, video.cues), lexicon }));
  }
  console.error('no DIR: talks in an invented language');
  return Array.from({ length: MADE_UP_TALKS }, (_, i) => {
    const { sections, cues, duration, lexicon } = makeTalk({ seed: i + 1, sections: 24 });
    return { edition: madeUpEdition(sections), evidence: heard(duration, cues), lexicon };
  });
}

const rows = talks().flatMap(({ edition: full, evidence, lexicon }) =>
  condense(full, evidence, lexicon, skip + Number(values.draws))
    .slice(skip)
    .map(({ edition, starts }) => {
      const begin = performance.now();
      const { sections } = align(edition, evidence, [], lexicon);
      return { ms: performance.now() - begin, sections, starts };
    }),
);
const { condensed } = score(
  rows.map(({ starts }) => ({ coverage: 0, sections: starts.map((start) => ({ start })) })),
  rows,
);
const figures = { notes: rows.length, ...condensed };
if (values.json) console.log(JSON.stringify(figures));
else console.table([figures]);
