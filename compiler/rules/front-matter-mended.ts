import { type Finding, shown } from './rule.ts';

/** YAML takes a colon, bracket or quote within a text for its own; what the author meant is plain. */
export const frontMatterMended = (line: string): Finding => ({
  severity: 'warning',
  rule: 'front-matter-mended',
  sentence: null,
  values: [shown(line.trim())],
  message: `the front matter was read as if this line were quoted: ${shown(line.trim())}: put its value in quotes`,
});
