export { chapterLines } from '../../core/export/chapter-lines.ts';
export { glossaryCsv } from '../../core/export/glossary-csv.ts';
export { noteMarkdown, sectionMarkdown } from '../../core/export/note-markdown.ts';
export { timestampsYaml } from '../../core/export/timestamps-yaml.ts';
