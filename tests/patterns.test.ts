import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';

/**
 * Notes, transcripts, pages and queries are written by others, so every regular expression that may meet them must take
 * linear time. This test finds all of them in the source, lets a checker (recheck) search each for a text that makes it
 * slow, and runs each over 100,000 characters of awkward text. One that is slow is to be written differently, or, where
 * its text cannot be long, listed in BOUNDED with the limit.
 */

const ROOT = join(import.meta.dirname, '..');
const ROOMS = ['core', 'compiler', 'platform', 'components', 'entrypoints', 'cli'];

interface Pattern {
  readonly file: string;
  readonly line: number;
  readonly source: string;
  readonly flags: string;
}

/** Examples of patterns that functions build. Those built when a module is loaded are found automatically. */
const BUILT: Readonly<Record<string, readonly RegExp[]>> = {
  'compiler/likeliest-language.ts': [/\p{Script=Latin}/gu],
};

/** Patterns (or all of a file) that are slower than linear, with the greatest length of their input. */
const BOUNDED: readonly { readonly pattern: string; readonly most: number; readonly why: string }[] = [
  {
    pattern: String.raw`/"((?:[^"\\]|\\.)*)"|'([^']*)'|([\d.]+)/g`,
    most: 2000,
    why: 'a line of TOML; longer ones are passed over',
  },
  { pattern: String.raw`/\s+#.*$/`, most: 2000, why: 'a line of TOML; longer ones are passed over' },
  { pattern: String.raw`/^(.*?)\s*[(（]([^()（）]{1,80})[)）]$/u`, most: 200, why: 'a term with its other names' },
  { pattern: String.raw`/(?:\[[^\]]*\]\(\s*<?|<)$/`, most: 400, why: 'what stands before a link, cut before' },
  { pattern: String.raw`/!\[[^\]]*\]\(\s*<?$/`, most: 300, why: 'what stands before a link, cut before' },
  { pattern: String.raw`/\[!\[[^\]]*\]\([^)]*\)\]\(\s*<?$/`, most: 300, why: 'what stands before a link, cut before' },
  {
    pattern: String.raw`/<(?:iframe|embed|video|source)\b[^>]*$/i`,
    most: 300,
    why: 'what stands before a link, cut before',
  },
  {
    pattern: String.raw`/(?:\{\{|\{%|<[A-Z][\w.]*|<[\w]+-[\w-]+|::youtube|@\[)[^{}<>]*$/`,
    most: 300,
    why: 'what stands before a link, cut before',
  },
  { pattern: 'core/timeline/chapter-lines.ts', most: 500, why: 'a line; longer ones are passed over' },
  {
    pattern: String.raw`/^([\p{Script=Latin}][\p{Script=Latin}\d .&'’/-]{3,80}?)\s*(?:[，,；;。:：]\s*([\s\S]+))?$/u`,
    most: 1500,
    why: 'a parenthesis; a longer one is no gloss',
  },
  { pattern: String.raw`/\s+[/／]\s+|[，,]\s*/`, most: 1500, why: 'a parenthesis; a longer one is no gloss' },
  { pattern: String.raw`/\s+[/／]\s+|,\s+(?=[A-Z]{2,6}$)/`, most: 160, why: 'what stands before the colon of a gloss' },
  { pattern: String.raw`/[A-Za-z][\p{Script=Latin}\d.+-]*$/u`, most: 100, why: 'cut before' },
  { pattern: '/[. ]+$/u', most: 200, why: 'a file name, cut before' },
  { pattern: '/[[!(（<&]{300,}|[*_~`]{300,}/', most: 1_000_000, why: 'a line; no run is counted beyond 300' },
];

/** Linear, although the checker is unsure or claims otherwise; its attack strings are tried. */
const CLEARED: readonly { readonly pattern: string; readonly why: string }[] = [
  ...[
    'callout',
    'cue-lines',
    'dates',
    'find-video',
    'found-time',
    'gloss-text',
    'inline-notation',
    'key-terms',
    'notation',
    'outline',
    'people',
    'take-summary',
    'title',
    'turns',
    'video-links',
  ].map((name) => ({
    pattern: `compiler/${name}.ts`,
    why: 'every repetition is bounded, or ends at a mark it cannot hold',
  })),
  { pattern: 'core/video/video-address.ts', why: 'each part of an address ends at a mark it cannot hold' },
  { pattern: 'core/transcript/cue-text.ts', why: 'what stands in a tag ends at the next angle bracket, or at a space' },
  { pattern: String.raw`/<(script|style)\b[\s\S]*?(<\/\1>|$)/gi`, why: 'what is not closed ends with the text' },
];

/** The checker takes seconds, so its results are cached by pattern. */
const CACHE = join(ROOT, 'node_modules/.cache/patterns.json');

type Verdict = { readonly status: 'safe' | 'vulnerable' | 'unknown'; readonly attack?: string };

function patternsIn(file: string): { readonly literals: Pattern[]; readonly built: number } {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const literals: Pattern[] = [];
  let built = 0;
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
      literals.push({ file, line: line + 1, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    } else if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText(tree) === 'RegExp') {
      built += 1;
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return { literals, built };
}

const files = ROOMS.flatMap((room) =>
  readdirSync(join(ROOT, room), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
).sort();
const found = files.map((file) => ({ file, ...patternsIn(file) }));
const caught = new Map<string, readonly RegExp[]>();
for (const { file, built } of found) if (built > 0) caught.set(file, await builtIn(file));
const patterns: readonly Pattern[] = found.flatMap(({ file, literals }) => [
  ...literals,
  ...(caught.get(file) ?? []).map(({ source, flags }) => ({ file, line: 0, source, flags })),
]);

/** The patterns built when a module is loaded, and the examples for its functions. */
async function builtIn(file: string): Promise<readonly RegExp[]> {
  const made: RegExp[] = [...(BUILT[file] ?? [])];
  const Real = RegExp;
  globalThis.RegExp = new Proxy(Real, {
    construct(target, given) {
      const pattern = Reflect.construct(target, given);
      made.push(pattern);
      return pattern;
    },
  });
  try {
    await import(pathToFileURL(join(ROOT, file)).href);
  } finally {
    globalThis.RegExp = Real;
  }
  return made;
}

const textOf = ({ source, flags }: Pattern) => `/${source}/${flags}`;
const nameOf = (pattern: Pattern) => `${pattern.file}: ${textOf(pattern)}`;

/** Texts that make careless patterns backtrack: runs of one character, and runs that almost match. */
function awkwardTexts({ source }: Pattern, length = 100_000): readonly string[] {
  const own = [...new Set(source.replaceAll(/\\[a-zA-Z]|[\\^$.*+?()[\]{}|]/g, ''))].slice(0, 10);
  const units = [
    ' ',
    '\t',
    '\n',
    '\r\n',
    'a',
    'A ',
    '0',
    '0:',
    '中',
    '\u0301',
    '<',
    '<a ',
    '[',
    '](',
    '("',
    '.',
    '\\',
    ...own,
  ];
  return [...new Set(units)].map((unit) => `${unit.repeat(Math.ceil(length / unit.length))}\u0001`);
}

const context = createContext({ texts: [] as readonly string[] });
const ENOUGH_MS = 10_000;

/** Whether a pattern finishes all texts in time; the engine's own timeout stops it otherwise. */
function endsInTime({ source, flags }: Pattern, texts: readonly string[]): boolean {
  const pattern = `new RegExp(${JSON.stringify(source)}, ${JSON.stringify(flags.replace('y', ''))})`;
  context.texts = texts;
  try {
    runInContext(`for (const text of texts) text.replace(${pattern}, ''); 0`, context, { timeout: ENOUGH_MS });
    return true;
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return false;
    throw error;
  }
}

const verdicts = new Map<string, Verdict>();

beforeAll(async () => {
  try {
    for (const [key, verdict] of JSON.parse(readFileSync(CACHE, 'utf8'))) verdicts.set(key, verdict);
  } catch {
    // The first run.
  }
  // The native build, where there is one, is four times as fast, so it rarely times out.
  process.env.RECHECK_BACKEND = 'auto';
  const { check } = await import('recheck');
  for (const pattern of patterns) {
    const { source, flags } = pattern;
    const key = textOf(pattern);
    if (verdicts.has(key)) continue;
    const { status, ...more } = await check(source, flags, { timeout: 5000, randomSeed: 1 });
    // `unknown` means a timeout, which says nothing about the pattern: the awkward texts decide.
    if (status !== 'unknown')
      verdicts.set(key, { status, ...('attack' in more && more.attack && { attack: more.attack.string }) });
  }
  mkdirSync(dirname(CACHE), { recursive: true });
  writeFileSync(CACHE, JSON.stringify([...verdicts]));
}, 300_000);

const verdictOf = (pattern: Pattern): Verdict => verdicts.get(textOf(pattern)) ?? { status: 'unknown' };
const bounded = new Set(BOUNDED.map(({ pattern }) => pattern));
const isIn = (list: ReadonlySet<string>, pattern: Pattern) => list.has(textOf(pattern)) || list.has(pattern.file);
const cleared = new Set(CLEARED.map(({ pattern }) => pattern));

describe('regular expressions that meet texts of others', () => {
  test('are all known to this test', () => {
    expect(patterns.length).toBeGreaterThan(150);
    for (const { file, built } of found) {
      const known = caught.get(file)?.length ?? 0;
      expect(known, `${file}: list in BUILT what its functions put together`).toBeGreaterThanOrEqual(built);
    }
  });

  test('take linear time, as far as a checker can tell', () => {
    const slow = patterns.filter((pattern) => {
      return verdictOf(pattern).status === 'vulnerable' && !isIn(bounded, pattern) && !isIn(cleared, pattern);
    });
    const said = slow.map((pattern) => `${nameOf(pattern)} (line ${pattern.line}): ${verdictOf(pattern).status}`);
    expect(said, 'write these so that they take linear time').toEqual([]);
  });

  test('are through with 100,000 awkward characters at once', { timeout: 120_000 }, () => {
    const late = patterns
      .filter((pattern) => !isIn(bounded, pattern))
      .filter((pattern) => !endsInTime(pattern, [...awkwardTexts(pattern), verdictOf(pattern).attack ?? '']));
    expect(late.map(nameOf)).toEqual([]);
  });

  test('are within limits that are enough, where they are excused for having one', () => {
    for (const { pattern: name, most } of BOUNDED) {
      const slow = patterns.filter((each) => isIn(new Set([name]), each) && verdictOf(each).status !== 'safe');
      expect(slow.length, `${name}: take it off the list`).toBeGreaterThan(0);
      for (const pattern of slow) {
        const texts = [...awkwardTexts(pattern, most), (verdictOf(pattern).attack ?? '').slice(0, most)];
        expect(endsInTime(pattern, texts), textOf(pattern)).toBe(true);
      }
    }
  });
});
