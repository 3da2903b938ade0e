import { type Finding, shown } from './rule.ts';

/** Only the note itself is at hand, not the files beside it. */
export const embedDropped = (file: string): Finding => ({
  severity: 'warning',
  rule: 'embed-dropped',
  sentence: null,
  values: [shown(file)],
  message: `the embedded file ${shown(file)} is not shown: write into the note what the viewer has to know`,
});
