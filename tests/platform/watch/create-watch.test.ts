import { describe, expect, test, vi } from 'vitest';
import { noteKey } from '../../../core/note/note-id.ts';
import { NO_PREFERENCE } from '../../../core/session/note-preference.ts';
import { currentSection, wantedLanguages } from '../../../core/session/watched.ts';
import { defaultSettings } from '../../../core/settings/migrations.ts';
import { type Corrections, NO_CORRECTIONS } from '../../../core/timeline/corrections.ts';
import { timeOf } from '../../../core/timeline/timeline.ts';
import { whenKnown } from '../../../entrypoints/shared/when-known.ts';
import { answered, EDITION, EPISODE, OTHER, VIDEO, world } from './world.ts';

const [, second] = EDITION.sections;
const SECOND = second?.id ?? '';
const viewer = (section: string, start: number) => ({ section, start, by: 'viewer' }) as const;
const KEY = noteKey(EDITION.note);
const correctedAt = (section: string, start: number): Corrections => ({
  byNote: { [KEY]: [{ section, start, at: 1 }] },
  unassigned: [],
});

describe('what comes too late', () => {
  test('an answer from before the last change of the library does not undo the newer one', async () => {
    const { watch, episodes, shows, changeLibrary } = world();
    shows(VIDEO);
    changeLibrary();
    episodes[1]?.resolve({ ...EPISODE, revision: 'new' });
    await answered();
    episodes[0]?.resolve({ ...EPISODE, revision: 'old' });
    await answered();
    expect(watch.read().episode?.revision).toBe('new');
  });

  test('corrections read for the video before are not shown for the next one', async () => {
    const { watch, anchors, shows } = world();
    shows(VIDEO);
    shows(OTHER);
    anchors[0]?.resolve(correctedAt('of-the-first', 7));
    await answered();
    expect(watch.read().corrections).toBeNull();
    anchors[1]?.resolve(NO_CORRECTIONS);
    await answered();
    expect(watch.read().corrections).toEqual(NO_CORRECTIONS);
  });

  test('a transcript read for the video before is not used for the next one', async () => {
    const { watch, transcripts, shows } = world();
    shows(VIDEO);
    shows(OTHER);
    transcripts[1]?.resolve(null);
    transcripts[0]?.resolve({ name: 'first.vtt', transcript: { language: 'en', cues: [{ start: 0, text: 'a' }] } });
    await answered();
    expect(watch.read().kept).toBeNull();
  });

  test('a library that fails is said, and forgotten with the video', async () => {
    const { watch, episodes, shows } = world();
    shows(VIDEO);
    episodes[0]?.reject(new Error('no such chunk'));
    await vi.waitFor(() => expect(watch.read().failure?.reason).toBeInstanceOf(Error));
    shows(OTHER);
    expect(watch.read()).toMatchObject({ failure: null, episode: undefined });
  });
});

test('at a change of video everything is asked for once, over one subscription to the page', async () => {
  const made = world();
  await made.ready();
  made.shows(OTHER);
  await answered();
  const askedAbout = (list: readonly { readonly videoId: string }[]) => list.map(({ videoId }) => videoId);
  expect(askedAbout(made.episodes)).toEqual([VIDEO, OTHER]);
  expect(askedAbout(made.transcripts)).toEqual([VIDEO, OTHER]);
  expect(askedAbout(made.anchors)).toEqual([VIDEO, OTHER]);
  expect(made.subscribed.page).toBe(1);
});

describe('corrections', () => {
  test('one that cannot be stored is not shown, and the caller hears of it', async () => {
    const { watch, ready, answer, anchors } = world();
    await ready();
    const before = timeOf(watch.read().timeline, SECOND);
    answer.full = true;
    await expect(watch.correct(SECOND, 77)).rejects.toThrow('quota');
    anchors.at(-1)?.resolve(NO_CORRECTIONS);
    await answered();
    expect(timeOf(watch.read().timeline, SECOND)).toEqual(before);
    expect(watch.read().anchors).toEqual([]);
  });

  test('one is shown before it is stored, so that a quick second one starts from it', async () => {
    const { watch, ready, written, correctElsewhere } = world();
    await ready();
    const shown = () => timeOf(watch.read().timeline, SECOND)?.start ?? 0;
    const first = watch.correct(SECOND, 77);
    expect(shown()).toBe(77);
    const second = watch.correct(SECOND, shown() - 1);
    // What the browser tells of the first one comes after the second click.
    correctElsewhere(VIDEO, correctedAt(SECOND, 77));
    await answered();
    const third = watch.correct(SECOND, shown() - 1);
    await Promise.all([first, second, third]);
    await answered();
    expect(written.map(({ start }) => start)).toEqual([77, 76, 75]);
    expect(shown()).toBe(75);
  });

  test('one made in another panel is shown here, too', async () => {
    const { watch, ready, correctElsewhere } = world();
    await ready();
    correctElsewhere(VIDEO, correctedAt(SECOND, 88));
    await answered();
    expect(watch.read().anchors).toEqual([viewer(SECOND, 88)]);
    expect(timeOf(watch.read().timeline, SECOND)?.start).toBe(88);
  });

  test('one of another note with a section of that name moves nothing', async () => {
    const { watch, ready } = world();
    const other = noteKey({ ...EDITION.note, path: 'other.md' });
    await ready({ byNote: { [other]: [{ section: SECOND, start: 88, at: 1 }] }, unassigned: [] });
    expect(watch.read().anchors).toEqual([]);
  });

  test('one moves its section, and taking it back moves it back', async () => {
    const { watch, ready } = world();
    await ready();
    const before = timeOf(watch.read().timeline, SECOND)?.start;
    await watch.correct(SECOND, 77);
    expect(timeOf(watch.read().timeline, SECOND)).toMatchObject({ start: 77, source: 'viewer' });
    await watch.uncorrect(SECOND);
    expect(timeOf(watch.read().timeline, SECOND)?.start).toBe(before);
  });

  test('where nothing can be stored the note is there all the same', async () => {
    const { watch, anchors, transcripts, languages, shows, settings, episodes } = world();
    settings.reject(new Error('no storage'));
    shows(VIDEO);
    anchors[0]?.reject(new Error('no storage'));
    transcripts[0]?.reject(new Error('no storage'));
    languages[0]?.reject(new Error('no storage'));
    episodes[0]?.resolve(EPISODE);
    await answered();
    expect(watch.read()).toMatchObject({ edition: EDITION, anchors: [], kept: null, settings: defaultSettings });
  });
});

describe('the player', () => {
  test('a jump can be taken back, once', async () => {
    const { watch, ready, sought } = world();
    await ready();
    await watch.seekTo(SECOND);
    expect(watch.read().cameFrom).toBe(10);
    await watch.back();
    expect(sought.map(({ time }) => time)).toEqual([timeOf(watch.read().timeline, SECOND)?.start, 10]);
    expect(watch.read().cameFrom).toBeNull();
  });

  test('a jump that is refused leads nowhere back', async () => {
    const { watch, ready, answer } = world();
    await ready();
    answer.seek = { ok: false, reason: 'no-player' };
    expect(await watch.seekTo(SECOND)).toEqual(answer.seek);
    expect(watch.read().cameFrom).toBeNull();
  });

  test('the section playing follows the clock', async () => {
    const { watch, ready, plays } = world();
    await ready();
    plays(timeOf(watch.read().timeline, SECOND)?.start ?? 0);
    expect(currentSection(watch.read())).toBe(SECOND);
  });

  test.each([
    ['the panel', true, 1],
    ['the popup', false, 0],
  ])('the page key moves the player once, by %s', async (_, drivesPage, jumps) => {
    const { tell, ready, sought, drawn } = world({ drivesPage });
    await ready();
    tell({ type: 'step', videoId: VIDEO, by: 1 });
    expect(sought).toHaveLength(jumps);
    expect(drawn.length > 0).toBe(drivesPage);
  });

  test('markers are drawn again only when they are others', async () => {
    const { drawn, ready, plays, changeSettings } = world();
    await ready();
    const count = drawn.length;
    plays(11);
    plays(12);
    expect(drawn).toHaveLength(count);
    expect(drawn.at(-1)).toHaveLength(3);
    changeSettings({ ...defaultSettings, markers: false });
    expect(drawn.at(-1)).toEqual([]);
  });
});

describe('times', () => {
  const chapters = [0, 100, 400].map((start, at) => ({ start, title: ['One', 'Two', 'Three'][at] ?? '' }));

  test('are there at once by the text, and better when the aligner has answered', async () => {
    const { watch, ready, tell } = world();
    await ready();
    expect(timeOf(watch.read().timeline, SECOND)?.source).toBe('duration');
    const evidence = { duration: 600, chapters, chapterOrigin: 'uploader', transcript: null } as const;
    tell({ type: 'evidence', videoId: VIDEO, evidence });
    await vi.waitFor(() => expect(timeOf(watch.read().timeline, SECOND)).toMatchObject({ source: 'chapters' }));
  });

  test('of another episode rest on its note and its corrections alone', async () => {
    const { watch, ready, anchors } = world();
    await ready(NO_CORRECTIONS, { chapters, chapterOrigin: 'uploader' });
    const told: (string | undefined)[] = [];
    const elsewhere = { ...EPISODE, videoId: OTHER };
    watch.timesOf(elsewhere, EDITION, (timeline) => told.push(timeOf(timeline, SECOND)?.source));
    anchors.at(-1)?.resolve(correctedAt(SECOND, 50));
    await vi.waitFor(() => expect(told).toEqual(['duration', 'viewer']));
  });
});

test('a transcript within the note is evidence of its times, after what the page gives', async () => {
  const transcript = { language: 'en', cues: [{ start: 5, text: 'Words and more words.' }] };
  const made = world();
  made.settings.resolve(defaultSettings);
  made.shows(VIDEO);
  made.preferences[0]?.resolve(NO_PREFERENCE);
  made.episodes[0]?.resolve({ ...EPISODE, editions: [{ ...EDITION, transcript }] });
  await made.ready();
  await answered();
  expect(made.watch.read().candidates.map((evidence) => evidence.transcript)).toEqual([transcript]);
});

describe('several notes in one language', () => {
  const OTHER_NOTE = { ...EDITION, title: 'In short', note: { ...EDITION.note, path: 'short.md' } };
  const BOTH = { ...EPISODE, editions: [EDITION, OTHER_NOTE] } as const;

  test('nothing is shown before it is known which one was chosen', async () => {
    const { watch, settings, episodes, preferences, languages, shows } = world();
    settings.resolve(defaultSettings);
    shows(VIDEO);
    languages[0]?.resolve(null);
    episodes[0]?.resolve(BOTH);
    await answered();
    expect(watch.read().edition).toBeNull();
    preferences[0]?.resolve({ notes: [noteKey(OTHER_NOTE.note)], folders: [] });
    await answered();
    expect(watch.read().edition).toBe(OTHER_NOTE);
  });

  test('the first is shown where no choice can be read', async () => {
    const { watch, settings, episodes, preferences, languages, shows } = world();
    settings.resolve(defaultSettings);
    shows(VIDEO);
    languages[0]?.resolve(null);
    episodes[0]?.resolve(BOTH);
    preferences[0]?.reject(new Error('no storage'));
    await answered();
    expect(watch.read().edition).toBe(EDITION);
  });
});

describe('the language', () => {
  const other = { ...EDITION, note: { ...EDITION.note, path: 'uhren.md' }, language: 'de' };
  const both = { ...EPISODE, editions: [EDITION, other] as const };

  test('chosen by hand is shown, kept for the video, and wanted first from now on', async () => {
    const { watch, ready, episodes, changeLibrary, chosen } = world();
    await ready();
    changeLibrary();
    episodes[1]?.resolve(both);
    await answered();
    expect(watch.read().edition?.language).toBe('en');
    await watch.chooseLanguage('de');
    expect(watch.read().edition?.language).toBe('de');
    expect(chosen).toEqual([[VIDEO, 'de']]);
    expect(watch.read().settings?.languages[0]).toBe('de');
  });

  test('chosen twice in quick succession is the later one', async () => {
    const { watch, ready, episodes, changeLibrary, chosen } = world();
    await ready();
    changeLibrary();
    episodes[1]?.resolve(both);
    await answered();
    await watch.chooseLanguage('en');
    await Promise.all([watch.chooseLanguage('de'), watch.chooseLanguage('en')]);
    expect(chosen.at(-1)).toEqual([VIDEO, 'en']);
    expect(watch.read().settings?.languages[0]).toBe('en');
  });

  test('chosen last stays on the screen while those before it are being stored', async () => {
    const { watch, ready, episodes, changeLibrary, languages, chooseElsewhere } = world();
    await ready();
    changeLibrary();
    episodes[1]?.resolve(both);
    await answered();
    const shown: (string | undefined)[] = [];
    const choosing = [watch.chooseLanguage('de'), watch.chooseLanguage('en')];
    watch.subscribe(() => shown.push(watch.read().edition?.language));
    // The browser tells that the first one is stored.
    chooseElsewhere(VIDEO);
    for (const question of languages.slice(1)) question.resolve('de');
    await Promise.all(choosing);
    languages.at(-1)?.resolve('en');
    await answered();
    expect(new Set(shown)).toEqual(new Set(['en']));
  });

  test('that cannot be stored is not shown any longer', async () => {
    const { watch, ready, episodes, changeLibrary, answer, languages } = world();
    await ready();
    changeLibrary();
    episodes[1]?.resolve(both);
    await answered();
    answer.full = true;
    await expect(watch.chooseLanguage('de')).rejects.toThrow('quota');
    languages.at(-1)?.resolve(null);
    await answered();
    expect(watch.read().language).toBeNull();
  });

  test('kept for a video counts before the viewer’s order, and nothing is shown before it is read', async () => {
    const { watch, settings, shows, episodes, languages } = world();
    settings.resolve({ ...defaultSettings, languages: ['en'] });
    shows(VIDEO);
    episodes[0]?.resolve(both);
    await answered();
    expect(watch.read().edition).toBeNull();
    languages[0]?.resolve('de');
    await answered();
    expect(watch.read().edition?.language).toBe('de');
    expect(wantedLanguages(watch.read())).toEqual(['de', 'en']);
  });
});

test('a choice made while the settings are being read stands', async () => {
  const { watch, settings, changeSettings } = world();
  changeSettings({ ...defaultSettings, theme: 'dark' });
  settings.resolve(defaultSettings);
  await answered();
  expect(watch.read().settings?.theme).toBe('dark');
});

test('what to show is known with the note, without a video, on a failure, or when patience ends', async () => {
  const known = async (work: (made: ReturnType<typeof world>) => void, milliseconds = 60_000) => {
    const made = world();
    made.settings.resolve(defaultSettings);
    const waited = whenKnown(made.watch, milliseconds);
    work(made);
    await waited;
  };
  await known(({ shows, episodes, languages, missing }) => {
    shows(VIDEO);
    episodes[0]?.resolve(null);
    languages[0]?.resolve(null);
    missing[0]?.resolve({ notes: [], mayFetch: true });
  });
  await known(({ tell }) => tell({ type: 'page', page: { kind: 'elsewhere' } }));
  await known(({ shows, episodes }) => {
    shows(VIDEO);
    episodes[0]?.reject(new Error('no such chunk'));
  });
  await known(() => {}, 20);
});
