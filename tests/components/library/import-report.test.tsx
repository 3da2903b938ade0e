// @vitest-environment happy-dom
import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { frontMatter } from '../../../compiler/rules/front-matter.ts';
import { headingEmpty } from '../../../compiler/rules/heading-empty.ts';
import { limit } from '../../../compiler/rules/limit.ts';
import { sourceForeign } from '../../../compiler/rules/source-foreign.ts';
import { sourceMissing } from '../../../compiler/rules/source-missing.ts';
import { fileFaults } from '../../../core/library/file-faults.ts';
import { type ImportEntry, NO_COUNTS } from '../../../core/library/import.ts';
import type { Finding, Problem } from '../../../core/note/problem.ts';
import { FINDINGS } from '../../findings.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const LOCALES = ['en', 'zh_CN', 'zh_TW'] as const;

const problem = (finding: Finding, line = 1): Problem => ({ file: 'note.md', line, column: 1, ...finding });

const HOSTILE = '<img src=x onerror=alert(1)> `code` $2 {title} \u202E';

async function show(locale: (typeof LOCALES)[number], problems: readonly Problem[]): Promise<HTMLElement> {
  const { speak } = await import('../i18n.ts');
  speak(locale);
  const { ImportReport } = await import('../../../components/library/import-report.tsx');
  const entries = problems.map((one, at): ImportEntry => {
    return { file: `${at}.md`, outcome: 'left-out', note: null, problems: [one] };
  });
  const nothing = () => {};
  return draw(
    <ImportReport
      end="complete"
      entries={entries}
      counts={NO_COUNTS}
      onSave={nothing}
      onClose={nothing}
      onTakeUp={null}
    />,
  );
}

async function draw(report: ReactNode): Promise<HTMLElement> {
  const container = document.createElement('div');
  document.body.replaceChildren(container);
  await act(async () => createRoot(container).render(report));
  return container;
}

async function filter(report: HTMLElement, query: string): Promise<void> {
  const input = report.querySelector<HTMLInputElement>('input[type=search]');
  // React overrides the element's own property, so the prototype's setter is called.
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, query);
  await act(async () => input?.dispatchEvent(new Event('input', { bubbles: true })));
}

const rows = (report: HTMLElement) => [...report.querySelectorAll('.entries li li')];

/** The text of a problem, without its headline. */
function saidIn(row: Element | undefined): string {
  row?.querySelector('.line')?.remove();
  return row?.textContent?.trim() ?? '';
}

// Sentences are cached by the module.
beforeEach(() => void vi.resetModules());

describe.each(LOCALES)('%s', (locale) => {
  it.each(FINDINGS)('$sentence is shown in this language, with its values as text', async (finding) => {
    const values = Object.keys(finding.values).map((name) => `${name} ${HOSTILE}`);
    const given = Object.fromEntries(Object.keys(finding.values).map((name, at) => [name, values[at] ?? '']));
    const [row] = rows(await show(locale, [problem({ ...finding, values: given })]));
    expect([...(row?.querySelectorAll('bdi') ?? [])].map((value) => value.textContent).sort()).toEqual(values.sort());
    const said = saidIn(row);
    const own = values.reduce((rest, value) => rest.replace(value, ''), said);
    expect(own).not.toMatch(/[`$]|\{\w+\}/);
    expect(/\p{Script=Han}/u.test(own)).toBe(locale !== 'en');
    expect(row?.querySelector('[lang], img')).toBeNull();
  });
});

it('shows text in backticks as code', async () => {
  const [row] = rows(await show('zh_CN', [problem(sourceMissing())]));
  expect([...(row?.querySelectorAll('code') ?? [])].map((code) => code.textContent)).toEqual([
    'source: https://www.youtube.com/watch?v=…',
    '---',
  ]);
});

it('shows the line of a problem, unless it concerns the whole file', async () => {
  const report = await show('zh_CN', [
    problem(frontMatter.list(), 1203),
    problem(fileFaults.undecodable.binary()),
    problem(headingEmpty(), 7),
  ]);
  expect([...report.querySelectorAll('.line')].map((line) => line.textContent)).toEqual([
    '笔记开头的信息无法读取 · 第 1,203 行',
    '不是文本',
    '第 7 行',
  ]);
});

it('writes numbers as the viewer does', async () => {
  const [row] = rows(await show('zh_TW', [problem(limit.lines())]));
  expect(saidIn(row)).toContain('20,000');
});

it('is filtered by its text, and by the names of rules', async () => {
  const report = await show('zh_CN', [problem(sourceForeign('https://vimeo.com/1')), problem(headingEmpty())]);
  for (const [query, found] of [
    ['', 2],
    ['为小节命名', 1],
    ['请改为该视频', 1],
    ['VIMEO', 1],
    ['heading-empty', 1],
    ['Name the section', 0],
  ] as const) {
    await filter(report, query);
    expect([query, rows(report).length]).toEqual([query, found]);
  }
});

it('lists files about no video in one line, which expands to their names', async () => {
  const { speak } = await import('../i18n.ts');
  speak('en');
  const { ImportReport } = await import('../../../components/library/import-report.tsx');
  const { countEntries } = await import('../../../core/library/import.ts');
  const note = { videoId: 'talk-talk-1' as never, language: 'en', title: 'A talk', hasTranscript: false };
  const entries: ImportEntry[] = [
    { file: 'a.md', outcome: 'added', note: { ...note, hasTimes: true }, problems: [] },
    { file: 'b.md', outcome: 'unchanged', note: { ...note, hasTimes: false, hasTranscript: true }, problems: [] },
    ...['shopping.md', 'recipes.md'].map(
      (file): ImportEntry => ({ file, outcome: 'no-video', note: null, problems: [] }),
    ),
  ];
  const nothing = () => {};
  const report = await draw(
    <ImportReport
      end="complete"
      entries={entries}
      counts={countEntries(NO_COUNTS, entries)}
      onSave={nothing}
      onClose={nothing}
      onTakeUp={null}
    />,
  );
  expect(report.textContent).toContain('2 notes, 1 with times, 1 transcript');
  expect(report.querySelector('summary')?.textContent).toBe('2 files are about no video on YouTube');
  expect(rows(report)).toEqual([]);
  const details = report.querySelector('details');
  await act(async () => {
    if (details) details.open = true;
    details?.dispatchEvent(new Event('toggle'));
  });
  expect([...report.querySelectorAll('.no-video li')].map(({ textContent }) => textContent)).toEqual([
    'shopping.md',
    'recipes.md',
  ]);
});
