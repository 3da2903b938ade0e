import { expect, it } from 'vitest';
import { SENTENCES } from '../../../core/note/sentence.ts';
import { type ImportFault, importProblem } from '../../../platform/files/problems.ts';

const FAULTS: Readonly<Record<ImportFault['rule'], ImportFault>> = {
  'archive-bomb': { rule: 'archive-bomb' },
  binary: { rule: 'binary' },
  'compiler-stopped': { rule: 'compiler-stopped' },
  'damaged-archive': { rule: 'damaged-archive', detail: 'bad checksum' },
  encrypted: { rule: 'encrypted' },
  'file-gone': { rule: 'file-gone' },
  'file-too-large': { rule: 'file-too-large', size: 50 * 1024 * 1024 },
  'nested-archive': { rule: 'nested-archive' },
  'same-video': { rule: 'same-video', other: 'other.md' },
  'unknown-encoding': { rule: 'unknown-encoding' },
  'unreadable-archive': { rule: 'unreadable-archive', detail: 'no end of directory' },
  'unreadable-file': { rule: 'unreadable-file', detail: 'not found' },
  'unsafe-path': { rule: 'unsafe-path' },
};

it.each(Object.values(FAULTS))('$rule: has the values of its sentence, which are those of the message', (fault) => {
  const { rule, values, message } = importProblem('a.md', fault);
  expect(rule).toBe(fault.rule);
  expect(values).toHaveLength(SENTENCES[fault.rule].length);
  for (const value of values) expect(message).toContain(value);
});
