import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fileFaults } from '../core/library/file-faults.ts';
import type { Finding } from '../core/note/problem.ts';

const FOLDER = join(import.meta.dirname, '../compiler/rules');

/** The names of the rules, one per file. */
export const RULES = readdirSync(FOLDER).map((file) => file.replace('.ts', ''));

const modules: object[] = await Promise.all(
  RULES.map((rule) => import(pathToFileURL(join(FOLDER, `${rule}.ts`)).href)),
);

type Report = (...values: unknown[]) => Finding | null;

/** The functions that a module exports, directly or in an object. */
const functionsOf = (exported: object): Report[] =>
  Object.values(exported).flatMap((each) => (typeof each === 'function' ? [each] : functionsOf(each)));

/** One finding, with made-up values, for every sentence of rules and file faults. */
export const FINDINGS: readonly Finding[] = [...modules, fileFaults]
  .flatMap(functionsOf)
  .flatMap((report) => report('a', 'b', 'c') ?? []);
