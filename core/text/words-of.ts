/** Languages that write without spaces. */
const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
/** Characters that stay with the word after them. */
const OPENING = /^[\p{Ps}\p{Pi}]+$/u;
/** Characters and particles that stay with the word before them, so that no line begins with them. */
const CLOSING = /^(?:[^\p{L}\p{N}\p{Ps}\p{Pi}]+|[的了着著过過们們吗嗎呢吧])$/u;

let segmenter: Intl.Segmenter | null = null;

/**
 * A text in pieces between which a line may break, for languages that write no spaces between words: punctuation stays
 * with the word it belongs to. Joined, they are the text. A text in any other language is one piece, which breaks at its
 * spaces; so is every text where the platform does not know words.
 */
export function wordsOf(text: string): readonly string[] {
  if (!SPACELESS.test(text) || typeof Intl.Segmenter === 'undefined') return [text];
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const words: string[] = [];
  let opening = '';
  for (const { segment } of segmenter.segment(text)) {
    if (OPENING.test(segment)) opening += segment;
    else if (CLOSING.test(segment) && opening === '' && words.length > 0) words.push(`${words.pop()}${segment}`);
    else {
      words.push(opening + segment);
      opening = '';
    }
  }
  if (opening !== '') words.push(opening);
  return words;
}
