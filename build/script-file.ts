import {
  charactersOf,
  charactersToTraditional,
  type Dictionaries,
  inTaiwan,
  makeScriptWords,
  takeUpPhrases,
  wholeDictionaries,
} from '../compiler/script-words.ts';
import { type WordPair, writeScripts } from '../core/note/script-words.ts';

/** Notes rarely use characters outside the basic multilingual plane. */
const isBasic = ([word, written]: WordPair) => word.length === 1 && written.length === 1 && word !== written;

/**
 * The compiler leaves out phrases that only repeat the conversion of their characters: 42,744 of 49,238. Of the others,
 * those of two characters remain, and those of up to four that contain such a phrase.
 */
function phrasesNeeded({ STCharacters, STPhrases }: Dictionaries): readonly WordPair[] {
  const characters = charactersOf(charactersToTraditional(STCharacters));
  const telling = takeUpPhrases(characters, inTaiwan(STPhrases)).map(([phrase]) => phrase);
  const pairs = new Set(telling.filter((phrase) => phrase.length === 2));
  const overrules = (phrase: string) =>
    phrase.length <= 4 && Array.from(phrase).some((_, at) => pairs.has(phrase.slice(at, at + 2)));
  const kept = new Set(telling.filter((phrase) => pairs.has(phrase) || overrules(phrase)));
  return STPhrases.filter(([phrase]) => kept.has(phrase));
}

/**
 * The text of `chinese.json`: the dictionaries that pages and the compiler's worker convert Chinese with. The build and the
 * command line use OpenCC's whole ones, with the same result but for rare longer phrases; see docs/adr/0010.
 */
export function scriptFile(): string {
  const whole = wholeDictionaries();
  const basic = {
    ...whole,
    STCharacters: whole.STCharacters.filter(isBasic),
    TSCharacters: whole.TSCharacters.filter(isBasic),
  };
  return JSON.stringify(writeScripts(makeScriptWords({ ...basic, STPhrases: phrasesNeeded(basic) })));
}
