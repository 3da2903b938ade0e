import { describe, expect, test } from 'vitest';
import type { Edition } from '../../../core/note/episode.ts';
import { align } from '../../../core/timeline/align.ts';
import { isForeign } from '../../../core/timeline/by-transcript.ts';
import { chineseEnglishLexicon } from '../../../core/timeline/lexicon-zh-en.ts';
import type { Timeline } from '../../../core/timeline/timeline.ts';
import { wantsLexicon } from '../../../core/timeline/wants-lexicon.ts';
import type { Cue } from '../../../core/transcript/cue.ts';
import { FOREIGN_TALK } from './foreign-talk.ts';
import {
  chaptersAt,
  editionOf,
  errorsOf,
  evidenceOf,
  heard,
  inCues,
  makeTalk,
  randomFrom,
  share,
  speak,
  wordsIn,
} from './made-up-talk.ts';

const talk = makeTalk();
const edition = editionOf(talk.sections);
const { duration, lexicon } = talk;
const sources = (timeline: Timeline) => new Set(timeline.sections.map(({ source }) => source));
const widths = (timeline: Timeline) => timeline.sections.map(({ earliest, latest }) => latest - earliest);
const alignTalk = (cues = talk.cues) => align(edition, evidenceOf({ duration, transcript: heard(cues) }), [], lexicon);

describe('with a transcript', () => {
  test('a viewer lands at the sentence the section retells', () => {
    const timeline = alignTalk();
    expect(Math.max(...errorsOf(timeline, talk.starts))).toBeLessThan(5);
    expect(sources(timeline)).toEqual(new Set(['transcript']));
    expect(timeline.ordered).toBe(true);
  });

  test('the interval holds the true start', () => {
    for (const [s, { earliest, latest }] of alignTalk().sections.entries()) {
      expect(talk.starts[s]).toBeGreaterThanOrEqual(earliest - 2);
      expect(talk.starts[s]).toBeLessThanOrEqual(latest + 2);
    }
  });

  test('no punctuation and a fifth of the words lost', () => {
    const random = randomFrom(7);
    const words = wordsIn(talk.cues, duration)
      .filter(() => random() > 0.2)
      .map(({ text, at }) => ({ text: text.replace('.', ''), at }));
    expect(share(errorsOf(alignTalk(inCues(words, 9)), talk.starts), 15)).toBe(1);
  });

  test('one cue a minute', () => {
    const minutes: { text: string }[][] = [];
    for (const word of wordsIn(talk.cues, duration)) {
      const minute = Math.floor(word.at / 60);
      minutes[minute] = [...(minutes[minute] ?? []), word];
    }
    const cues = minutes.map((words, minute) => ({
      start: minute * 60,
      text: words.map(({ text }) => text).join(' '),
    }));
    const errors = errorsOf(alignTalk(cues), talk.starts);
    expect(share(errors, 60)).toBe(1);
    expect(share(errors, 15)).toBeGreaterThan(0.9);
  });

  test('a transcript of another video is refused and does no harm', () => {
    for (const seed of [2, 3, 4, 5, 6]) {
      const other = makeTalk({ seed });
      const evidence = evidenceOf({ duration, transcript: heard(other.cues) });
      expect(align(edition, evidence, [], lexicon)).toEqual(align(edition, evidenceOf({ duration }), [], lexicon));
    }
  });

  test('a note that covers only the first 40 %', () => {
    const part = editionOf(talk.sections.slice(0, 5));
    const timeline = align(part, evidenceOf({ duration, transcript: heard(talk.cues) }), [], lexicon);
    expect(Math.max(...errorsOf(timeline, talk.starts))).toBeLessThan(15);
  });

  test('two sections swapped: both are found, the others stay, and the order is called off', () => {
    const order = [0, 1, 2, 3, 8, 5, 6, 7, 4, 9, 10, 11];
    const swapped = editionOf(order.map((s) => talk.sections[s] as (typeof talk.sections)[number]));
    const timeline = align(swapped, evidenceOf({ duration, transcript: heard(talk.cues) }), [], lexicon);
    const errors = errorsOf(
      timeline,
      order.map((s) => talk.starts[s] ?? 0),
    );
    expect(Math.max(...errors)).toBeLessThan(15);
    expect(timeline.ordered).toBe(false);
  });

  test('a section told twice moves no other', () => {
    const order = [0, 1, 2, 3, 4, 5, 6, 3, 7, 8, 9, 10, 11];
    const repeating = editionOf(order.map((s) => talk.sections[s] as (typeof talk.sections)[number]));
    const timeline = align(repeating, evidenceOf({ duration, transcript: heard(talk.cues) }), [], lexicon);
    const errors = errorsOf(
      timeline,
      order.map((s) => talk.starts[s] ?? 0),
    ).filter((_, s) => s !== 7);
    expect(Math.max(...errors)).toBeLessThan(15);
  });

  test('a survey by subject, in no order at all', () => {
    const order = [0, 7, 3, 10, 5, 1, 9, 2, 11, 6, 4, 8];
    const survey = editionOf(order.map((s) => talk.sections[s] as (typeof talk.sections)[number]));
    const timeline = align(survey, evidenceOf({ duration, transcript: heard(talk.cues) }), [], lexicon);
    expect(timeline.ordered).toBe(false);
    expect(
      share(
        errorsOf(
          timeline,
          order.map((s) => talk.starts[s] ?? 0),
        ).slice(1),
        20,
      ),
    ).toBeGreaterThan(0.9);
  });

  test('a transcript that was read only in part leaves the rest to the text', () => {
    const timeline = alignTalk(talk.cues.filter(({ start }) => start < duration / 2));
    const heardSections = timeline.sections.filter(({ source }) => source === 'transcript');
    expect(heardSections.length).toBeGreaterThanOrEqual(5);
    expect(Math.max(...errorsOf(timeline, talk.starts))).toBeLessThan(60);
    expect(timeline.sections.at(-1)?.source).toBe('duration');
  });

  test('in the language of the note, with no lexicon', () => {
    const chinese = speak(
      talk.sections.map((section) => ({ ...section, said: section.note.map((text) => [...text].join(' ')) })),
    );
    const cues = chinese.cues.map(({ start, text }) => ({ start, text: text.replaceAll(' ', '') }));
    const evidence = evidenceOf({ duration: chinese.duration, transcript: { language: 'zh', cues } });
    expect(wantsLexicon(edition, evidence)).toBe(false);
    expect(Math.max(...errorsOf(align(edition, evidence, []), chinese.starts))).toBeLessThan(10);
  });

  test('English note, English talk', () => {
    const english = editionOf(
      talk.sections.map(({ title, said }) => ({ title, note: said })),
      { language: 'en' },
    );
    const evidence = evidenceOf({ duration, transcript: heard(talk.cues) });
    expect(Math.max(...errorsOf(align(english, evidence, []), talk.starts))).toBeLessThan(5);
  });

  test('the talk’s own words in the note are matched first, and said to be', () => {
    const bilingual = editionOf(
      talk.sections,
      {},
      talk.sections.map(({ said }) => said),
    );
    const timeline = align(bilingual, evidenceOf({ duration, transcript: heard(talk.cues) }), []);
    expect(Math.max(...errorsOf(timeline, talk.starts))).toBeLessThan(3);
    expect(sources(timeline)).toEqual(new Set(['original']));
  });

  test('a stream of twelve hours', () => {
    const stream = makeTalk({ seed: 9, sections: 120, sentences: 75 });
    expect(stream.duration).toBeGreaterThan(11.5 * 3600);
    const evidence = evidenceOf({ duration: stream.duration, transcript: heard(stream.cues) });
    const timeline = align(editionOf(stream.sections), evidence, [], stream.lexicon);
    expect(share(errorsOf(timeline, stream.starts), 15)).toBeGreaterThan(0.98);
  });
});

describe('with chapters', () => {
  const chapters = chaptersAt(talk, [0, 2, 3, 5, 8, 10]);

  test('sections that have a chapter start with it', () => {
    const timeline = align(edition, evidenceOf({ duration, chapters }), [], lexicon);
    const errors = errorsOf(timeline, talk.starts);
    for (const s of [2, 3, 5, 8, 10]) expect(errors[s]).toBeLessThan(15);
    expect(timeline.sections[3]?.source).toBe('chapters');
  });

  test('chapters that say nothing about the note leave it to its length', () => {
    const nonsense = chapters.map(({ start }, i) => ({ start, title: `Wow moment ${i}` }));
    const plain = align(edition, evidenceOf({ duration }), [], lexicon);
    const timeline = align(
      edition,
      evidenceOf({ duration, chapters: nonsense, chapterOrigin: 'automatic' }),
      [],
      lexicon,
    );
    const worse = errorsOf(timeline, talk.starts).map((error, s) => error - (errorsOf(plain, talk.starts)[s] ?? 0));
    expect(Math.max(...worse)).toBeLessThan(60);
  });

  test('shifted by an advertisement of 90 s, they do not touch what was heard', () => {
    const shifted = chapters.map(({ start, title }) => ({ start: start + 90, title }));
    const evidence = evidenceOf({ duration, chapters: shifted, transcript: heard(talk.cues) });
    expect(align(edition, evidence, [], lexicon)).toEqual(alignTalk());
  });

  test('they take over from a transcript of another video', () => {
    const other = makeTalk({ seed: 2 });
    const evidence = evidenceOf({ duration, chapters, transcript: heard(other.cues) });
    expect(align(edition, evidence, [], lexicon)).toEqual(
      align(edition, evidenceOf({ duration, chapters }), [], lexicon),
    );
  });
});

describe('in other languages', () => {
  test('an English note on a Chinese talk: the lexicon the other way round', () => {
    const chinese = speak(
      talk.sections.map((section) => ({ ...section, said: section.note.map((text) => [...text].join(' ')) })),
    );
    const cues = chinese.cues.map(({ start, text }) => ({ start, text: text.replaceAll(' ', '') }));
    const english = editionOf(
      talk.sections.map(({ said }, s) => ({ title: `Part ${s + 1}`, note: said })),
      { language: 'en' },
    );
    const evidence = evidenceOf({ duration: chinese.duration, transcript: { language: 'zh', cues } });
    expect(wantsLexicon(english, evidence)).toBe(true);
    const timeline = align(english, evidence, [], lexicon);
    expect(sources(timeline)).toEqual(new Set(['transcript']));
    expect(share(errorsOf(timeline, chinese.starts), 15)).toBeGreaterThan(0.9);
  });

  test('Chinese written in traditional characters finds the simplified words of the lexicon', () => {
    const { simplify } = chineseEnglishLexicon();
    expect(simplify?.('機器學習與數據')).toBe('机器学习与数据');
    expect(simplify?.('机器学习与数据')).toBe('机器学习与数据');
    const shifted = (text: string) =>
      text.replace(/[\u5e10-\u5e4f]/gu, (char) => String.fromCharCode(char.charCodeAt(0) + 0x800));
    const unshifted = (text: string) =>
      text.replace(/[\u6610-\u664f]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0x800));
    const other = editionOf(
      talk.sections.map(({ title, note }) => ({ title: shifted(title), note: note.map(shifted) })),
      { language: 'zh-Hant' },
    );
    const evidence = evidenceOf({ duration, transcript: heard(talk.cues) });
    const timeline = align(other, evidence, [], { ...lexicon, simplify: unshifted });
    expect(Math.max(...errorsOf(timeline, talk.starts))).toBeLessThan(5);
    expect(sources(timeline)).toEqual(new Set(['transcript']));
  });

  test('Japanese and Korean notes on an English talk: names the note explains, and numbers', () => {
    const said = (s: number) =>
      Array.from(
        { length: 24 },
        (_, i) => `you know and then it was like this for ${i % 4 === 0 ? person(s, i) : 'them'}.`,
      );
    const person = (s: number, i: number) => `kelar${'bdfgklmnprstvz'[s] ?? 'x'}ova said ${(s + 2) * 10 + i} million`;
    for (const [name, end] of [
      ['ケラ', '万'],
      ['켈라', '만'],
    ] as const) {
      const names = Array.from({ length: 10 }, (_, s) =>
        `${name}${'あいうえおかきくけこ'[s] ?? ''}`.replace(/[あ-こ]/u, (c) =>
          end === '万' ? c : String.fromCharCode(0xac00 + c.charCodeAt(0)),
        ),
      );
      const spoken = speak(names.map((title, s) => ({ title, note: [], said: said(s) })));
      const edition = editionOf(
        names.map((title, s) => ({
          title,
          note: Array.from({ length: 6 }, (_, i) => `${title} ${((s + 2) * 10 + i * 4) * 100}${end}`),
        })),
        {
          language: end === '万' ? 'ja' : 'ko',
          glossary: names.map((term, s) => ({
            id: `g${s}`,
            term,
            aliases: [`kelar${'bdfgklmnprstvz'[s] ?? 'x'}ova`],
            definition: '',
            kind: 'person' as const,
            explainedIn: null,
            mentionedIn: [],
          })),
        },
      );
      const evidence = evidenceOf({ duration: spoken.duration, transcript: heard(spoken.cues) });
      const timeline = align(edition, evidence, []);
      expect(sources(timeline)).toEqual(new Set(['transcript']));
      expect(share(errorsOf(timeline, spoken.starts), 20)).toBeGreaterThan(0.8);
    }
  });
});

describe('Japanese and Korean, which have no lexicon', () => {
  const FILLERS = {
    en: 'you know and then I think that is what we have so it was like this for them and people kept asking how it goes',
    ja: 'それで ええと まあ そういう ことで みんな 話して いたんです けど 本当に 日による と思います ね',
    ko: '그래서 음 그러니까 뭐 그런 이야기를 사람들이 많이 했고 정말로 날마다 다르다고 생각합니다',
  };

  /** Says each passage with as much around its sentences as the seed will have it. */
  function sayFreely(passages: readonly string[], language: keyof typeof FILLERS, seed: number) {
    const random = randomFrom(seed);
    const words = FILLERS[language].split(' ');
    const space = language === 'ja' ? '' : ' ';
    const digression = () =>
      Array.from({ length: 6 + Math.floor(random() * 10) }, () => words[Math.floor(random() * words.length)]).join(
        space,
      );
    const starts: number[] = [];
    const cues: Cue[] = [];
    let now = 0;
    for (const passage of passages) {
      starts.push(now);
      const digressions = 1 + Math.floor(random() * 4);
      for (const sentence of passage.split(/(?<=[.。]) ?/u).filter(Boolean)) {
        for (const text of [sentence, ...Array.from({ length: digressions }, () => `${digression()}.`)]) {
          cues.push({ start: now, text });
          now += text.length / (language === 'en' ? 15 : 7);
        }
      }
    }
    return { starts, cues, duration: now };
  }

  test.each(['ja', 'ko'] as const)(
    '%s: loanwords and names by their sound, numbers by value, both ways',
    (language) => {
      const foreign = FOREIGN_TALK.map((passage) => passage[language]);
      const english = FOREIGN_TALK.map(({ said }) => said);
      const notes = {
        [language]: editionOf(
          foreign.map(({ title, note }) => ({ title, note: [note] })),
          { language },
        ),
        en: editionOf(
          english.map((said) => ({ title: '', note: [said] })),
          { language: 'en' },
        ),
      };
      for (const [note, talk] of [
        [notes[language], 'en'],
        [notes.en, language],
      ] as const) {
        const errors = [1, 2, 3, 4, 5].flatMap((seed) => {
          const passages = talk === 'en' ? english : foreign.map(({ note: said }) => said);
          const { starts, cues, duration } = sayFreely(passages, talk, seed);
          const timeline = align(note as Edition, evidenceOf({ duration, transcript: heard(cues) }), []);
          expect(sources(timeline)).toEqual(new Set(['transcript']));
          return errorsOf(timeline, starts).slice(1);
        });
        expect(share(errors, 15)).toBeGreaterThanOrEqual(0.75);
      }
    },
  );
});

describe('chapters without telling titles', () => {
  test('sections are found at the chapters they fit together, though a minute was left out before them', () => {
    const errors = [1, 2, 3, 4].flatMap((seed) => {
      const { sections, starts, duration: length, lexicon: words } = makeTalk({ seed, sections: 16 });
      // A minute of what the note leaves out come before its second section.
      const late = starts.map((start, s) => (s === 0 ? 0 : start + 60));
      const chapters = late.flatMap((start, s) => (s % 4 === 3 ? [] : [{ start, title: 'Wow moment' }]));
      const timeline = align(editionOf(sections), evidenceOf({ duration: length + 60, chapters }), [], words);
      return errorsOf(timeline, late).slice(1);
    });
    expect(share(errors, 15)).toBeGreaterThanOrEqual(0.75);
  });
});

describe('a summary of a few per cent', () => {
  test('is not recognised in a talk by places that any talk as long has', () => {
    expect(isForeign({ inOrder: 0.02, alone: 2.4, beyondChance: 0 })).toBe(true);
    expect(isForeign({ inOrder: 0.02, alone: 2.4, beyondChance: 0.1 })).toBe(false);
  });

  test('its intervals hold the true starts', () => {
    const held = [1, 2, 3, 4, 5, 6].flatMap((seed) => {
      const { sections, starts, cues, duration, lexicon } = makeTalk({ seed });
      const brief = editionOf(sections.map(({ title, note }) => ({ title, note: note.slice(11, 12) })));
      const timeline = align(brief, evidenceOf({ duration, transcript: heard(cues) }), [], lexicon);
      return timeline.sections.map(
        ({ earliest, latest }, s) => (starts[s] ?? 0) >= earliest - 2 && (starts[s] ?? 0) <= latest + 2,
      );
    });
    expect(held.filter(Boolean).length / held.length).toBeGreaterThanOrEqual(0.97);
  });
});

describe('chapters of a note that does not tell everything', () => {
  test.each([1, 2, 8])('that say nothing leave a summary of %i sentences in a hundred to its length', (kept) => {
    const shifts = [1, 2, 3, 4, 5].map((seed) => {
      const { sections, duration: length } = makeTalk({ seed, sections: 8, sentences: 100 });
      const brief = editionOf(sections.map(({ title, note }) => ({ title, note: note.slice(11, 11 + kept) })));
      const random = randomFrom(seed);
      const starts = [0, ...Array.from({ length: 17 }, () => random() * length)];
      const chapters = starts.map((start) => ({ start, title: 'Wow moment' }));
      const { sections: placed } = align(brief, evidenceOf({ duration: length, chapters }), []);
      const { sections: byLength } = align(brief, evidenceOf({ duration: length }), []);
      const shift = placed.reduce((sum, { start }, s) => sum + start - (byLength[s]?.start ?? 0), 0);
      return shift / placed.length / length;
    });
    // Neither towards the beginning nor towards the end, beyond what so few chapters lead to by chance.
    for (const shift of shifts) expect(Math.abs(shift)).toBeLessThan(0.06);
    expect(Math.abs(shifts.reduce((sum, shift) => sum + shift, 0) / shifts.length)).toBeLessThan(0.03);
  });

  test('passages skipped here and there are not taken for an early end', () => {
    const errors = [1, 2, 3, 4].flatMap((seed) => {
      const { sections, starts, duration: length, lexicon: words } = makeTalk({ seed, sections: 20 });
      const told = [...sections.keys()].filter((s) => s % 4 !== 2);
      const edition = editionOf(told.map((s) => sections[s] as (typeof sections)[number]));
      const chapters = starts.flatMap((start, s) => (s % 3 === 0 ? [{ start, title: 'Wow moment' }] : []));
      const timeline = align(edition, evidenceOf({ duration: length, chapters }), [], words);
      const truth = told.map((s) => starts[s] ?? 0);
      return errorsOf(timeline, truth).slice(1);
    });
    // Taken for an early end, a fifth.
    expect(share(errors, 60)).toBeGreaterThanOrEqual(0.5);
  });
});

describe('a video of another length than the note says', () => {
  const noted = editionOf(talk.sections, { duration: duration - 120 });
  const chapters = chaptersAt(talk, [2, 5, 8]);

  test('chapters and proportions may be off by the difference, and say so', () => {
    const sure = align(edition, evidenceOf({ duration, chapters }), [], lexicon);
    const unsure = align(noted, evidenceOf({ duration, chapters }), [], lexicon);
    expect((widths(unsure)[5] ?? 0) - (widths(sure)[5] ?? 0)).toBeGreaterThanOrEqual(120);
    expect(unsure.sections[5]?.start).toBe(sure.sections[5]?.start);
  });

  test('what was heard is as sure as ever', () => {
    const evidence = evidenceOf({ duration, transcript: heard(talk.cues) });
    expect(align(noted, evidence, [], lexicon)).toEqual(align(edition, evidence, [], lexicon));
  });
});

describe('chapters of many habits', () => {
  const long = makeTalk({ seed: 11, sections: 24, sentences: 20 });
  const note = editionOf(long.sections);
  const few = chaptersAt(long, [3, 7, 12, 16, 20]);
  const errors = (made: Parameters<typeof evidenceOf>[0], edition = note) =>
    errorsOf(align(edition, evidenceOf({ duration: long.duration, ...made }), [], long.lexicon), long.starts);

  test('catchwords say nothing: the pace of the text finds the sections the chapters begin with', () => {
    const shouted = few.map(({ start }, i) => ({ start, title: `You will not believe this ${i}` }));
    expect(share(errors({ chapters: shouted }), 30)).toBeGreaterThan(0.9);
  });

  test('sponsors, more chapters than sections, and chapters in the middle of a section move no section', () => {
    const more = long.starts.flatMap((start, s) => [
      ...(s % 3 === 0 ? chaptersAt(long, [s]) : []),
      { start: start + 40, title: s % 4 === 0 ? 'A word from our sponsor' : 'More on this' },
    ]);
    expect(share(errors({ chapters: more }), 30)).toBeGreaterThan(0.9);
  });

  test('a note that stops early is not stretched over the whole video', () => {
    const part = editionOf(long.sections.slice(0, 11));
    const half = long.sections.slice(0, 11);
    const chapters = chaptersAt(long, [2, 5, 8, 14, 19, 22]);
    const found = errors({ chapters }, part).slice(0, half.length);
    expect(share(found, 30)).toBeGreaterThan(0.8);
  });

  test('a known start holds and moves what lies between it and the chapters', () => {
    const start = (long.starts[9] ?? 0) + 20;
    const { sections } = align(
      note,
      evidenceOf({ duration: long.duration, chapters: few }),
      [{ section: 's10', start, by: 'viewer' }],
      long.lexicon,
    );
    expect(sections[9]).toMatchObject({ start, source: 'viewer' });
    expect(sections[10]?.start).toBeGreaterThan(start);
    expect(sections[12]?.start).toBeCloseTo(long.starts[12] ?? 0, 0);
  });

  test('titles in the note’s own language need no lexicon', () => {
    const own = [3, 7, 12, 16, 20].map((s) => ({
      start: long.starts[s] ?? 0,
      title: (long.sections[s]?.title ?? '').slice(0, 6),
    }));
    const timeline = align(note, evidenceOf({ duration: long.duration, chapters: own }), []);
    expect(share(errorsOf(timeline, long.starts), 30)).toBeGreaterThan(0.9);
  });
});

describe('a note that was translated in parts and marks them', () => {
  /** The second half of the note came out in half as many words. */
  const uneven = talk.sections.map(({ title, note }, s) => ({
    title,
    note: s < 6 ? note : note.map((sentence) => sentence.slice(0, Math.ceil(sentence.length / 2))),
  }));
  const plain = editionOf(uneven);
  const marked = editionOf(uneven, {
    sections: plain.sections.map((section, s) => ({
      ...section,
      blocks: section.blocks.map((block, b) => (b === 0 && s % 2 === 0 ? { ...block, part: s / 2 + 1 } : block)),
    })) as unknown as typeof plain.sections,
  });
  const worst = (edition: typeof plain) =>
    Math.max(...errorsOf(align(edition, evidenceOf({ duration }), []), talk.starts));

  test('its parts hold as much of the talk each, however long their text is', () => {
    expect(worst(plain)).toBeGreaterThan(90);
    expect(worst(marked)).toBeLessThan(worst(plain) / 2);
  });
});

describe('with less', () => {
  test('the length of the video alone: in proportion to the text, wider in the middle', () => {
    const timeline = align(edition, evidenceOf({ duration }), []);
    expect(sources(timeline)).toEqual(new Set(['duration']));
    expect(share(errorsOf(timeline, talk.starts), 60)).toBe(1);
    expect(widths(timeline)[6]).toBeGreaterThan(widths(timeline)[1] ?? 0);
  });

  test('nothing at all still gives times in order', () => {
    const timeline = align(edition, evidenceOf({}), []);
    expect(timeline.duration).toBeGreaterThan(0);
    expect(timeline.sections.every(({ start }, s) => start >= (timeline.sections[s - 1]?.start ?? 0))).toBe(true);
  });

  test('a single section is the whole video', () => {
    const timeline = align(editionOf(talk.sections.slice(0, 1)), evidenceOf({ duration }), []);
    expect(timeline.sections).toEqual([{ section: 's1', start: 0, earliest: 0, latest: 0, source: 'duration' }]);
  });

  test('a heading without text starts with the section below it', () => {
    const [first, second, ...rest] = talk.sections;
    if (!first || !second) throw new Error('too short a talk');
    const nested = editionOf([first, { title: '', note: [] }, second, ...rest]);
    const { sections } = align(nested, evidenceOf({ duration, transcript: heard(talk.cues) }), [], lexicon);
    expect(sections[1]?.start).toBe(sections[2]?.start);
  });
});

describe('with known starts', () => {
  test('a viewer’s correction holds and moves its neighbours, in proportion where nothing else is known', () => {
    const evidence = evidenceOf({ duration });
    const before = align(edition, evidence, []);
    const after = align(edition, evidence, [{ section: 's7', start: 900, by: 'viewer' }]);
    expect(after.sections[6]).toEqual({ section: 's7', start: 900, earliest: 900, latest: 900, source: 'viewer' });
    const moved = 900 - (before.sections[6]?.start ?? 0);
    const half = (after.sections[3]?.start ?? 0) - (before.sections[3]?.start ?? 0);
    expect(Math.sign(half)).toBe(Math.sign(moved));
    expect(Math.abs(half)).toBeLessThan(Math.abs(moved));
  });

  test('a viewer’s correction re-aligns what was heard around it', () => {
    const evidence = evidenceOf({ duration, transcript: heard(talk.cues) });
    const start = (talk.starts[4] ?? 0) + 40;
    const { sections } = align(edition, evidence, [{ section: 's5', start, by: 'viewer' }], lexicon);
    expect(sections[4]).toMatchObject({ start, source: 'viewer' });
    for (const s of [1, 2, 3, 6, 7, 8])
      expect(Math.abs((sections[s]?.start ?? 0) - (talk.starts[s] ?? 0))).toBeLessThan(5);
  });

  test('the author’s timestamps count, the viewer’s more', () => {
    const authored = editionOf(talk.sections, { timestamps: { s3: 300, s9: 1000 } });
    const { sections } = align(authored, evidenceOf({ duration }), [{ section: 's9', start: 900, by: 'viewer' }]);
    expect(sections[2]).toMatchObject({ start: 300, source: 'author' });
    expect(sections[8]).toMatchObject({ start: 900, source: 'viewer' });
  });

  test('a later correction overrules an earlier one that contradicts it', () => {
    const anchors = [
      { section: 's5', start: 1500, by: 'viewer' },
      { section: 's7', start: 900, by: 'viewer' },
    ] as const;
    const { sections, ordered } = align(edition, evidenceOf({ duration }), anchors);
    expect(sections[6]).toMatchObject({ start: 900, source: 'viewer' });
    expect(sections[4]?.start).toBeLessThan(900);
    expect(ordered).toBe(true);
  });

  test('corrections for other sections or beyond the video are ignored', () => {
    const anchors = [
      { section: 'gone', start: 5, by: 'viewer' },
      { section: 's2', start: duration + 1, by: 'viewer' },
      { section: 's3', start: Number.NaN, by: 'viewer' },
    ] as const;
    expect(align(edition, evidenceOf({ duration }), anchors)).toEqual(align(edition, evidenceOf({ duration }), []));
  });
});

describe('a video that was re-cut since its note was written', () => {
  const timestamps = Object.fromEntries(talk.starts.map((start, s) => [`s${s + 1}`, start]));
  const CUT = 150;
  /** The first 150 s, an introduction say, are gone. */
  const cut = editionOf(talk.sections, { timestamps, duration });
  const shorter = evidenceOf({ duration: duration - CUT });

  test('its author’s times are unsure: each has an interval that holds the true start', () => {
    const { sections } = align(cut, shorter, []);
    expect(sections[5]?.source).toBe('author');
    for (const [s, { earliest, latest }] of sections.entries()) {
      const start = Math.max(0, (talk.starts[s] ?? 0) - CUT);
      expect(earliest).toBeLessThanOrEqual(start);
      expect(latest).toBeGreaterThanOrEqual(start);
      expect(latest - earliest).toBeGreaterThan(0);
    }
  });

  test('what is heard counts before them', () => {
    const cues = talk.cues.filter(({ start }) => start > CUT).map((cue) => ({ ...cue, start: cue.start - CUT }));
    const { sections } = align(cut, { ...shorter, transcript: heard(cues) }, [], lexicon);
    expect(sections[5]?.source).toBe('transcript');
    expect(Math.abs((sections[5]?.start ?? 0) - ((talk.starts[5] ?? 0) - CUT))).toBeLessThan(5);
  });

  test('one correction by the viewer moves all after it', () => {
    const start = (talk.starts[2] ?? 0) - CUT;
    const { sections } = align(cut, shorter, [{ section: 's3', start, by: 'viewer' }]);
    expect(sections[2]).toMatchObject({ start, earliest: start, latest: start, source: 'viewer' });
    for (const s of [3, 6, 9]) expect(sections[s]?.start).toBeCloseTo((talk.starts[s] ?? 0) - CUT, 0);
  });

  test('a few seconds less leave the author’s word as good as it was', () => {
    const { sections } = align(cut, evidenceOf({ duration: duration - 5 }), []);
    expect(sections[5]).toMatchObject({ start: talk.starts[5], earliest: talk.starts[5], latest: talk.starts[5] });
  });

  describe('by less than a minute', () => {
    const AD = 24;
    /** An advertisement was put in before the sixth section. */
    const at = talk.starts[5] ?? 0;
    const later = (time: number) => (time >= at ? time + AD : time);
    const truth = talk.starts.map(later);
    const longer = evidenceOf({ duration: duration + AD });
    test('without evidence of where, the author’s word stands', () => {
      const { sections } = align(cut, longer, []);
      expect(sections[8]).toMatchObject({ start: talk.starts[8], latest: talk.starts[8], source: 'author' });
    });

    test('what is heard after it counts, not the author’s times', () => {
      const cues = talk.cues.map((cue) => ({ ...cue, start: later(cue.start) }));
      const timeline = align(cut, { ...longer, transcript: heard(cues) }, [], lexicon);
      // The cue in which the sixth section begins lies on both sides of the cut.
      expect(errorsOf(timeline, truth).filter((error) => error > 8).length).toBeLessThanOrEqual(1);
    });

    test('at the very end it moves nothing', () => {
      const { sections } = align(cut, { ...longer, transcript: heard(talk.cues) }, [], lexicon);
      for (const { source } of sections) expect(source).toBe('author');
    });

    test('chapters that met the author’s times before it, and miss them by as much after it, show where it is', () => {
      const chapters = [0, 2, 4, 6, 8, 10].map((s) => ({ start: truth[s] ?? 0, title: 'Wow moment' }));
      const { sections } = align(cut, { ...longer, chapters }, []);
      for (const [s, { start, latest }] of sections.entries()) {
        if (s === 5) continue;
        expect(Math.abs(start - (truth[s] ?? 0))).toBeLessThan(5);
        expect(latest).toBeGreaterThan(start);
      }
    });

    test('proportions and chapters widen by the difference', () => {
      const noted = editionOf(talk.sections, { duration });
      const plain = widths(align(edition, longer, []));
      for (const [s, width] of widths(align(noted, longer, [])).entries()) {
        if (s > 1 && s < 10) expect(width - (plain[s] ?? 0)).toBeGreaterThan(1.5 * AD);
      }
    });
  });

  test('times out of order stay the note’s way of saying that it does not follow the talk', () => {
    const survey = editionOf(talk.sections, { timestamps: { s2: 900, s5: 300 }, duration });
    const timeline = align(survey, shorter, []);
    expect(timeline.ordered).toBe(false);
    expect(timeline.sections[1]?.start).toBeGreaterThan(timeline.sections[4]?.start ?? 0);
  });
});
