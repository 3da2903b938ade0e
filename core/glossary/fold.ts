/** ASCII needs no Unicode tables; most names and nearly all queries are checked by this alone. */
const ASCII = /^[\0-\x7f]*$/;

/** Nothing to fold here; spares the common Chinese name four passes. */
const HAN = /^[\u4e00-\u9fff]*$/;

/** Chinese with Latin words among it, as nearly all definitions are: its punctuation only separates. */
const PLAIN = /^[\0-\x7f\u4e00-\u9fff，。、；：？！（）「」『』《》“”‘’…—·～]*$/;

/** Marks that only decorate a letter. Kana's voicing marks are put back by NFC and so survive. */
const LATIN_MARKS = /(?<=\p{Script=Latin}\p{M}*)\p{M}/gu;

/** Where there are none of these, there are no marks to take off, and two passes are spared. */
const MARKED = /[\u00c0-\u024f\u1e00-\u1eff]|\p{M}/u;

/** What separates words: all but letters, digits and symbols. `+`, `#` and `&` stay: C++, C# and AT&T are names. */
const SEPARATORS = /(?:[^\p{L}\p{M}\p{N}\p{S}#&]|[`´^~|])+/gu;

/**
 * Folds a text for comparing: compatibility forms (full width, ligatures, ㎏), case, accents of Latin letters and all
 * punctuation are taken away; words stay apart by single spaces.
 */
export function foldWords(text: string): string {
  if (ASCII.test(text))
    return text
      .toLowerCase()
      .replaceAll(/[^a-z0-9+#&<=>$]+/g, ' ')
      .trim();
  if (HAN.test(text)) return text;
  if (PLAIN.test(text))
    return text
      .toLowerCase()
      .replaceAll(/[^a-z0-9+#&<=>$\u4e00-\u9fff]+/g, ' ')
      .trim();
  const plain = text.normalize('NFKC').toLowerCase();
  const bare = MARKED.test(plain) ? plain.normalize('NFD').replaceAll(LATIN_MARKS, '').normalize('NFC') : plain;
  return bare.replaceAll(SEPARATORS, ' ').trim();
}

/** Folds a name: as {@link foldWords}, without spaces, so that `back-propagation` and `back propagation` are one. */
export function foldName(text: string): string {
  return foldWords(text).replaceAll(' ', '');
}
