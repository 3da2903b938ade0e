import { Fragment, memo, type ReactNode } from 'react';
import { wordsOf } from '../../core/text/words-of.ts';
import './words.css';

/** Words in a title whose lines may break only between them, also in languages that write no spaces. */
export const Words = memo(function Words({ text }: { readonly text: string }): ReactNode {
  const words = wordsOf(text);
  if (words.length < 2) return text;
  return (
    <span className="whole-words">
      {words.map((word, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the words of one text never change places
        <Fragment key={at}>
          {at > 0 && <wbr />}
          {word}
        </Fragment>
      ))}
    </span>
  );
});
