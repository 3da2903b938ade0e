import type { Values } from './problem.ts';

/** A part of a sentence: plain words, code, or a value. */
export interface SentencePart {
  readonly kind: 'words' | 'code' | 'value';
  readonly text: string;
}

/** A message of `locales/` taken apart: the text of a `value` is the name of one. */
export type SentenceTemplate = readonly SentencePart[];

/** How a number is written in the language of the sentence. */
export type FormatNumber = (number: number) => string;

/** `heading-empty` as `headingEmpty`: keys in `locales/` have no hyphens. */
export const camelCase = (name: string) => name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The key of a problem's sentence in `locales/`: `front-matter.yaml` is `problem.frontMatter.yaml`. */
export const messageKey = (sentence: string) => `problem.${camelCase(sentence)}`;

/** Splits a message at its code, which is in backticks, and at the placeholders of its values: `{name}`. */
export function readTemplate(message: string): SentenceTemplate {
  return message
    .split(/(`[^`]+`|\{\w+\})/)
    .map((text, at): SentencePart => {
      if (at % 2 === 0) return { kind: 'words', text };
      return { kind: text.startsWith('{') ? 'value' : 'code', text: text.slice(1, -1) };
    })
    .filter(({ text }) => text !== '');
}

/** Fills in the values, always as plain text: backticks and braces in them have no meaning. */
export function fillTemplate(template: SentenceTemplate, values: Values, format: FormatNumber): SentencePart[] {
  return template.map((part) =>
    part.kind === 'value' ? { kind: 'value', text: valueText(values[part.text], format) } : part,
  );
}

/** The same as plain text, for less than half the time: a report of many thousands is searched at every key. */
export function fillAsText(template: SentenceTemplate, values: Values, format: FormatNumber): string {
  let text = '';
  for (const part of template) text += part.kind === 'value' ? valueText(values[part.text], format) : part.text;
  return text;
}

const valueText = (value: string | number | undefined, format: FormatNumber) =>
  typeof value === 'number' ? format(value) : (value ?? '');
