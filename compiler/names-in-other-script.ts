import { Converter } from 'opencc-js';
import type { LanguageTag } from '../core/note/episode.ts';

type Convert = (text: string) => string;
let converters: { readonly toTraditional: Convert; readonly toSimplified: Convert } | undefined;

/**
 * Names as the other Chinese script writes them, in the same order; empty where nothing differs. `undefined` when none
 * does or the note is not Chinese.
 */
export function namesInOtherScript(names: readonly string[], language: LanguageTag): readonly string[] | undefined {
  if (!language.startsWith('zh')) return undefined;
  converters ??= {
    toTraditional: Converter({ from: 'cn', to: 'tw' }),
    toSimplified: Converter({ from: 'tw', to: 'cn' }),
  };
  const convert = /^zh-(Hant|TW|HK|MO)/i.test(language) ? converters.toSimplified : converters.toTraditional;
  const converted = names.map((name) => {
    const other = convert(name);
    return other === name ? '' : other;
  });
  return converted.some((name) => name !== '') ? converted : undefined;
}
