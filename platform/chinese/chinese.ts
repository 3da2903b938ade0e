import { readChinese } from '../../core/note/chinese.ts';
import { bundledScriptWords } from './bundled-words.ts';

/** What is needed to show and search Chinese, once the dictionaries are there. */
export async function openChinese() {
  const words = await bundledScriptWords();
  return (...viewer: [languages: Parameters<typeof readChinese>[1], taiwanWords: boolean]) =>
    readChinese(words, ...viewer);
}
