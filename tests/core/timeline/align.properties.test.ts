import { expect, test } from 'vitest';
import { align } from '../../../core/timeline/align.ts';
import { alignQuickly } from '../../../core/timeline/align-quickly.ts';
import type { Evidence } from '../../../core/timeline/timeline.ts';
import type { Cue } from '../../../core/transcript/cue.ts';
import fc from '../../fast-check.ts';
import { editionOf, evidenceOf, heard, inCues, makeTalk, randomFrom, wordsIn } from './made-up-talk.ts';

const talk = makeTalk({ sections: 8, sentences: 15 });
const edition = editionOf(talk.sections);
const { duration, lexicon } = talk;
const ids = edition.sections.map(({ id }) => id);

const anyCue: fc.Arbitrary<Cue> = fc.record({
  start: fc.double({ min: 0, max: 5000, noNaN: true }),
  text: fc.oneof(fc.string(), fc.constantFrom(...talk.cues.map(({ text }) => text))),
});
const anyEvidence: fc.Arbitrary<Evidence> = fc.record({
  duration: fc.option(fc.double({ min: 1, max: 5000, noNaN: true })),
  chapters: fc.array(fc.record({ start: fc.double({ min: 0, max: 5000, noNaN: true }), title: fc.string() }), {
    maxLength: 12,
  }),
  chapterOrigin: fc.constantFrom('uploader', 'automatic', 'unknown'),
  transcript: fc.option(
    fc.array(anyCue, { maxLength: 60 }).map((cues) => heard(cues.toSorted((a, b) => a.start - b.start))),
  ),
});
const anyAnchors = fc.array(
  fc.record({
    section: fc.constantFrom(...ids, 'elsewhere'),
    start: fc.double({ min: 0, max: 5000 }),
    by: fc.constantFrom('author' as const, 'viewer' as const),
  }),
  { maxLength: 4 },
);

test('for any evidence: one time per section, inside the video, inside its interval, ascending when marked as ordered', () => {
  fc.assert(
    fc.property(anyEvidence, anyAnchors, (evidence, anchors) => {
      const timeline = align(edition, evidence, anchors, lexicon);
      expect(timeline.sections.map(({ section }) => section)).toEqual(ids);
      for (const [s, { start, earliest, latest }] of timeline.sections.entries()) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(start).toBeLessThanOrEqual(timeline.duration);
        expect(earliest).toBeLessThanOrEqual(start);
        expect(latest).toBeGreaterThanOrEqual(start);
        if (timeline.ordered) expect(start).toBeGreaterThanOrEqual(timeline.sections[s - 1]?.start ?? 0);
      }
    }),
    { numRuns: 150 },
  );
});

test('the same input gives the same result', () => {
  fc.assert(
    fc.property(anyEvidence, anyAnchors, (evidence, anchors) => {
      expect(align(edition, evidence, anchors, lexicon)).toEqual(align(edition, evidence, anchors, lexicon));
    }),
    { numRuns: 20 },
  );
});

test('the division of words into cues moves no section by more than a cue', () => {
  const words = wordsIn(talk.cues, duration);
  const plain = align(edition, evidenceOf({ duration, transcript: heard(talk.cues) }), [], lexicon);
  fc.assert(
    fc.property(fc.integer({ min: 3, max: 30 }), (size) => {
      const cues = inCues(words, size);
      const cut = align(edition, evidenceOf({ duration, transcript: heard(cues) }), [], lexicon);
      const longest = Math.max(...cues.map((cue, i) => (cues[i + 1]?.start ?? duration) - cue.start), 4);
      for (const [s, { start }] of cut.sections.entries()) {
        expect(Math.abs(start - (plain.sections[s]?.start ?? 0))).toBeLessThanOrEqual(longest);
      }
    }),
    { numRuns: 15 },
  );
});

test('noise in the transcript never narrows the intervals', () => {
  const width = (cues: readonly Cue[]) =>
    align(edition, evidenceOf({ duration, transcript: heard(cues) }), [], lexicon)
      .sections.slice(1)
      .reduce((sum, { earliest, latest }) => sum + latest - earliest, 0);
  const sure = width(talk.cues);
  fc.assert(
    fc.property(fc.integer(), fc.double({ min: 0.3, max: 0.9, noNaN: true }), (seed, part) => {
      const random = randomFrom(seed);
      const noisy = talk.cues.map(({ start, text }) => ({
        start,
        text: text
          .split(' ')
          .map((word) => (random() < part ? 'hrm' : word))
          .join(' '),
      }));
      // Starts and intervals are placed between words, so a lost word can shift each edge by a fraction of a second.
      expect(width(noisy)).toBeGreaterThanOrEqual(sure - 0.5 * ids.length);
    }),
    { numRuns: 15 },
  );
});

test('the quick timeline is the one without transcript and chapters', () => {
  fc.assert(
    fc.property(anyEvidence, anyAnchors, (evidence, anchors) => {
      const bare = { ...evidence, chapters: [], transcript: null };
      expect(alignQuickly(edition, evidence, anchors)).toEqual(align(edition, bare, anchors, lexicon));
    }),
  );
});
