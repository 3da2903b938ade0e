import { i18n } from '#i18n';
import type { MarkExportKind } from '../../components/library/mark-export.tsx';
import { localDay } from '../../components/library/mark-list.tsx';
import type { MarkLines } from '../../core/export/marks-chapters.ts';
import { EXAMPLE_TEMPLATE } from '../../core/export/marks-template.ts';
import type { Mark } from '../../core/marks/mark.ts';
import { byVideo } from '../../core/marks/mark-title.ts';
import { titleOfVideo } from '../../core/marks/search-marks.ts';
import { copy, fileName, save } from '../shared/hand-out.ts';

interface Written {
  readonly text: string;
  readonly type: string;
  readonly extension: string;
  /** What to say besides that it is done. */
  readonly remark?: string;
}

/**
 * Copies or saves marks and reports the result.
 * @param template The viewer's; empty for the example.
 */
export async function exportMarks(
  what: MarkExportKind,
  how: 'copy' | 'save',
  marks: readonly Mark[],
  template: string,
): Promise<string> {
  const { text, type, extension, remark = '' } = await write(what, marks, template || EXAMPLE_TEMPLATE);
  const videos = byVideo(marks);
  const name = (videos.size === 1 && fileName(titleOfVideo(marks))) || `sleevenotes-marks-${localDay(Date.now())}`;
  const done = how === 'copy' ? await copy(text, i18n.t('myMarks.copied')) : save(text, type, `${name}.${extension}`);
  return [done, remark].filter(Boolean).join(' ');
}

async function write(what: MarkExportKind, marks: readonly Mark[], template: string): Promise<Written> {
  // What writes files is seldom needed: it comes when it is asked for.
  const writers = await import('./mark-exporters.ts');
  const wording = { opening: i18n.t('panel.opening'), untitled: i18n.t('myMarks.untitled') };
  const [first] = marks;
  switch (what) {
    case 'markdown':
      return { text: writers.marksMarkdown(marks), type: 'text/markdown', extension: 'md' };
    case 'template': {
      const parts = [...byVideo(marks).values()].map((some) => writers.marksByTemplate(template, some, localDay));
      return { text: parts.join('\n'), type: 'text/markdown', extension: 'md' };
    }
    case 'text':
      return { text: writers.marksText(marks), type: 'text/plain', extension: 'txt' };
    case 'csv': {
      const column = (name: 'quote' | 'words' | 'link' | 'section' | 'video') => i18n.t(`myMarks.columns.${name}`);
      const columns = [column('quote'), column('words'), column('link'), column('section'), column('video')] as const;
      return { text: writers.marksCsv(marks, columns), type: 'text/csv', extension: 'csv' };
    }
    case 'annotations':
      return { text: writers.marksAnnotations(marks), type: 'application/ld+json', extension: 'jsonld' };
    case 'lines': {
      const lines = writers.markLines(marks, null, wording);
      return { text: lines.text, type: 'text/plain', extension: 'txt', remark: remarkOn(lines) };
    }
    case 'vtt':
      return {
        text: writers.chaptersVtt(writers.marksChapters(marks, null, wording)),
        type: 'text/vtt',
        extension: 'vtt',
      };
    case 'jsonChapters': {
      const chapters = writers.marksChapters(marks, null, wording);
      const text = first ? writers.chaptersJson(first.video, titleOfVideo(marks), chapters) : '';
      return { text, type: 'application/json', extension: 'chapters.json' };
    }
  }
}

/** What was changed for YouTube, and why it would still make no chapters. */
function remarkOn({ changes: { opening, moved, dropped, renamed }, fault }: MarkLines): string {
  return [
    opening ? i18n.t('myMarks.lines.opening', [i18n.t('panel.opening')]) : '',
    moved ? i18n.t('myMarks.lines.moved') : '',
    dropped > 0 ? i18n.t('myMarks.lines.dropped', dropped) : '',
    renamed > 0 ? i18n.t('myMarks.lines.renamed', renamed) : '',
    fault === 'too-few' ? i18n.t('myMarks.lines.tooFew') : '',
    fault === 'too-long' ? i18n.t('myMarks.lines.tooLong') : '',
  ]
    .filter(Boolean)
    .join(' ');
}
