import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import type { Problem } from '../core/note/problem.ts';
import { fillTemplate, messageKey, readTemplate, type SentenceTemplate } from '../core/note/sentence.ts';

const ENGLISH = new URL('../locales/en.yml', import.meta.url);

const templates = new Map<string, SentenceTemplate>();
let messages: unknown;

/** A message of the interface in English, by its dotted key. */
export function englishMessage(key: string): string {
  messages ??= load(readFileSync(ENGLISH, 'utf8'));
  return String(
    key.split('.').reduce<unknown>((at, name) => (at as Readonly<Record<string, unknown>>)[name], messages),
  );
}

function templateOf(sentence: string): SentenceTemplate {
  const known = templates.get(sentence);
  if (known) return known;
  const template = readTemplate(englishMessage(messageKey(sentence)));
  templates.set(sentence, template);
  return template;
}

const inEnglish = (number: number) => number.toLocaleString('en');

/** A problem's sentence in English, for the command line and the build, with code in backticks. */
export function englishOf({ sentence, values }: Pick<Problem, 'sentence' | 'values'>): string {
  return fillTemplate(templateOf(sentence), values, inEnglish)
    .map(({ kind, text }) => (kind === 'code' ? `\`${text}\`` : text))
    .join('');
}
