import { Fragment, type ReactNode } from 'react';
import { i18n } from '#i18n';
import type { Problem } from '../../core/note/problem.ts';
import type { SentencePart } from '../../core/note/sentence.ts';
import { numberText } from '../shared/locale.ts';
import { faultText, problemParts } from './wording.ts';

/** A value is isolated, so that a note's text cannot turn the sentence around. */
const PART = { words: Fragment, code: 'code', value: 'bdi' } as const satisfies Record<SentencePart['kind'], unknown>;

/** What is wrong with a note, and on which line. */
export function ProblemText({ problem }: { readonly problem: Problem }): ReactNode {
  return (
    <>
      <Headline problem={problem} /> <Said problem={problem} />
    </>
  );
}

/** Why the note was left out, where it was, and on which line. */
function Headline({ problem }: { readonly problem: Problem }): ReactNode {
  const fault = faultText(problem);
  // What is wrong with a file as a whole is reported on its first line, where there is nothing to see.
  const place = problem.line > 1 ? i18n.t('library.line', [numberText(problem.line)]) : null;
  const words = [fault, place].filter((part) => part !== null).join(' · ');
  return words && <b className="line">{words}</b>;
}

function Said({ problem }: { readonly problem: Problem }): ReactNode {
  return problemParts(problem).map(({ kind, text }, at) => {
    const Element = PART[kind];
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence stay in their places
    return <Element key={at}>{text}</Element>;
  });
}
