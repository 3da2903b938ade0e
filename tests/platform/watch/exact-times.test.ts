import { describe, expect, test, vi } from 'vitest';
import { noteKey } from '../../../core/note/note-id.ts';
import { defaultSettings } from '../../../core/settings/migrations.ts';
import { basisOf } from '../../../core/timeline/basis.ts';
import type { Remembered } from '../../../core/timeline/remembered.ts';
import { timeOf } from '../../../core/timeline/timeline.ts';
import type { Transcript } from '../../../core/transcript/cue.ts';
import { answered, EDITION, OTHER, VIDEO, world } from './world.ts';

const KEY = noteKey(EDITION.note);
const [, second] = EDITION.sections;
const SECOND = second?.id ?? '';

/** What the sections of the note say, at these moments; other words in any other language. */
function spoken(language: string, starts: readonly number[]): Transcript {
  const cues = EDITION.sections.flatMap((section, at) => {
    const words = JSON.stringify(section.blocks).match(/\b(?:[klmnprstvz][aeiou]){3}\b/g) ?? [];
    const lines = Array.from({ length: Math.ceil(words.length / 6) }, (_, i) =>
      words.slice(i * 6, i * 6 + 6).join(' '),
    );
    return lines.map((text, i) => ({
      start: (starts[at] ?? 0) + i * 3,
      text: language === 'en' ? text : [...text].reverse().join(''),
    }));
  });
  return { language, cues };
}
const ENGLISH = spoken('en', [5, 150, 300]);
const evidence = (transcript: Transcript | null, duration = 600) => ({
  duration,
  chapters: [],
  chapterOrigin: 'unknown' as const,
  transcript,
});
const tells = (transcript: Transcript | null, duration = 600) =>
  ({ type: 'evidence', videoId: VIDEO, evidence: evidence(transcript, duration) }) as const;
const startOf = (made: ReturnType<typeof world>) => timeOf(made.watch.read().timeline, SECOND)?.start ?? Number.NaN;
const source = (made: ReturnType<typeof world>) => {
  const { timeline } = made.watch.read();
  return timeline && basisOf(timeline)?.source;
};

async function remembered(): Promise<Remembered> {
  const made = world();
  await made.ready();
  made.tell(tells(ENGLISH));
  await vi.waitFor(() => expect(made.remembered()[KEY]).toBeDefined());
  return made.remembered()[KEY] as Remembered;
}

describe('times that came from a transcript', () => {
  test('are remembered, and there at once the next time, without any page', async () => {
    const kept = await remembered();
    expect(kept.heard).toEqual({ language: 'en', original: null, translated: false });
    const made = world({ remembered: { [KEY]: kept } });
    await made.ready();
    expect(source(made)).toBe('transcript');
    expect(Math.abs(startOf(made) - 150)).toBeLessThan(10);
    expect(JSON.stringify(kept).length).toBeLessThan(2000);
  });

  test('that cannot be stored for the next time are shown now, and it is known', async () => {
    const made = world();
    made.answer.full = true;
    await made.ready();
    made.tell(tells(ENGLISH));
    await vi.waitFor(() => expect(made.watch.read().notRemembered).toBe(true));
    expect(source(made)).toBe('transcript');
    made.shows(OTHER);
    expect(made.watch.read().notRemembered).toBe(false);
  });

  test.each([
    ['the note has changed', { text: 'other' }, 600],
    ['the video has another length', {}, 480],
    ['it has other sections', { sections: [] }, 600],
  ])('are dropped when %s', async (_, change, duration) => {
    const made = world({ remembered: { [KEY]: { ...(await remembered()), ...change } } });
    await made.ready();
    made.tell(tells(null, duration));
    await answered();
    expect(source(made)).not.toBe('transcript');
    expect(made.remembered()).toEqual({});
  });

  test('give way to a correction, and to nothing less', async () => {
    const made = world({ remembered: { [KEY]: await remembered() } });
    await made.ready();
    const before = startOf(made);
    made.tell({
      ...tells(null),
      evidence: {
        ...evidence(null),
        chapters: [
          { start: 0, title: 'One' },
          { start: 90, title: 'Two' },
        ],
      },
    });
    await answered();
    expect(startOf(made)).toBe(before);
    await made.watch.correct(SECOND, 77);
    expect(startOf(made)).toBe(77);
    await made.watch.uncorrect(SECOND);
    expect(startOf(made)).toBe(before);
  });

  test('are not remembered from the viewer’s own transcript, which is kept itself', async () => {
    const made = world();
    await made.ready();
    made.watch.keepTranscript(VIDEO, { name: 'talk.vtt', transcript: ENGLISH });
    made.transcripts.at(-1)?.resolve({ name: 'talk.vtt', transcript: ENGLISH });
    await vi.waitFor(() => expect(source(made)).toBe('transcript'));
    await answered();
    expect(made.remembered()).toEqual({});
  });
});

describe('another track is switched on', () => {
  test('that explains the note worse: nothing moves, and what was first heard is told', async () => {
    const made = world();
    await made.ready();
    made.tell(tells(ENGLISH));
    await vi.waitFor(() => expect(source(made)).toBe('transcript'));
    const before = startOf(made);
    made.tell(tells(spoken('de', [50, 100, 150])));
    await answered();
    expect(startOf(made)).toBe(before);
    expect(made.watch.read()).toMatchObject({ known: { transcript: { language: 'en' } }, heardIn: { language: 'en' } });
  });

  test('that explains it better: it takes the other’s place', async () => {
    const made = world();
    await made.ready();
    made.tell(tells(spoken('de', [50, 100, 150])));
    await answered();
    made.tell(tells(ENGLISH));
    await vi.waitFor(() => expect(source(made)).toBe('transcript'));
    expect(Math.abs(startOf(made) - 150)).toBeLessThan(10);
    expect(made.watch.read().heardIn?.language).toBe('en');
  });
});

describe('the player is asked', () => {
  const READ = { step: 'read', language: 'en', original: 'unknown', translated: false } as const;

  test('on a click, with a translation allowed; what was heard is remembered with the times', async () => {
    const made = world();
    await made.ready();
    made.watch.makeExact();
    expect(made.captionsAsked).toEqual([
      { videoId: VIDEO, note: 'en', understood: ['en', 'zh'], translate: true, whenPlaying: false },
    ]);
    expect(made.watch.read().asking).toEqual({ step: 'asking' });
    made.tell(tells(ENGLISH));
    await answered();
    made.tell({ type: 'asking', videoId: VIDEO, asking: READ });
    await vi.waitFor(() => expect(made.remembered()[KEY]?.heard.original).toBe('unknown'));
  });

  test('for a translation once a day and language, also after a restart', async () => {
    const wanted = (made: ReturnType<typeof world>) => made.captionsAsked.map(({ translate }) => translate);
    const click = async (made: ReturnType<typeof world>) => {
      await made.ready();
      await answered();
      made.watch.makeExact();
      made.tell({ type: 'asking', videoId: VIDEO, asking: { step: 'asking', translateTo: 'en' } });
      await answered();
      made.tell({ type: 'asking', videoId: VIDEO, asking: { step: 'failed', why: 'limited' } });
      made.watch.makeExact();
    };
    const first = world();
    await click(first);
    expect(wanted(first)).toEqual([true, false]);
    const { en = 0 } = first.translations();
    const restarted = world({ translations: { en } });
    await click(restarted);
    expect(wanted(restarted)).toEqual([false, false]);
    const nextDay = world({ translations: { en: en - 24 * 3600 * 1000 } });
    await click(nextDay);
    expect(wanted(nextDay)).toEqual([true, false]);
    const other = world({ translations: { 'zh-Hans': en } });
    await click(other);
    expect(wanted(other)).toEqual([true, false]);
  });

  test('never by itself without the option', async () => {
    const made = world();
    await made.ready();
    made.plays(20);
    await answered();
    expect(made.captionsAsked).toEqual([]);
  });

  test('on the option once for each video, as soon as it plays, and never for a translation', async () => {
    const made = world();
    await made.ready();
    made.changeSettings({ ...defaultSettings, askCaptions: true });
    made.plays(20);
    made.tell({ type: 'asking', videoId: VIDEO, asking: { step: 'failed', why: 'nothing-came' } });
    made.plays(30);
    made.shows(OTHER);
    made.plays(1, OTHER);
    await answered();
    expect(made.captionsAsked).toEqual([
      { videoId: VIDEO, note: 'en', understood: ['en', 'zh'], translate: false, whenPlaying: true },
    ]);
  });

  test('on the option only where the times are not exact yet', async () => {
    const made = world({ remembered: { [KEY]: await remembered() } });
    await made.ready();
    made.changeSettings({ ...defaultSettings, askCaptions: true });
    made.plays(20);
    expect(made.captionsAsked).toEqual([]);
  });

  test('by the panel alone', async () => {
    const made = world({ drivesPage: false });
    await made.ready();
    made.changeSettings({ ...defaultSettings, askCaptions: true });
    made.plays(20);
    expect(made.captionsAsked).toEqual([]);
  });
});
