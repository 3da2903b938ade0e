/**
 * Measures whether transcripts of other videos are refused: aligns every note of a benchmark folder with every transcript.
 *
 *   npm run --silent bench:align:foreign -- DIR [--no-lexicon] [--json]
 *
 * Also with notes cut down to one sentence per section, which give the least evidence.
 */
import { parseArgs } from 'node:util';
import type { Edition } from '../../core/note/episode.ts';
import { byTranscript, isForeign } from '../../core/timeline/by-transcript.ts';
import { chineseEnglishLexicon } from '../../core/timeline/lexicon-zh-en.ts';
import { type SectionText, sectionTexts } from '../../core/timeline/note-text.ts';
import { type BenchVideo, editionOf, readBench } from './read-bench.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { 'no-lexicon': { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
});
const [folder] = positionals;
if (!folder) {
  console.error('usage: npm run --silent bench:align:foreign -- DIR [--no-lexicon] [--json]');
  process.exit(2);
}

const lexicon = values['no-lexicon'] ? null : chineseEnglishLexicon();
const talks = readBench(folder).map((video) => {
  const edition = editionOf(video);
  return { video, edition, texts: sectionTexts(edition) };
});
const rows = { whole: count((texts) => texts), brief: count(brief) };
if (values.json) console.log(JSON.stringify(rows));
else console.table(rows);

function count(cut: (texts: readonly SectionText[]) => readonly SectionText[]) {
  const counts = { wrong: 0, wrongRefused: 0, right: 0, rightRefused: 0 };
  for (const note of talks) {
    const texts = cut(note.texts);
    for (const talk of talks) {
      const refused = isRefused(note.edition, texts, talk.video) ? 1 : 0;
      if (note === talk) {
        counts.right++;
        counts.rightRefused += refused;
      } else {
        counts.wrong++;
        counts.wrongRefused += refused;
      }
    }
  }
  return counts;
}

function isRefused(edition: Edition, texts: readonly SectionText[], { cues, duration }: BenchVideo): boolean {
  return isForeign(byTranscript(edition, texts, cues, duration, lexicon, []).support);
}

/** A note cut down to each section's title and longest sentence. */
function brief(texts: readonly SectionText[]): readonly SectionText[] {
  return texts.map(({ title, paragraphs }) => {
    const sentences = paragraphs.flatMap(({ text }) => text.split(/(?<=[。！？.!?])/u));
    const longest = sentences.reduce((best, next) => (next.length > best.length ? next : best), '');
    return { title, paragraphs: [{ text: longest, original: null, pace: 1 }] };
  });
}
