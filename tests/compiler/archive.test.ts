import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { type CompiledNote, compileNote } from '../../compiler/compile.ts';
import { plainText } from '../../core/text/plain-text.ts';

const shared = process.env.SLEEVENOTES_SHARED ?? resolve(import.meta.dirname, '../../../shared');
const notes = join(shared, 'data/notes');
if (!existsSync(notes)) console.log(`skipped: the real notes are not at ${notes}`);

const read = (folder: string) =>
  readdirSync(join(notes, folder))
    .filter((file) => /\.(md|txt)$/.test(file))
    .map((file) => ({ file, text: readFileSync(join(notes, folder, file), 'utf8') }));

/** How often each letter occurs, without digits, because lists are renumbered. */
function letters(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const letter of text.normalize('NFC').match(/\p{L}/gu) ?? []) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
}

/** The visible text of some Markdown: without comments, tags, link targets and the label of the originals. */
const visible = (text: string) =>
  text
    .replace(/^---\n[\s\S]*?\n---[^\n]*\n/, '')
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .replaceAll(/<summary>[^<\n]*Original[^<\n]*/gi, '')
    .replaceAll(/<\/?[a-z][^>]*>/gi, '')
    .replaceAll(/\]\((https?:|mailto:|#)[^)]*\)/g, ']')
    .replaceAll(/^> \[!\w+\]/gm, '>')
    .replaceAll(/^```\w+/gm, '');

function compiledWords({ edition }: CompiledNote): string {
  const blocks = edition?.sections.flatMap((section) => section.blocks) ?? [];
  const said = blocks.flatMap(({ speaker = '', content, original = [] }) => [
    speaker,
    plainText([content, ...original]),
  ]);
  return [edition?.title, ...(edition?.sections.map(({ title }) => title) ?? []), ...said].join('\n');
}

test.skipIf(!existsSync(notes))(
  'every real note compiles, and none of its words is lost',
  () => {
    const siblings = read('siblings');
    const left = siblings.filter(({ file, text }) => {
      const note = compileNote({ file, text });
      if (note.edition === null) return true;
      const kept = letters(compiledWords(note));
      const lost = [...letters(visible(text))].filter(([letter, count]) => count > (kept.get(letter) ?? 0));
      expect(lost, file).toEqual([]);
      return false;
    });
    expect(left.map(({ file }) => file)).toEqual([]);
    expect(siblings).toHaveLength(165);
  },
  120_000,
);

test.skipIf(!existsSync(notes))('the founding note: 32 sections, every gloss with a colon split at it', () => {
  const [note = { file: '', text: '' }] = read('seed');
  const { edition, problems } = compileNote(note);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(edition?.sections).toHaveLength(32);
  for (const [, term = '', name = '', definition = ''] of note.text.matchAll(
    /\*\*([^*（]+)\*\*（([^:（）]+): (?:[A-Za-z -]+，)?([^（）]+)）/g,
  )) {
    const entry = edition?.glossary.find((each) =>
      [each.term, ...each.aliases].some((own) => own.toLowerCase() === name.toLowerCase()),
    );
    expect(
      [entry?.term, ...(entry?.aliases ?? [])].map((own) => own?.toLowerCase()),
      term,
    ).toContain(term.toLowerCase());
    // The text before the explanation may be the long form of an abbreviation, which is a name of its own.
    const explained = entry?.definition
      .split('\n')
      .some((line) => definition.endsWith(line) || line.includes(definition));
    expect(explained, `${term}: ${entry?.definition}`).toBe(true);
  }
});
