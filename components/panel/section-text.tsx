import { type ReactNode, useEffect, useRef } from 'react';
import { i18n } from '#i18n';
import type { Block, LanguageTag, Section } from '../../core/note/episode.ts';
import type { FindText } from '../../core/note/search-note.ts';
import type { Passage } from '../../core/session/reading-passage.ts';
import type { Watched } from '../../core/session/watched.ts';
import { RichText } from '../shared/rich-text.tsx';
import { useSlice } from '../shared/use-slice.ts';
import { highlightIn } from './highlight.ts';
import { usePanel, useWatched } from './panel-model.ts';
import './section-text.css';

interface SectionTextProps {
  readonly section: Section;
  readonly language: LanguageTag;
  readonly originalLanguage: LanguageTag | undefined;
  /** Finds what is being searched for, so that it can be marked; `null` when nothing is. */
  readonly find: FindText | null;
}

const bilingualOf = ({ settings }: Watched) => settings?.bilingual ?? 'both';

/** A section's words, in the language asked for, as the conversation they are; and what can be done with it. */
export function SectionText({ section, find, ...given }: SectionTextProps): ReactNode {
  const languages = { ...given, bilingual: useWatched(bilingualOf) };
  const { copySection } = usePanel();
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
            // A speaker goes on for several paragraphs; the name stands above the first.
            named={block.speaker !== section.blocks[index - 1]?.speaker}
            {...languages}
          />
        ))}
      </div>
      <div className="section-actions">
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

interface BlockViewProps extends Pick<SectionTextProps, 'language' | 'originalLanguage'> {
  readonly bilingual: 'translation' | 'original' | 'both';
  readonly block: Block;
  readonly place: string;
  readonly named: boolean;
}

function BlockView({ block, place, named, language, originalLanguage, bilingual }: BlockViewProps): ReactNode {
  const { speaker, original } = block;
  const lit = useSlice(usePanel().passage, litOf, place);
  const both = bilingual === 'both' && original !== undefined;
  return (
    <div
      className="block"
      data-place={place}
      data-lit={lit ?? undefined}
      data-turn={speaker === undefined ? undefined : ''}
      data-both={both ? '' : undefined}
    >
      {speaker !== undefined && named && (
        <p className="speaker" lang={language}>
          {speaker}
        </p>
      )}
      {(bilingual !== 'original' || !original) && (
        <div lang={language}>
          <RichText nodes={[block.content]} />
        </div>
      )}
      {bilingual !== 'translation' && original && (
        // A language not known is said to be that: or it would be read in that of the interface.
        <div className={both ? 'original' : undefined} lang={originalLanguage ?? ''}>
          <RichText nodes={original} />
        </div>
      )}
    </div>
  );
}
