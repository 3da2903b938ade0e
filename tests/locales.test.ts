import { readdirSync, readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { FAULT_KINDS } from '../core/catalog/fault.ts';
import { camelCase, messageKey } from '../core/note/sentence.ts';
import { FINDINGS } from './findings.ts';

const FOLDER = new URL('../locales/', import.meta.url);
/** The locale that determines the type of message keys. */
const TYPED = 'en.yml';

const files = readdirSync(FOLDER).filter((name) => name.endsWith('.yml'));
const typed = messagesOf(TYPED);

/** The messages of a locale by dotted key; each plural form is one message. */
function messagesOf(file: string): ReadonlyMap<string, unknown> {
  const messages = new Map<string, unknown>();
  collect(load(readFileSync(new URL(file, FOLDER), 'utf8')), '', messages);
  return messages;
}

function collect(value: unknown, key: string, messages: Map<string, unknown>): void {
  if (typeof value !== 'object' || value === null) {
    messages.set(key, value);
    return;
  }
  for (const [name, inner] of Object.entries(value)) {
    collect(inner, key === '' ? name : `${key}.${name}`, messages);
  }
}

/** The plural forms for exactly no and exactly one thing, which may write the count out: "1 section". */
const EXACT_COUNT = /\.[01]$/;

/** The values in a message, each once: their order and number of uses differ between languages. */
function valuesOf(key: string, message: unknown): string {
  const values = new Set(String(message).match(/\$\d/g));
  if (EXACT_COUNT.test(key)) values.delete('$1');
  return [...values].sort().join(' ');
}

it('speaks English, Simplified and Traditional Chinese', () => {
  expect(files.sort()).toEqual(['en.yml', 'zh_CN.yml', 'zh_TW.yml']);
});

describe.each(files)('%s', (file) => {
  const messages = messagesOf(file);

  it('has every message and no other', () => {
    expect([...messages.keys()].sort()).toEqual([...typed.keys()].sort());
  });

  it('leaves no message empty', () => {
    const empty = [...messages].filter(([, text]) => typeof text !== 'string' || text.trim() === '');
    expect(empty).toEqual([]);
  });

  it('says the same values in each message', () => {
    const differing = [...messages].filter(([key, text]) => valuesOf(key, text) !== valuesOf(key, typed.get(key)));
    expect(differing).toEqual([]);
  });

  it('has a sentence for every problem, with all of its values, and no other', () => {
    const wanted = FINDINGS.map(({ sentence, values }) => [messageKey(sentence), Object.keys(values).sort()]);
    const said = [...messages].filter(([key]) => key.startsWith('problem.'));
    const names = (message: unknown) => [...new Set(String(message).match(/(?<=\{)\w+(?=\})/g))].sort();
    expect(said.map(([key, message]) => [key, names(message)]).sort()).toEqual(wanted.sort());
  });

  it('has a sentence for every fault of a catalog, and no other', () => {
    const said = [...messages.keys()].filter((key) => key.startsWith('catalog.fault.'));
    expect(said.sort()).toEqual(FAULT_KINDS.map((kind) => `catalog.fault.${camelCase(kind)}`).sort());
  });

  it('has a short reason for every rule that rejects a note', () => {
    const wanted = FINDINGS.filter(({ severity }) => severity === 'error').map(
      ({ rule }) => `library.fault.${camelCase(rule)}`,
    );
    const said = [...messages.keys()].filter((key) => key.startsWith('library.fault.'));
    expect(said.sort()).toEqual([...new Set(wanted)].sort());
  });
});

it.each(files)('%s has keys that Chromium takes: with any other it refuses the whole extension', (file) => {
  expect([...messagesOf(file).keys()].filter((key) => !/^[A-Za-z\d_.]+$/.test(key))).toEqual([]);
});
