import { expect, it } from 'vitest';
import { type ImportEntry, reportAsCsv } from '../../../core/library/import.ts';
import type { Problem } from '../../../core/note/problem.ts';

const problem: Problem = {
  file: 'a.md',
  line: 2,
  column: 1,
  severity: 'error',
  rule: 'source-foreign',
  sentence: 'source-foreign',
  values: { value: 'x' },
};

it('saves a report as CSV that a spreadsheet does not take for formulas or another encoding', () => {
  const entries: ImportEntry[] = [
    { file: 'a.md', outcome: 'left-out', note: null, problems: [problem] },
    { file: '=b.md', outcome: 'no-note', note: null, problems: [] },
  ];
  expect(reportAsCsv(entries, ({ values }) => `“${values.value}”不是 "YouTube" 网址`)).toBe(
    [
      '\uFEFFfile,outcome,video,line,column,severity,rule,message',
      'a.md,left-out,,2,1,error,source-foreign,"“x”不是 ""YouTube"" 网址"',
      "'=b.md,no-note,,,,,,",
      '',
    ].join('\r\n'),
  );
});
