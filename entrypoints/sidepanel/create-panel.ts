import { i18n } from '#i18n';
import type { NoteExport, PanelModel } from '../../components/panel/panel-model.ts';
import { seekFailureText } from '../../components/shared/seek-failure.ts';
import { changing } from '../../core/session/followed.ts';
import type { SeekResult } from '../../core/session/page.ts';
import { emptyReader, type ReaderEvent, reduceReader } from '../../core/session/reader.ts';
import type { Watch } from '../../core/session/watch.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import { copySection, exportNote, type Subject } from './export-note.ts';

/** Long enough to be read twice. */
const MESSAGE_STAYS_MS = 6000;

/** The panel beside what it knows of the video: where the reader is, and what a click does. */
export function createPanel(watch: Watch): PanelModel {
  const reader = changing(emptyReader);
  let fading: ReturnType<typeof setTimeout> | undefined;

  const move = (event: ReaderEvent) => reader.change(reduceReader(reader.read(), event));

  function say(message: string | null): void {
    clearTimeout(fading);
    if (message !== null) fading = setTimeout(() => move({ type: 'message', message: null }), MESSAGE_STAYS_MS);
    move({ type: 'message', message });
  }

  async function report(seeking: Promise<SeekResult | null>): Promise<void> {
    const result = await seeking;
    if (result) say(result.ok ? null : seekFailureText(result.reason));
  }

  /** What is shown is what is stored, so a refusal has to be said. */
  function stored(writing: Promise<void>): void {
    writing.catch(() => say(i18n.t('panel.notStored')));
  }

  function take(make: (subject: Subject) => Promise<string | null>): void {
    const { videoId, edition, timeline } = watch.read();
    if (videoId && edition) void make({ videoId, edition, timeline }).then(say);
  }

  watch.subscribe(() => {
    const { videoId } = watch.read();
    if (videoId === reader.read().videoId) return;
    clearTimeout(fading);
    move({ type: 'video', videoId });
  });

  return {
    watch,
    reader,
    move,
    seekTo(section) {
      move({ type: 'jump' });
      void report(watch.seekTo(section));
    },
    seek: (time) => void report(watch.seek(time)),
    resume() {
      move({ type: 'resume' });
      const { settings } = watch.read();
      if (settings && !settings.follow) stored(watch.update({ follow: true }));
    },
    showWords: (bilingual) => stored(watch.update({ bilingual })),
    startsNow: (section) => stored(watch.startsNow(section)),
    undoCorrection: () => stored(watch.undoCorrection()),
    chooseNote: (note) => stored(watch.chooseNote(note)),
    copySection: (section) => take((subject) => copySection(section, subject)),
    export: (what: NoteExport) => take((subject) => exportNote(what, subject)),
    openEpisode(videoId: VideoId) {
      move({ type: 'browse', browsing: false });
      void watch.open(videoId, null);
    },
  };
}
