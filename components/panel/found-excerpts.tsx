import { Fragment, type ReactNode } from 'react';
import { i18n } from '#i18n';
import type { LanguageTag, SectionId } from '../../core/note/episode.ts';
import type { Excerpt, FindText, NoteMatches, Range, SectionMatches } from '../../core/note/search-note.ts';
import { inLanguage } from '../shared/in-language.ts';
import { numberText } from '../shared/locale.ts';
import { Words } from '../shared/words.tsx';

/** Words a reader is led to. Every click makes another one, so that the same words can be led to again. */
export interface Hit extends Pick<Excerpt, 'block' | 'original'> {
  readonly section: SectionId;
}

/** Words of the summary that a reader is led to. */
export interface SummaryHit {
  readonly block: number;
  readonly find: FindText;
}

interface ExcerptsProps {
  readonly matches: SectionMatches;
  readonly language: LanguageTag;
  readonly onHit: (hit: Hit) => void;
}

/** Where a section holds what is sought; a click leads to the words. */
export function Excerpts({ matches, language, onHit }: ExcerptsProps): ReactNode {
  const { section } = matches;
  const shown = matches.excerpts.reduce((sum, { ranges }) => sum + ranges.length, matches.title.length);
  return (
    <ul className="excerpts" {...inLanguage(language)}>
      {matches.excerpts.map(({ block, original, text, ranges }) => (
        <li key={`${block} ${original}`}>
          <button type="button" className="excerpt" onClick={() => onHit({ section, block, original })}>
            <Marked text={text} ranges={ranges} />
          </button>
        </li>
      ))}
      {shown < matches.count && <li className="excerpts-more">{i18n.t('panel.moreMatches', matches.count - shown)}</li>}
    </ul>
  );
}

interface SummaryExcerptsProps {
  readonly matches: NoteMatches;
  readonly language: LanguageTag;
  readonly onHit: (block: number) => void;
}

/** Where the summary holds what is sought. */
export function SummaryExcerpts({ matches, language, onHit }: SummaryExcerptsProps): ReactNode {
  if (matches.summary.length === 0) return null;
  return (
    <section className="found-in-summary" aria-label={i18n.t('panel.summary')}>
      <h2>{i18n.t('panel.summary')}</h2>
      <ul className="excerpts" {...inLanguage(language)}>
        {matches.summary.map(({ block, text, ranges }) => (
          <li key={block}>
            <button type="button" className="excerpt" onClick={() => onHit(block)}>
              <Marked text={text} ranges={ranges} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Marked({ text, ranges }: { readonly text: string; readonly ranges: readonly Range[] }): ReactNode {
  if (ranges.length === 0) return <Words text={text} />;
  let at = 0;
  const parts = ranges.map(([from, to]) => {
    const before = text.slice(at, from);
    at = to;
    return { from, before, found: text.slice(from, to) };
  });
  return (
    <>
      {parts.map(({ from, before, found }) => (
        <Fragment key={from}>
          {before}
          <mark>{found}</mark>
        </Fragment>
      ))}
      {text.slice(at)}
    </>
  );
}

export function countText({ count, summary, sections: { length } }: NoteMatches): string {
  const matches = i18n.t('panel.matches', count, [numberText(count)]);
  return length === 0 || summary.length > 0
    ? matches
    : i18n.t('panel.inSections', length, [matches, numberText(length)]);
}
