import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { align } from '../../../core/timeline/align.ts';
import { isUnsure } from '../../../core/timeline/basis.ts';
import type { Chapter, Timeline } from '../../../core/timeline/timeline.ts';
import { editionOf, errorsOf, evidenceOf, heard, makeTalk, randomFrom, speak } from './made-up-talk.ts';

const talk = makeTalk({ sections: 10, sentences: 30 });
const edition = editionOf(talk.sections);
const { duration, starts, cues, lexicon } = talk;
const byChapters = (chapters: readonly Chapter[]) => align(edition, evidenceOf({ duration, chapters }), [], lexicon);
const byTranscript = (heardCues: typeof cues) =>
  align(edition, evidenceOf({ duration, transcript: heard(heardCues) }), [], lexicon);

/** Sections whose time is called sure and is not within half a minute of the truth. */
const surelyWrong = ({ sections }: Timeline, truth: readonly number[]) =>
  sections.filter((time, s) => !isUnsure(time) && Math.abs(time.start - (truth[s] ?? 0)) > 30);
const held = ({ sections }: Timeline, truth: readonly number[]) =>
  sections.filter(({ earliest, latest }, s) => (truth[s] ?? 0) >= earliest - 2 && (truth[s] ?? 0) <= latest + 2).length;

describe('a transcript', () => {
  test('with a hole anywhere: sections told in it are unsure, the others where they were', () => {
    const shares = fc.tuple(
      fc.double({ min: 0, max: 0.6, noNaN: true }),
      fc.double({ min: 0.15, max: 0.5, noNaN: true }),
    );
    fc.assert(
      fc.property(shares, ([from, length]) => {
        const lost = (time: number) => time >= from * duration && time <= (from + length) * duration;
        const timeline = byTranscript(cues.filter(({ start }) => !lost(start)));
        expect(surelyWrong(timeline, starts)).toEqual([]);
        expect(held(timeline, starts)).toBeGreaterThanOrEqual(starts.length - 1);
        // Without a cue at its beginning a section is one that was lost, too.
        const errors = errorsOf(timeline, starts).filter(
          (_, s) => !lost(starts[s] ?? 0) && !lost((starts[s] ?? 0) - 5),
        );
        expect(errors.filter((error) => error > 30)).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  test('in which a live stream repeats its lines', () => {
    const again = cues.flatMap((cue) => [0, 0.5, 1].map((later) => ({ ...cue, start: cue.start + later })));
    const rolling = cues.map(({ start, text }, i) => ({ start, text: `${cues[i - 1]?.text ?? ''} ${text}` }));
    for (const repeated of [again, rolling])
      expect(Math.max(...errorsOf(byTranscript(repeated), starts))).toBeLessThan(15);
  });

  test('whose times are no speech’s is not used', () => {
    for (const pace of [0, 0.01]) {
      const timeline = byTranscript(cues.map(({ text }, i) => ({ start: 100 + i * pace, text })));
      expect(timeline.sections.map(({ source }) => source)).not.toContain('transcript');
    }
  });
});

describe('chapters', () => {
  const titles = {
    'all numbers': (i: number) => String(i + 1),
    'all the same': () => 'Part',
    'in another language': (i: number) => `Глава ${'абвгдежзик'[i]?.repeat(5)}`,
    'of other sections': (i: number) => talk.sections[(i + 4) % 10]?.said[0] ?? '',
  };
  test.each(Object.entries(titles))('with titles that are %s are found by their times', (_, title) => {
    const errors = errorsOf(byChapters(starts.map((start, i) => ({ start, title: title(i) }))), starts);
    expect(Math.max(...errors)).toBeLessThan(15);
  });

  test('in no order, doubled, and beyond either end count as those that are left in order', () => {
    const good = starts.map((start) => ({ start, title: 'Part' }));
    const bad = [duration, duration + 500, -30, Number.NaN].map((start) => ({ start, title: 'Part' }));
    expect(byChapters([...good, ...bad, ...good].reverse())).toEqual(byChapters(good));
    expect(byChapters(bad)).toEqual(byChapters([]));
  });

  test('that say nothing, from two to hundreds, make no section surely wrong', () => {
    const anywhere = fc.array(fc.double({ min: 0, max: duration, noNaN: true }), { minLength: 2, maxLength: 400 });
    fc.assert(
      fc.property(anywhere, (moments) => {
        const timeline = byChapters(moments.map((start) => ({ start, title: 'Part' })));
        expect(surelyWrong(timeline, starts)).toEqual([]);
        expect(held(timeline, starts)).toBeGreaterThanOrEqual(starts.length - 1);
      }),
      { numRuns: 20 },
    );
  });

  test('three in two hours', () => {
    const long = makeTalk({ sections: 30, sentences: 60 });
    const chapters = [0, 0.31, 0.77].map((share) => ({ start: share * long.duration, title: 'Part' }));
    const timeline = align(
      editionOf(long.sections),
      evidenceOf({ duration: long.duration, chapters }),
      [],
      long.lexicon,
    );
    expect(surelyWrong(timeline, long.starts)).toEqual([]);
    expect(held(timeline, long.starts)).toBe(30);
  });

  test('of a talk whose note is in another order leave it unsure', () => {
    const wrong = [1, 2, 3, 4, 5].flatMap((seed) => {
      const random = randomFrom(seed);
      const sections = makeTalk({ seed, sections: 12, sentences: 80 }).sections.map(({ title, note, said }) => {
        const length = 15 + Math.floor(random() * 65);
        return { title, note: note.slice(0, length), said: said.slice(0, length) };
      });
      const told = speak(sections);
      const order = [...sections.keys()].sort((a, b) => ((a * 7) % 12) - ((b * 7) % 12));
      const shuffled = editionOf(order.map((s) => sections[s] as (typeof sections)[number]));
      const chapters = told.starts.map((start) => ({ start, title: 'Part' }));
      return surelyWrong(
        align(shuffled, evidenceOf({ duration: told.duration, chapters }), []),
        order.map((s) => told.starts[s] ?? 0),
      );
    });
    expect(wrong.length).toBeLessThanOrEqual(1);
  });
});

test('known starts for some sections, and a hole in the transcript around them', () => {
  const lost = (time: number) => time > duration * 0.3 && time < duration * 0.7;
  const evidence = evidenceOf({ duration, transcript: heard(cues.filter(({ start }) => !lost(start))) });
  const anchors = [4, 5].map((s) => ({ section: `s${s + 1}`, start: starts[s] ?? 0, by: 'author' as const }));
  const timeline = align(edition, evidence, anchors, lexicon);
  expect(surelyWrong(timeline, starts)).toEqual([]);
  expect(held(timeline, starts)).toBe(10);
  expect(timeline.sections[4]?.source).toBe('author');
});
