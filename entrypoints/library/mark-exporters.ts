export { chaptersJson } from '../../core/export/chapters-json.ts';
export { chaptersVtt } from '../../core/export/chapters-vtt.ts';
export { marksAnnotations } from '../../core/export/marks-annotations.ts';
export { markLines, marksChapters } from '../../core/export/marks-chapters.ts';
export { marksCsv } from '../../core/export/marks-csv.ts';
export { marksMarkdown } from '../../core/export/marks-markdown.ts';
export { marksByTemplate } from '../../core/export/marks-template.ts';
export { marksText } from '../../core/export/marks-text.ts';
