import { describe, expect, it } from 'vitest';
import { heardBetween, type Mark } from '../../../core/marks/mark.ts';
import { placeByQuotes } from '../../../core/marks/place-by-quotes.ts';
import { marksBetween, type Placed } from '../../../core/marks/place-marks.ts';
import type { Cue } from '../../../core/transcript/cue.ts';
import fc from '../../fast-check.ts';
import { anyMark, mark } from './made-up.ts';

describe('marks between sections', () => {
  const ids = (list: readonly (readonly Mark[])[]) => list.map((some) => some.map(({ id }) => id).join(''));
  const marks = [mark({ id: 'c', at: 70 }), mark({ id: 'a', at: 2 }), mark({ id: 'b', at: 30 })];

  it('stand with the section that plays then', () =>
    expect(ids(marksBetween(marks, [10, 60]))).toEqual(['a', 'b', 'c']));
  it('stand so in a note of another order, too', () =>
    expect(ids(marksBetween(marks, [60, 10]))).toEqual(['a', 'c', 'b']));
  it('stand with the last one of sections that start together', () =>
    expect(ids(marksBetween(marks, [10, 10]))).toEqual(['a', '', 'bc']));
  it('stand alone without sections', () => expect(ids(marksBetween(marks, []))).toEqual(['abc']));
  it('stand where they were moved to', () =>
    expect(ids(marksBetween(marks, [10, 60], new Map([['a', 65]])))).toEqual(['', 'b', 'ac']));

  it('are all there, each once, wherever the sections are', () => {
    fc.assert(
      fc.property(fc.array(anyMark), fc.array(fc.nat(40_000)), (some, starts) => {
        const between = marksBetween(some, starts);
        expect(between).toHaveLength(starts.length + 1);
        expect(new Set(between.flat())).toEqual(new Set(some));
        expect(between.flat()).toHaveLength(some.length);
      }),
    );
  });
});

/** A talk of random words, a line every few seconds. */
const talk = fc
  .tuple(fc.integer({ min: 0, max: 1e6 }), fc.constantFrom('latin', 'han'))
  .map(([seed, script]): readonly Cue[] => {
    let state = seed;
    const random = (below: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const word = () =>
      script === 'han'
        ? String.fromCharCode(0x4e00 + random(3000))
        : Array.from({ length: 2 + random(5) }, () => 'abcdefghijklmnopqrstuvwxyz'[random(26)]).join('');
    return Array.from({ length: 200 }, (_, at) => ({
      start: at * 4,
      text: Array.from({ length: 6 }, word).join(script === 'han' ? '' : ' '),
    }));
  });

const at = (cues: readonly Cue[], seconds: number, id = 'a') =>
  mark({ id, at: seconds, quote: { kind: 'caption', text: heardBetween(cues, seconds, seconds + 5) } });

/** The talk without a stretch: a later cut of the video. */
const without = (cues: readonly Cue[], from: number, to: number) =>
  cues
    .filter(({ start }) => start < from || start >= to)
    .map((cue) => (cue.start < from ? cue : { ...cue, start: cue.start - (to - from) }));

/** Where the marks are found, however often the work may be interrupted. */
function place(marks: readonly Mark[], cues: readonly Cue[]): Placed {
  const work = placeByQuotes(marks, cues);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

describe('marks in a video that was re-cut', () => {
  it('stay where they are while the video is the same', () => {
    fc.assert(
      fc.property(talk, fc.array(fc.integer({ min: 0, max: 780 })), (cues, moments) => {
        const marks = moments.map((moment, n) => at(cues, moment, `m${n}`));
        expect(place(marks, cues).size).toBe(0);
      }),
    );
  });

  it('are where their words are heard now', () => {
    fc.assert(
      fc.property(talk, fc.integer({ min: 30, max: 300 }), (cues, cut) => {
        const marks = [at(cues, 50, 'before'), at(cues, 700, 'after')];
        const placed = place(marks, without(cues, 100, 100 + cut));
        expect(placed.has('before')).toBe(false);
        // Lines that begin every four seconds tell the moment that closely.
        expect(Math.abs((placed.get('after') ?? 0) - (700 - cut))).toBeLessThanOrEqual(9);
      }),
    );
  });

  it('are found also when captions write some words differently', () => {
    fc.assert(
      fc.property(talk, (cues) => {
        const other = without(cues, 0, 120).map((cue, n) =>
          n % 3 === 0 ? { ...cue, text: cue.text.replace(/^\S{1,8}/u, 'um') } : cue,
        );
        const marks = [200, 300, 400].map((moment) => at(cues, moment, `m${moment}`));
        const placed = place(marks, other);
        for (const { id, at: moment } of marks) {
          expect(Math.abs((placed.get(id) ?? moment) - (moment - 120))).toBeLessThanOrEqual(9);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('move along with their neighbours when they have no words of their own', () => {
    fc.assert(
      fc.property(talk, (cues) => {
        const marks = [
          at(cues, 300, 'a'),
          mark({ id: 'bare', at: 340 }),
          at(cues, 400, 'b'),
          mark({ id: 'first', at: 20 }),
        ];
        const placed = place([at(cues, 10, 'c'), ...marks], without(cues, 100, 160));
        expect(Math.abs((placed.get('bare') ?? 340) - 280)).toBeLessThanOrEqual(9);
        expect(placed.has('first')).toBe(false);
      }),
      { numRuns: 30 },
    );
  });

  it('are where their words are heard when they are many, and the work can be interrupted all along', () => {
    fc.assert(
      fc.property(talk, (cues) => {
        const marks = Array.from({ length: 300 }, (_, n) => at(cues, 200 + (n % 140) * 4, `m${n}`));
        const later = without(cues, 0, 120);
        const placed = place(marks, later);
        for (const { id, at: moment } of marks)
          expect(Math.abs((placed.get(id) ?? moment) - (moment - 120))).toBeLessThanOrEqual(9);
        expect([...placeByQuotes(marks, later)].length).toBeGreaterThan(10);
      }),
      { numRuns: 10 },
    );
  });

  it('stay when words that are heard everywhere are heard elsewhere', () => {
    const cues = Array.from({ length: 100 }, (_, n) => ({
      start: n * 4,
      text: n === 10 ? 'quite so' : 'and so on and so on',
    }));
    expect(place([mark({ at: 900, quote: { kind: 'caption', text: 'and so on and so on' } })], cues).size).toBe(0);
  });

  it('stay when the transcript is of another language', () => {
    const cues = Array.from({ length: 100 }, (_, n) => ({ start: n * 4, text: `第${n}段，讲透镜怎样磨成` }));
    expect(place([mark({ quote: { kind: 'caption', text: 'how a lens is ground by hand' } })], cues).size).toBe(0);
  });

  it('stay within a line that is minutes long', () => {
    const cues = [
      { start: 0, text: 'good evening and welcome to all of you' },
      { start: 250, text: 'the first lens was ground by hand in a cellar' },
      { start: 420, text: 'and then came the second one' },
    ];
    const made = [395, 300, 255].map((seconds) => at(cues, seconds, `at ${seconds}`));
    expect(place(made, cues).size).toBe(0);
  });

  it('stay without a transcript, and where the words are a note’s', () => {
    expect(place([mark({ quote: { kind: 'caption', text: 'one two three four' } })], []).size).toBe(0);
    const cues = [{ start: 500, text: 'one two three four five six' }];
    expect(place([mark({ quote: { kind: 'note', text: cues[0]?.text ?? '' } })], cues).size).toBe(0);
  });
});
