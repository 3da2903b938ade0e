import { readScripts, type ScriptFile, type ScriptWords } from '../../core/note/script-words.ts';

let words: Promise<ScriptWords> | null = null;

/**
 * The dictionaries of Chinese: a file of the extension's own, made by build/script-file.ts. It is read once by each page and
 * worker that asks for it.
 */
export function bundledScriptWords(): Promise<ScriptWords> {
  words ??= read();
  return words;
}

async function read(): Promise<ScriptWords> {
  // Workers have no `browser.runtime`.
  const file = await fetch(new URL('/chinese.json', location.href));
  return readScripts((await file.json()) as ScriptFile);
}
