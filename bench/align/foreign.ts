/**
 * Measures whether transcripts of other videos are refused: aligns every note of a benchmark folder with every transcript.
 *
 *   npm run --silent bench:align:foreign -- DIR [--no-lexicon] [--channels FILE] [--json]
 *
 * Also with notes cut down to one sentence per section, which give the least evidence. The rows "by other videos" judge each
 * pair by thresholds chosen on the pairs without its two videos; with a FILE that names each video's channel
 * (`{"videoId": "channel"}`), "by other channels" leaves out whole channels.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Edition } from '../../core/note/episode.ts';
import { byTranscript, isForeign, type Support } from '../../core/timeline/by-transcript.ts';
import { chineseEnglishLexicon } from '../../core/timeline/lexicon-zh-en.ts';
import { type SectionText, sectionTexts } from '../../core/timeline/note-text.ts';
import { type BenchVideo, editionOf, readBench } from './read-bench.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    'no-lexicon': { type: 'boolean', default: false },
    channels: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const [folder] = positionals;
if (!folder) {
  console.error('usage: npm run --silent bench:align:foreign -- DIR [--no-lexicon] [--channels FILE] [--json]');
  process.exit(2);
}

/** A note and a transcript. */
interface Pair {
  readonly note: string;
  readonly talk: string;
  readonly whole: Support;
  /** Of the note cut down. */
  readonly brief: Support;
}

const lexicon = values['no-lexicon'] ? null : chineseEnglishLexicon();
const talks = readBench(folder).map((video) => {
  const edition = editionOf(video);
  return { video, edition, texts: sectionTexts(edition) };
});
const pairs = talks.flatMap(({ edition, texts, video: { videoId: note } }) =>
  talks.map(({ video }): Pair => {
    const support = (cut: readonly SectionText[]) => supportOf(edition, cut, video);
    return { note, talk: video.videoId, whole: support(texts), brief: support(brief(texts)) };
  }),
);
const channels: Readonly<Record<string, string>> = values.channels
  ? JSON.parse(readFileSync(values.channels, 'utf8'))
  : {};
const channelOf = (videoId: string) => channels[videoId] ?? videoId;
const rows = {
  whole: count('whole', () => undefined),
  'whole, by other videos': count(
    'whole',
    leavingOut((videoId) => videoId),
  ),
  ...(values.channels ? { 'whole, by other channels': count('whole', leavingOut(channelOf)) } : {}),
  brief: count('brief', () => undefined),
  'brief, by other videos': count(
    'brief',
    leavingOut((videoId) => videoId),
  ),
  ...(values.channels ? { 'brief, by other channels': count('brief', leavingOut(channelOf)) } : {}),
};
if (values.json) console.log(JSON.stringify(rows));
else console.table(rows);

function count(kind: 'whole' | 'brief', leastFor: (pair: Pair) => Support | undefined) {
  const counts = { wrong: 0, wrongRefused: 0, right: 0, rightRefused: 0 };
  for (const pair of pairs) {
    const refused = isForeign(pair[kind], leastFor(pair)) ? 1 : 0;
    if (pair.note === pair.talk) {
      counts.right++;
      counts.rightRefused += refused;
    } else {
      counts.wrong++;
      counts.wrongRefused += refused;
    }
  }
  return counts;
}

/** The thresholds for a pair, chosen on those that share neither of its two groups. */
function leavingOut(groupOf: (videoId: string) => string): (pair: Pair) => Support {
  const known = new Map<string, Support>();
  return ({ note, talk }) => {
    const out = new Set([groupOf(note), groupOf(talk)]);
    const key = [...out].sort().join(' ');
    const least =
      known.get(key) ?? chosenOn(pairs.filter((pair) => !out.has(groupOf(pair.note)) && !out.has(groupOf(pair.talk))));
    known.set(key, least);
    return least;
  };
}

/** Thresholds that just refuse every wrong pair of whole notes, and no right pair of brief ones. */
function chosenOn(some: readonly Pair[]): Support {
  const wrong = some.filter(({ note, talk }) => note !== talk).map(({ whole }) => whole);
  const above = (values: readonly number[]) => Math.max(0, ...values) * (1 + 1e-9);
  const inOrder = above(wrong.map((support) => support.inOrder));
  const alone = above(wrong.map((support) => support.alone));
  const right = some.filter((pair) => pair.note === pair.talk && pair.brief.inOrder < inOrder);
  return { inOrder, alone, beyondChance: Math.min(...right.map((pair) => pair.brief.beyondChance)) };
}

function supportOf(edition: Edition, texts: readonly SectionText[], { cues, duration }: BenchVideo): Support {
  return byTranscript(edition, texts, cues, duration, lexicon, []).support;
}

/** A note cut down to each section's title and longest sentence. */
function brief(texts: readonly SectionText[]): readonly SectionText[] {
  return texts.map(({ title, paragraphs }) => {
    const sentences = paragraphs.flatMap(({ text }) => text.split(/(?<=[。！？.!?])/u));
    const longest = sentences.reduce((best, next) => (next.length > best.length ? next : best), '');
    return { title, paragraphs: [{ text: longest, original: null, pace: 1 }] };
  });
}
