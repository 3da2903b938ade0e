import { i18n } from '#i18n';
import { type MarksModel, type MarksState, NO_MARKS } from '../../components/marks/marks-model.ts';
import type { NoteOfMarks } from '../../core/export/note-of-marks.ts';
import { momentBefore, newMark, type Quote } from '../../core/marks/mark.ts';
import { passageMoment } from '../../core/marks/passage-moment.ts';
import { changing } from '../../core/session/followed.ts';
import { heardAt, sectionAt } from '../../core/session/marked.ts';
import type { Watch } from '../../core/session/watch.ts';
import { defaultSettings } from '../../core/settings/migrations.ts';
import type { Seconds } from '../../core/time/seconds.ts';
import { timeOf } from '../../core/timeline/timeline.ts';
import { shortAddress } from '../../core/video/video-address.ts';
import type { MarkFault, MarksPort, PagePort } from '../../platform/ports.ts';
import { askForWords } from './ask-for-words.ts';
import { fading } from './fading.ts';
import { followMarks } from './marks-of-video.ts';

/** Timeout of the offer to take a deletion back, in milliseconds. */
const OFFER_STAYS_MS = 12_000;

export interface MarksServices {
  readonly watch: Watch;
  readonly port: MarksPort;
  readonly page: Pick<PagePort, 'subscribe' | 'setPlaying'>;
  readonly say: (text: string) => void;
  /** Begins a note and opens its editor; resolves to what to say when it could not. */
  readonly makeNote: (about: NoteOfMarks) => Promise<string | null>;
  /** Answers the page's key and draws markers; of the pages beside a video only the panel does. */
  readonly drivesPage: boolean;
}

export function createMarks({ watch, port, page, say, makeNote, drivesPage }: MarksServices): MarksModel {
  const state = changing<MarksState>(NO_MARKS);
  const change = (to: Partial<MarksState>) => state.change({ ...state.read(), ...to });
  const settings = () => watch.read().settings ?? defaultSettings;
  const offer = fading(OFFER_STAYS_MS, () => change({ removed: null }));

  /** Shows a message when a command fails. */
  function told(doing: Promise<MarkFault | null>): void {
    void doing.then((fault) => fault && say(i18n.t(`mark.fault.${fault}`)));
  }

  const words = askForWords({
    store: (id, typed) => told(port.change(id, { words: typed })),
    mayPause: () => settings().markPauses && watch.read().clock?.playing === true,
    setPlaying: page.setPlaying,
    show: (asked) => change({ asked }),
  });

  function make(at: Seconds, quote: Quote | null, id: string = crypto.randomUUID()): void {
    const watched = watch.read();
    const { videoId, page: shown, edition } = watched;
    if (!videoId) return;
    const videoTitle = (shown?.kind === 'video' ? shown.title : null) ?? edition?.title ?? '';
    const section = sectionAt(watched, at);
    const mark = newMark({ id, video: videoId, videoTitle, at, words: '', quote, section, now: Date.now() });
    words.ask(mark);
    told(port.put(mark));
  }

  /** Of the moment the viewer has just heard. */
  function makeAt(time: Seconds, rate: number, id?: string): void {
    const at = momentBefore(time, settings().markBack, rate);
    make(at, heardAt(watch.read(), at, time), id);
  }

  function dismiss(): void {
    offer.stop();
    change({ removed: null });
  }

  const followed = followMarks({ watch, port, drivesPage }, (videoId, marks) => {
    if (videoId === state.read().videoId) {
      change(marks);
      return;
    }
    words.answer(true);
    offer.stop();
    change({ ...NO_MARKS, isKept: state.read().isKept, videoId, ...marks });
  });
  void port.isKept().then((isKept) => change({ isKept }));
  if (drivesPage)
    page.subscribe((event) => {
      if (event.type === 'mark' && event.videoId === watch.read().videoId) makeAt(event.time, event.rate, event.id);
    });

  return {
    read: state.read,
    subscribe: state.subscribe,
    markNow() {
      const { clock } = watch.read();
      if (clock) makeAt(clock.time, clock.rate);
      else say(i18n.t('panel.seekFailure.noPlayer'));
    },
    keepPassage(section, block, text) {
      const { edition, timeline, clock } = watch.read();
      const at = edition && passageMoment(edition, timeline, section, block);
      make(at ?? clock?.time ?? 0, { kind: 'note', text });
    },
    keepTerm({ term, definition, explainedIn, mentionedIn }) {
      const { timeline, clock, position } = watch.read();
      const text = [term, definition.replaceAll('\n', ' ')].filter(Boolean).join(': ');
      const sections = [...(explainedIn === null ? [] : [explainedIn]), ...mentionedIn];
      // What is being talked about is marked where it is, and not where the section began.
      const isPlaying = position !== null && sections.includes(position.section);
      const start = isPlaying ? undefined : timeOf(timeline, sections[0] ?? '')?.start;
      make(start ?? clock?.time ?? 0, { kind: 'term', text });
    },
    write: words.write,
    answer: words.answer,
    change: (id, to) => told(followed.change(id, to)),
    moveToNow(id) {
      const { clock } = watch.read();
      if (clock) told(followed.change(id, { at: clock.time }));
    },
    remove(id) {
      const removed = state.read().marks.find((mark) => mark.id === id);
      if (!removed) return;
      change({ removed });
      offer.start();
      told(port.remove(id));
    },
    takeBack() {
      const { removed } = state.read();
      dismiss();
      if (removed) told(port.restore(removed.id));
    },
    dismiss,
    hold: offer.hold,
    makeNote(chapters) {
      const { videoId, page: shown, known } = watch.read();
      if (!videoId) return;
      const title = (shown?.kind === 'video' ? shown.title : null) ?? '';
      const about = { videoId, title, duration: known.duration, chapters, marks: state.read().marks };
      void makeNote(about).then((why) => why && say(why));
    },
    copyLink(mark) {
      navigator.clipboard.writeText(shortAddress(mark.video, mark.at)).then(
        () => say(i18n.t('mark.copiedLink')),
        () => say(i18n.t('panel.notCopied')),
      );
    },
  };
}
