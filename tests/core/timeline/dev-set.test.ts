import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { editionOf, matchSections, readBench } from '../../../bench/align/read-bench.ts';
import { align } from '../../../core/timeline/align.ts';
import { byTranscript, isForeign } from '../../../core/timeline/by-transcript.ts';
import { chineseEnglishLexicon } from '../../../core/timeline/lexicon-zh-en.ts';
import { sectionTexts } from '../../../core/timeline/note-text.ts';
import { share } from './made-up-talk.ts';

const shared = process.env.SLEEVENOTES_SHARED ?? join(import.meta.dirname, '../../../../shared');
const folder = join(shared, 'data/align/dev');
const here = existsSync(folder);
if (!here) console.log(`skipped: real talks (no ${folder})`);

// Two dozen hours of talk: seconds on an idle machine, far longer on a busy one.
describe.skipIf(!here)('real talks', { timeout: 180_000 }, () => {
  const lexicon = chineseEnglishLexicon();
  const talks = here ? readBench(folder).map((video) => ({ video, edition: editionOf(video) })) : [];
  const alignTo = (note: (typeof talks)[number], heard: (typeof talks)[number]) =>
    align(
      note.edition,
      {
        duration: heard.video.duration,
        chapters: [],
        chapterOrigin: 'unknown',
        transcript: { language: null, cues: heard.video.cues },
      },
      [],
      lexicon,
    ).sections;

  test('dense notes: 98 % of the starts within 15 s, 99.5 % within 30 s, intervals hold', () => {
    const errors: number[] = [];
    let held = 0;
    for (const talk of talks.filter(({ video }) => video.coverage >= 0.65)) {
      const sections = alignTo(talk, talk);
      for (const [i, index] of matchSections(talk.video, talk.edition).entries()) {
        const truth = talk.video.sections[i]?.start;
        const time = sections[index];
        if (i === 0 || truth === null || truth === undefined || !time) continue;
        errors.push(Math.abs(time.start - truth));
        if (truth >= time.earliest - 2 && truth <= time.latest + 2) held++;
      }
    }
    expect(share(errors, 15)).toBeGreaterThanOrEqual(0.98);
    expect(share(errors, 30)).toBeGreaterThanOrEqual(0.995);
    expect(held / errors.length).toBeGreaterThanOrEqual(0.95);
  });

  test('a note of one sentence for each section refuses most talks but its own', () => {
    const pairs = talks.flatMap(({ edition, video }, i) => {
      const texts = sectionTexts(edition).map(({ title, paragraphs }) => {
        const sentences = paragraphs.flatMap(({ text }) => text.split(/(?<=[。！？.!?])/u));
        const text = sentences.reduce((best, next) => (next.length > best.length ? next : best), '');
        return { title, paragraphs: [{ text, original: null, pace: 1 }] };
      });
      return [video, talks[(i + 1) % talks.length]?.video ?? video].map(({ cues, duration }) =>
        isForeign(byTranscript(edition, texts, cues, duration, lexicon, []).support),
      );
    });
    expect(pairs.filter((refused, i) => refused && i % 2 === 0)).toEqual([]);
    expect(pairs.filter((refused, i) => refused && i % 2 === 1).length).toBeGreaterThanOrEqual(18);
  });

  test('the right transcript is never refused, the next talk’s always', () => {
    const used = (sections: ReturnType<typeof alignTo>) => sections.some(({ source }) => source === 'transcript');
    for (const [i, talk] of talks.entries()) {
      const other = talks[(i + 1) % talks.length];
      expect(used(alignTo(talk, talk)), talk.video.videoId).toBe(true);
      if (other) expect(used(alignTo(talk, other)), `${talk.video.videoId} × ${other.video.videoId}`).toBe(false);
    }
  });
});
