import { Tab, TabList, TabProvider } from '@ariakit/react';
import { Activity, memo, type ReactNode, type RefObject, useMemo, useState } from 'react';
import { i18n } from '#i18n';
import type { Episode, EpisodeEdition, GlossaryEntry, LanguageTag } from '../../core/note/episode.ts';
import { type NoteId, noteKey } from '../../core/note/note-id.ts';
import { notesInLanguage } from '../../core/note/notes-in-language.ts';
import { offeredEditions } from '../../core/note/other-script.ts';
import { formatClock } from '../../core/time/clock-text.ts';
import type { Seconds } from '../../core/time/seconds.ts';
import { dayText, languageName, listText, numberText } from '../shared/locale.ts';
import { TermsContext, termFinder } from '../shared/terms.ts';
import { GlossaryList } from './glossary-list.tsx';
import { MoreMenu, type NoteExport } from './more-menu.tsx';
import { NowBar } from './now-bar.tsx';
import { Outline, type OutlineProps } from './outline.tsx';
import { PlaceButton, PlacesContext } from './places.tsx';
import { Summary } from './summary.tsx';
import './panel.css';
import './places.css';

export const VIEWS = ['outline', 'glossary', 'summary'] as const;
export type View = (typeof VIEWS)[number];

export interface NoteViewProps extends OutlineProps {
  readonly episode: Episode;
  readonly edition: EpisodeEdition;
  readonly view: View;
  readonly terms: readonly GlossaryEntry[];
  readonly following: boolean;
  readonly cameFrom: Seconds | null;
  /** A sentence about the video itself. */
  readonly notice: string | null;
  /** A sentence about what was just asked for: that it is done, or why not. */
  readonly message: string | null;
  /** The section playing, for those who have it read out; otherwise empty. */
  readonly announcement: string;
  /** About the viewer's own transcript, when there is one. */
  readonly transcriptLine: ReactNode;
  readonly canUndo: boolean;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly onView: (view: View) => void;
  readonly onLanguage: (language: LanguageTag) => void;
  readonly onNote: (note: NoteId) => void;
  readonly onBilingual: (bilingual: OutlineProps['bilingual']) => void;
  readonly onFollow: () => void;
  readonly onReturn: () => void;
  readonly onUndo: () => void;
  readonly onExport: (what: NoteExport) => void;
  readonly onBrowse: () => void;
}

/** The panel on a video with a note. */
export const NoteView = memo(function NoteView(props: NoteViewProps): ReactNode {
  const { episode, edition, timeline, view, current, progress, scroller, onSeek } = props;
  // Once opened, the glossary stays made: coming back to it draws nothing anew and finds what was typed.
  const [opened, setOpened] = useState(false);
  if (view === 'glossary' && !opened) setOpened(true);
  const find = useMemo(() => termFinder(edition), [edition]);
  const terms = useMemo(() => ({ find, below: linkToMoment }), [find]);
  const places = useMemo(
    () => ({
      language: edition.language,
      titles: new Map(edition.sections.map(({ id, title }) => [id, title])),
      times: new Map(timeline?.sections.map((time) => [time.section, time])),
      onSeek,
    }),
    [edition, timeline, onSeek],
  );
  return (
    <TermsContext value={terms}>
      <PlacesContext value={places}>
        <div className="panel">
          <main className="scroller" ref={scroller}>
            <Head {...props} />
            <TabProvider
              selectedId={view}
              setSelectedId={(id) => props.onView(VIEWS.find((each) => each === id) ?? 'outline')}
            >
              <TabList className="tabs" aria-label={i18n.t('panel.views')}>
                <Tab id="outline" aria-controls="outline-view">
                  {i18n.t('panel.outline')}
                </Tab>
                <Tab id="glossary" aria-controls="glossary-view">
                  {i18n.t('panel.glossary')} <span className="count">{numberText(edition.glossary.length)}</span>
                </Tab>
                <Tab id="summary" aria-controls="summary-view">
                  {i18n.t('panel.summary')}
                </Tab>
              </TabList>
              <ViewPanel name="outline" shown={view}>
                <Outline
                  edition={edition}
                  timeline={timeline}
                  current={current}
                  progress={progress}
                  open={props.open}
                  bilingual={props.bilingual}
                  onSeek={onSeek}
                  onToggle={props.onToggle}
                  onStartsNow={props.onStartsNow}
                  onCopy={props.onCopy}
                />
              </ViewPanel>
              <ViewPanel name="glossary" shown={view}>
                {opened && (
                  <Activity mode={view === 'glossary' ? 'visible' : 'hidden'}>
                    <GlossaryList episode={episode} edition={edition} current={current} />
                  </Activity>
                )}
              </ViewPanel>
              <ViewPanel name="summary" shown={view}>
                {view === 'summary' && <Summary edition={edition} />}
              </ViewPanel>
            </TabProvider>
          </main>
          <div className="dock">
            <Actions {...props} />
            <NowBar
              edition={edition}
              current={current}
              progress={progress}
              terms={props.terms}
              onShow={props.onFollow}
            />
          </div>
          <p className="unseen" role="status">
            {props.announcement}
          </p>
        </div>
      </PlacesContext>
    </TermsContext>
  );
});

interface ViewPanelProps {
  readonly name: View;
  readonly shown: View;
  readonly children: ReactNode;
}

/** Hidden and shown in one go with the choice of the tab, so that its place in the list can be restored at once. */
function ViewPanel({ name, shown, children }: ViewPanelProps): ReactNode {
  return (
    <div id={`${name}-view`} role="tabpanel" aria-labelledby={name} hidden={name !== shown}>
      {children}
    </div>
  );
}

const linkToMoment = (entry: GlossaryEntry) =>
  entry.explainedIn !== null && <PlaceButton section={entry.explainedIn} label={i18n.t('panel.explainedIn')} />;

const Head = memo(function Head(props: NoteViewProps): ReactNode {
  const { episode, edition, bilingual, notice } = props;
  const offered = useMemo(() => offeredEditions(episode), [episode]);
  const notes = useMemo(() => notesInLanguage(episode, edition), [episode, edition]);
  const facts = [
    listText(edition.speakers),
    edition.date && dayText(edition.date),
    edition.convertedFrom && i18n.t('panel.convertedFrom', [languageName(edition.convertedFrom)]),
  ];
  const hasOriginal = edition.sections.some(({ blocks }) => blocks.some(({ original }) => original !== undefined));
  return (
    <header className="head">
      <div className="head-line">
        <h1 lang={edition.language}>{edition.title}</h1>
        <MoreMenu onExport={props.onExport} onBrowse={props.onBrowse} />
      </div>
      <p className="facts">{facts.filter(Boolean).join(' · ')}</p>
      {props.transcriptLine}
      {(offered.length > 1 || notes.length > 1 || hasOriginal) && (
        <div className="switches">
          {offered.length > 1 && (
            <Switch
              legend={i18n.t('panel.noteLanguage')}
              options={offered.map(({ language }) => language)}
              chosen={edition.language}
              name={languageName}
              mark={(option) =>
                offered.some(({ language, convertedFrom }) => language === option && convertedFrom)
                  ? i18n.t('panel.converted')
                  : null
              }
              inItsLanguage
              onChoose={props.onLanguage}
            />
          )}
          {notes.length > 1 && (
            <select
              className="note-choice"
              aria-label={i18n.t('panel.noteChoice')}
              value={noteKey(edition.note)}
              onChange={({ target }) => {
                const chosen = notes.find(({ key }) => key === target.value);
                if (chosen) props.onNote(chosen.note);
              }}
            >
              {notes.map(({ key, note, title, path }) => (
                <option key={key} value={key} lang={edition.language}>
                  {[
                    title,
                    path && note.origin === 'own' ? path : '',
                    note.origin === 'bundled' ? i18n.t('library.states.bundled') : '',
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </option>
              ))}
            </select>
          )}
          {hasOriginal && (
            <Switch
              legend={i18n.t('panel.bilingual')}
              options={BILINGUAL}
              chosen={bilingual}
              name={(option) => i18n.t(`panel.show.${option}`)}
              onChoose={props.onBilingual}
            />
          )}
        </div>
      )}
      {notice && (
        <p className="notice" role="status">
          {notice}
        </p>
      )}
    </header>
  );
});

const BILINGUAL = ['translation', 'original', 'both'] as const;

interface SwitchProps<T extends string> {
  readonly legend: string;
  readonly options: readonly T[];
  readonly chosen: T;
  readonly name: (option: T) => string;
  /** A word on an option, in the viewer's language. */
  readonly mark?: (option: T) => string | null;
  /** The options are language tags, each named in itself. */
  readonly inItsLanguage?: boolean;
  readonly onChoose: (option: T) => void;
}

/** One of a few, all in sight. */
function Switch<T extends string>({
  legend,
  options,
  chosen,
  name,
  mark,
  inItsLanguage,
  onChoose,
}: SwitchProps<T>): ReactNode {
  return (
    <fieldset className="switch">
      <legend className="unseen">{legend}</legend>
      {options.map((option) => (
        <button key={option} type="button" aria-pressed={option === chosen} onClick={() => onChoose(option)}>
          <span lang={inItsLanguage ? option : undefined}>{name(option)}</span>
          {mark?.(option) && <small> {mark(option)}</small>}
        </button>
      ))}
    </fieldset>
  );
}

/**
 * What the moment offers, over the foot of the list, so that nothing moves when it comes or goes. To follow is offered in
 * the outline only: elsewhere nothing follows, and the now bar leads back.
 */
function Actions(props: NoteViewProps): ReactNode {
  const { view, cameFrom, following, current, canUndo, message } = props;
  return (
    <div className="actions">
      <p className="message" role="status">
        {message}
      </p>
      {cameFrom !== null && (
        <button type="button" className="action" onClick={props.onReturn}>
          <span aria-hidden="true">↩ </span>
          {i18n.t('panel.backTo', [formatClock(cameFrom)])}
        </button>
      )}
      {canUndo && (
        <button type="button" className="action" onClick={props.onUndo}>
          {i18n.t('panel.undoTime')}
        </button>
      )}
      {view === 'outline' && !following && current !== null && (
        <button type="button" className="action primary" aria-keyshortcuts="Escape" onClick={props.onFollow}>
          {i18n.t('panel.follow')} <kbd>Esc</kbd>
        </button>
      )}
    </div>
  );
}
