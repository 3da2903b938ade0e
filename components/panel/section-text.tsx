import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { i18n } from '#i18n';
import type { Block, LanguageTag, Section } from '../../core/note/episode.ts';
import { foldedGloss } from '../../core/note/folded-gloss.ts';
import type { FindText } from '../../core/note/search-note.ts';
import type { Passage } from '../../core/session/reading-passage.ts';
import { shownWords } from '../../core/session/watched.ts';
import { inLanguage } from '../shared/in-language.ts';
import { RichText } from '../shared/rich-text.tsx';
import { SoughtTermContext } from '../shared/terms.ts';
import { useSlice } from '../shared/use-slice.ts';
import type { Hit } from './found-excerpts.tsx';
import { highlightIn } from './highlight.ts';
import { leadTo } from './lead-to.ts';
import { usePanel, useWatched } from './panel-model.ts';
import './section-text.css';

interface SectionTextProps {
  readonly section: Section;
  readonly language: LanguageTag;
  readonly originalLanguage: LanguageTag | undefined;
  /** Finds what is being searched for, so that it can be marked; `null` when nothing is. */
  readonly find: FindText | null;
  /** What of it the reader is led to. */
  readonly hit: Hit | null;
}

/** A section's words, in the language asked for, as the conversation they are; and what can be done with it. */
export function SectionText({ section, find, hit, ...given }: SectionTextProps): ReactNode {
  const languages = { ...given, bilingual: useWatched(shownWords) };
  const { copyLink, copySection } = usePanel();
  const text = useRef<HTMLDivElement>(null);
  useEffect(() => (text.current && find ? highlightIn(text.current, find) : undefined), [find]);
  return (
    <>
      <div ref={text}>
        {section.blocks.map((block, index) => (
          <BlockView
            // biome-ignore lint/suspicious/noArrayIndexKey: blocks of a compiled section never change places
            key={index}
            place={`${section.id}/${index}`}
            block={block}
            // A turn may have several paragraphs; the name is above the first.
            named={block.speaker !== section.blocks[index - 1]?.speaker}
            find={find}
            hit={hit?.block === index ? hit : null}
            {...languages}
          />
        ))}
      </div>
      <div className="section-actions">
        <button type="button" className="quiet" onClick={() => copyLink(section.id)}>
          {i18n.t('panel.copyLink')}
        </button>
        <button type="button" className="quiet" onClick={() => copySection(section.id)}>
          {i18n.t('panel.copySection')}
        </button>
      </div>
    </>
  );
}

/** Whether a block is the passage being spoken, and how surely. */
function litOf(passage: Passage | null, place: string): 'exact' | 'soft' | null {
  if (!passage || place !== `${passage.section}/${passage.block}`) return null;
  return passage.exact ? 'exact' : 'soft';
}

interface BlockViewProps extends Pick<SectionTextProps, 'language' | 'originalLanguage' | 'find' | 'hit'> {
  readonly bilingual: 'translation' | 'original' | 'both';
  readonly block: Block;
  readonly place: string;
  readonly named: boolean;
}

function BlockView({
  block,
  place,
  named,
  language,
  originalLanguage,
  bilingual,
  find,
  hit,
}: BlockViewProps): ReactNode {
  const { speaker, original } = block;
  const lit = useSlice(usePanel().passage, litOf, place);
  const element = useRef<HTMLDivElement>(null);
  const sought = useMemo(() => {
    const term = hit && find && !hit.original ? foldedGloss(block.content, find) : null;
    return term === null ? null : { term };
  }, [block, find, hit]);
  useEffect(() => {
    if (!element.current || !hit || !find) return undefined;
    return leadTo(element.current, sought ? '.term-definition' : hit.original ? '.words-original' : '.words', find);
  }, [find, hit, sought]);
  // What is led to is shown, whichever words are chosen.
  const showsOriginal = original !== undefined && (bilingual !== 'translation' || hit?.original === true);
  const showsWords = bilingual !== 'original' || !original || hit?.original === false;
  const both = showsOriginal && showsWords;
  return (
    <div
      ref={element}
      className="block"
      data-place={place}
      data-lit={lit ?? undefined}
      data-turn={speaker === undefined ? undefined : ''}
      data-both={both ? '' : undefined}
    >
      {speaker !== undefined && named && (
        <p className="speaker" {...inLanguage(language)}>
          {speaker}
        </p>
      )}
      {showsWords && (
        <div className="words" {...inLanguage(language)}>
          <SoughtTermContext value={sought}>
            <RichText nodes={[block.content]} />
          </SoughtTermContext>
        </div>
      )}
      {showsOriginal && (
        // An unknown language is marked as such: otherwise it would be read out in the interface's.
        <div className={both ? 'words-original original' : 'words-original'} {...inLanguage(originalLanguage ?? '')}>
          <RichText nodes={original} />
        </div>
      )}
    </div>
  );
}
