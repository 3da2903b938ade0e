import { i18n } from '#i18n';
import type { NoteExport } from '../../components/panel/panel-model.ts';
import type { Edition, SectionId } from '../../core/note/episode.ts';
import type { Timeline } from '../../core/timeline/timeline.ts';
import { shortAddress } from '../../core/video/video-address.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import { copy, fileName, save } from '../shared/hand-out.ts';

export interface Subject {
  readonly videoId: VideoId;
  readonly edition: Edition;
  readonly timeline: Timeline | null;
}

/** Exports something of a note and reports the result. */
export async function exportNote(what: NoteExport, { videoId, edition, timeline }: Subject): Promise<string> {
  const name = fileName(edition.title) || videoId;
  const write = await exporters();
  switch (what) {
    case 'chapters': {
      if (!timeline) return i18n.t('panel.noTime');
      const { text, fault } = write.chapterLines(edition, timeline, i18n.t('panel.opening'));
      return copy(text, i18n.t(fault ? FAULTS[fault] : 'panel.copiedChapters'));
    }
    case 'timestamps':
      return timeline ? copy(write.timestampsYaml(timeline), i18n.t('panel.copiedTimestamps')) : i18n.t('panel.noTime');
    case 'markdown':
      return save(write.noteMarkdown(videoId, edition, timeline), 'text/markdown', `${name}.md`);
    case 'csv':
      return save(
        write.glossaryCsv(
          videoId,
          edition,
          timeline,
          write.glossaryWording((message) => i18n.t(message)),
        ),
        'text/csv',
        `${name}.csv`,
      );
    case 'vtt':
    case 'jsonChapters': {
      if (!timeline) return i18n.t('panel.noTime');
      // Chapters of any length: only YouTube requires ten seconds.
      const chapters = write.chaptersOf(edition, timeline, i18n.t('panel.opening'), 0);
      return what === 'vtt'
        ? save(write.chaptersVtt(chapters), 'text/vtt', `${name}.vtt`)
        : save(write.chaptersJson(videoId, edition.title, chapters), 'application/json', `${name}.chapters.json`);
    }
  }
}

/** Copies a section with the address of its moment, and reports the result. */
export async function copySection(id: SectionId, { videoId, edition, timeline }: Subject): Promise<string | null> {
  const section = edition.sections.find((each) => each.id === id);
  if (!section) return null;
  const time = timeline?.sections.find((each) => each.section === id) ?? null;
  const { sectionMarkdown } = await exporters();
  return copy(sectionMarkdown(videoId, section, time, edition.language), i18n.t('panel.copiedSection'));
}

/** Copies the address of a section's moment alone, and reports the result. */
export function copyLink(id: SectionId, { videoId, timeline }: Subject): Promise<string> {
  const time = timeline?.sections.find((each) => each.section === id);
  return copy(shortAddress(videoId, time?.start ?? null), i18n.t('panel.copiedLink'));
}

/** The code that writes files is large and rarely needed, so it is loaded on demand. */
const exporters = () => import('./exporters.ts');

const FAULTS = { 'too-few': 'panel.chaptersTooFew', 'too-long': 'panel.chaptersTooLong' } as const;
