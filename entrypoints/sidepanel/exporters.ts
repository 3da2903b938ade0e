export { chapterLines } from '../../core/export/chapter-lines.ts';
export { chaptersOf } from '../../core/export/chapters.ts';
export { chaptersJson } from '../../core/export/chapters-json.ts';
export { chaptersVtt } from '../../core/export/chapters-vtt.ts';
export { glossaryCsv, glossaryWording } from '../../core/export/glossary-csv.ts';
export { noteMarkdown, sectionMarkdown } from '../../core/export/note-markdown.ts';
export { timestampsYaml } from '../../core/export/timestamps-yaml.ts';
