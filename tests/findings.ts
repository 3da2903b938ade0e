import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileFaults } from '../core/library/file-faults.ts';
import type { Finding } from '../core/note/problem.ts';

const FOLDER = join(import.meta.dirname, '../compiler/rules');

/** The names of the rules notes are checked by, one for each file. */
export const RULES = readdirSync(FOLDER).map((file) => file.replace('.ts', ''));

const modules: object[] = await Promise.all(RULES.map((rule) => import(join(FOLDER, `${rule}.ts`))));

type Report = (...values: unknown[]) => Finding | null;

/** The functions a module exports, singly or as an object of them. */
const functionsOf = (exported: object): Report[] =>
  Object.values(exported).flatMap((each) => (typeof each === 'function' ? [each] : functionsOf(each)));

/** One finding for every sentence that rules and file faults can say, with made-up values. */
export const FINDINGS: readonly Finding[] = [...modules, fileFaults]
  .flatMap(functionsOf)
  .flatMap((report) => report('a', 'b', 'c') ?? []);
