import { memo, type ReactNode, useId } from 'react';
import { i18n } from '#i18n';
import type { Edition, Section, SectionId } from '../../core/note/episode.ts';
import type { Timeline } from '../../core/timeline/timeline.ts';
import { RichText } from '../shared/rich-text.tsx';
import { describeTime, TimeText } from './time-button.tsx';
import './outline.css';

export interface OutlineProps {
  readonly edition: Edition;
  readonly timeline: Timeline | null;
  /** The section playing now. */
  readonly current: SectionId | null;
  /** How much of it has passed, in twentieths, so that the list is drawn anew only when it shows. */
  readonly progress: number;
  readonly open: ReadonlySet<SectionId>;
  readonly bilingual: 'translation' | 'original' | 'both';
  readonly onSeek: (section: SectionId) => void;
  readonly onToggle: (section: SectionId) => void;
  readonly onStartsNow: (section: SectionId) => void;
}

/** The note's sections with their times; the text of each on demand. */
export function Outline({ edition, timeline, current, progress, open, ...rest }: OutlineProps): ReactNode {
  return (
    <ol className="outline">
      {edition.sections.map((section, index) => (
        <OutlineItem
          key={section.id}
          section={section}
          time={timeline?.sections[index]}
          progress={section.id === current ? progress : null}
          open={open.has(section.id)}
          {...rest}
        />
      ))}
    </ol>
  );
}

interface ItemProps extends Pick<OutlineProps, 'bilingual' | 'onSeek' | 'onToggle' | 'onStartsNow'> {
  readonly section: Section;
  readonly time: Timeline['sections'][number] | undefined;
  /** `null` when it is not playing now. */
  readonly progress: number | null;
  readonly open: boolean;
}

const OutlineItem = memo(function OutlineItem({ section, time, progress, open, bilingual, ...on }: ItemProps) {
  const id = useId();
  const title = section.title || i18n.t('panel.opening');
  return (
    <li
      className="section"
      data-section={section.id}
      data-level={section.level}
      aria-current={progress === null ? undefined : 'true'}
    >
      <div className="section-row">
        <button
          type="button"
          className="section-seek"
          onClick={() => on.onSeek(section.id)}
          aria-describedby={`${id}-why`}
        >
          {time ? <TimeText time={time} /> : <span className="time">–:––</span>}
          <span className="section-title">{title}</span>
        </button>
        <button
          type="button"
          className="section-toggle"
          aria-expanded={open}
          aria-controls={`${id}-text`}
          aria-label={i18n.t('panel.textOf', [title])}
          onClick={() => on.onToggle(section.id)}
        >
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d="M4 6l4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />
          </svg>
        </button>
        <span id={`${id}-why`} className="why" role="tooltip">
          {time ? describeTime(time) : i18n.t('panel.noTime')}
        </span>
      </div>
      {progress !== null && <div className="progress" style={{ inlineSize: `${progress * 5}%` }} />}
      <div id={`${id}-text`} className="section-text" hidden={!open}>
        {open && (
          <>
            {section.blocks.map((block, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: blocks of a compiled section never change places
              <div className="block" key={index}>
                {block.speaker && <p className="speaker">{block.speaker}</p>}
                {(bilingual !== 'original' || !block.original) && <RichText nodes={[block.content]} />}
                {bilingual !== 'translation' && block.original && (
                  <div className="original">
                    <RichText nodes={block.original} />
                  </div>
                )}
              </div>
            ))}
            <button type="button" className="quiet" onClick={() => on.onStartsNow(section.id)}>
              {i18n.t('panel.startsNow')}
            </button>
          </>
        )}
      </div>
    </li>
  );
});
