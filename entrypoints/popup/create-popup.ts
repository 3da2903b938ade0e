import { i18n } from '#i18n';
import type { MarksModel } from '../../components/marks/marks-model.ts';
import { catalogFaultText } from '../../components/shared/catalog-fault.ts';
import { seekFailureText } from '../../components/shared/seek-failure.ts';
import type { Asked, Choice, Chosen } from '../../core/glossary/asked.ts';
import { type EntryPlace, editionOfEntry } from '../../core/glossary/entry-details.ts';
import type { Episode, EpisodeEdition, GlossaryEntry } from '../../core/note/episode.ts';
import { wantedScript } from '../../core/note/other-script.ts';
import { type Changing, changing, type Followed } from '../../core/session/followed.ts';
import type { Watch } from '../../core/session/watch.ts';
import { wantedLanguages } from '../../core/session/watched.ts';
import { formatClock } from '../../core/time/clock-text.ts';
import type { Timeline } from '../../core/timeline/timeline.ts';
import { watchAddress } from '../../core/video/video-address.ts';
import type { PanelOpener } from '../../platform/background/panel-opener.ts';
import type { LibraryPort, RecentLookup, RecentsPort } from '../../platform/ports.ts';

/** An entry with the edition it stands in, once its episode is loaded. */
export interface Opened {
  readonly episode: Episode;
  readonly edition: EpisodeEdition;
  readonly entryId: string;
  readonly timeline: Timeline | null;
  readonly choice: Choice;
}

/** What the popup shows besides what is known of the video. */
export interface Lookup {
  readonly query: string;
  /** The text put into the field by the page: what was selected there. */
  readonly offered: string;
  readonly opened: Opened | null;
  readonly notice: string;
  /** The browser accepted to show its panel, and showed none. */
  readonly noPanel: boolean;
  /** `null` until they are read. */
  readonly recents: readonly RecentLookup[] | null;
  /** `null` until the first mark. */
  readonly marks: MarksModel | null;
}

export interface PopupModel extends Followed<Lookup> {
  readonly watch: Watch;
  /** What the address bar asked for, when this page is a tab and no popup. */
  readonly asked: Asked | null;
  type(query: string): void;
  open(choice: Choice): Promise<void>;
  close(): void;
  /** Leads to where the open entry comes up. */
  go(place: EntryPlace): Promise<void>;
  copy(text: string): void;
  /** Marks the moment playing, and asks for words. */
  markNow(): Promise<void>;
  /** Marks where a term of the video being watched is explained, and asks for words. */
  keepTerm(entry: GlossaryEntry): Promise<void>;
  /** Call it in the click's handler, before any `await`: the browser wants the viewer's gesture. */
  showPanel(): Promise<void>;
  openTab(): void;
}

export interface PopupServices {
  readonly watch: Watch;
  readonly library: LibraryPort;
  readonly recents: RecentsPort;
  readonly panel: PanelOpener;
  readonly asked: Asked | null;
  /** Opens the marks, when they are asked for. */
  openMarks(say: (text: string) => void): Promise<MarksModel>;
}

export function createPopup({ watch, library, recents, panel, asked, openMarks }: PopupServices): PopupModel {
  const lookup = changing<Lookup>({
    query: asked?.query ?? '',
    offered: '',
    opened: null,
    notice: '',
    noPanel: false,
    recents: null,
    marks: null,
  });
  const change = (to: Partial<Lookup>) => lookup.change({ ...lookup.read(), ...to });
  let typed = asked !== null;

  /** Fetches what catalogs have of the chosen entry's note; says so, and what goes wrong. */
  async function fetched(chosen: Chosen) {
    const { notes } = await library.missing(chosen.videoId);
    const [first] = notes;
    if (first) change({ notice: i18n.t('catalog.fetching', [first.title]) });
    const [failure] = first ? await library.fetch(chosen.videoId) : [];
    const found = inEpisode(watch, await library.find(chosen.videoId), chosen);
    if (!found && failure)
      change({ notice: i18n.t('catalog.failed', [failure.title, catalogFaultText(failure.fault)]) });
    else if (!found) change({ notice: i18n.t('popup.gone') });
    return found;
  }

  async function openedMarks(): Promise<MarksModel> {
    const marks = lookup.read().marks ?? (await openMarks((notice) => change({ notice })));
    change({ notice: '', marks });
    return marks;
  }

  const model: PopupModel = {
    watch,
    asked,
    read: lookup.read,
    subscribe: lookup.subscribe,
    type(query) {
      typed = true;
      change({ query });
    },
    async open(choice) {
      const { videoId, entryId } = choice;
      const { episode: here } = watch.read();
      const episode = here?.videoId === videoId ? here : await library.find(videoId);
      const found = inEpisode(watch, episode, choice) ?? (await fetched(choice));
      if (!found) return;
      change({ notice: '', opened: { ...found, entryId, timeline: null, choice } });
      const { glossary, language } = found.edition;
      const term = glossary.find(({ id }) => id === entryId)?.term ?? '';
      await recents
        .add({ term, language, videoId, entryId })
        .catch(() => change({ notice: i18n.t('popup.notRemembered') }));
    },
    close: () => change({ opened: null, notice: '' }),
    async go({ time }) {
      const { opened } = lookup.read();
      if (!opened || !time) return;
      const { videoId } = opened.episode;
      if (asked) {
        location.assign(watchAddress(videoId, time.start));
        return;
      }
      if (!isHere(model, opened) || watch.read().page?.kind !== 'video') {
        await watch.open(videoId, time.start);
        window.close();
        return;
      }
      const result = await watch.seek(time.start);
      if (!result) return;
      change({
        notice: result.ok ? i18n.t('popup.jumped', [formatClock(time.start)]) : seekFailureText(result.reason),
      });
    },
    copy(text) {
      void navigator.clipboard.writeText(text).then(
        () => change({ notice: i18n.t('popup.copied') }),
        () => change({ notice: i18n.t('popup.notCopied') }),
      );
    },
    markNow: async () => (await openedMarks()).markNow(),
    keepTerm: async (entry) => (await openedMarks()).keepTerm(entry),
    async showPanel() {
      // The first thing in the gesture; nothing may be awaited before it.
      const result = await panel.open();
      if (result === 'shown') window.close();
      else change({ noPanel: true });
    },
    openTab: () => void panel.openTab(),
  };

  recents.read().then(
    (read) => change({ recents: read }),
    () => change({ recents: [] }),
  );
  // What is selected on the page is looked up, unless the viewer was faster.
  watch.subscribe(() => {
    const { selection } = watch.read();
    if (selection === '' || typed) return;
    typed = true;
    change({ query: selection, offered: selection });
  });
  followTimes(watch, lookup);
  if (asked?.chosen) void model.open({ ...asked.chosen, title: '', others: [] });
  return model;
}

/** The edition that has the chosen entry, in the script of Chinese that the viewer reads. */
function inEpisode(watch: Watch, episode: Episode | null, { entryId, language, note }: Chosen) {
  const now = watch.read();
  const wanted = wantedLanguages(now);
  const languages = language === null ? wanted : [wantedScript(language, wanted), language];
  const edition = episode && editionOfEntry(episode, entryId, languages, note, now.settings?.taiwanWords);
  return edition ? { episode, edition } : null;
}

/** Whether the open entry is from the video being watched. A tab of its own watches none. */
export function isHere({ watch, asked }: Pick<PopupModel, 'watch' | 'asked'>, { episode }: Opened): boolean {
  return asked === null && episode.videoId === watch.read().videoId;
}

/** Keeps the times of the open entry's edition up to date. */
function followTimes(watch: Watch, lookup: Changing<Lookup>): void {
  let shown: { edition: EpisodeEdition; known: unknown; times: Timeline | null } | null = null;
  let stop = () => {};
  const look = () => {
    const { opened } = lookup.read();
    const { videoId, known, timeline } = watch.read();
    if (!opened) {
      stop();
      shown = null;
      return;
    }
    const times = opened.episode.videoId === videoId ? timeline : null;
    const isSame = shown?.edition === opened.edition && shown.known === known && shown.times === times;
    if (isSame && opened.timeline !== null) return;
    shown = { edition: opened.edition, known, times };
    stop();
    stop = watch.timesOf(opened.episode, opened.edition, (told) => {
      const now = lookup.read();
      if (now.opened?.edition === opened.edition) lookup.change({ ...now, opened: { ...now.opened, timeline: told } });
    });
  };
  lookup.subscribe(look);
  watch.subscribe(look);
}
