import { memo, type ReactNode, useMemo } from 'react';
import { i18n } from '#i18n';
import { readingAddress } from '../../core/library/reading-address.ts';
import type { EpisodeEdition } from '../../core/note/episode.ts';
import { noteKey } from '../../core/note/note-id.ts';
import { notesInLanguage } from '../../core/note/notes-in-language.ts';
import { offeredEditions } from '../../core/note/other-script.ts';
import { counterpartOf, isParallel } from '../../core/note/parallel.ts';
import { shownWords, type Watched } from '../../core/session/watched.ts';
import { basisOf, isExact } from '../../core/timeline/basis.ts';
import { lengthDifference, wasRecut } from '../../core/video/recut.ts';
import { inLanguage } from '../shared/in-language.ts';
import { dayText, languageName, listText, numberText } from '../shared/locale.ts';
import { originText } from '../shared/origin-text.ts';
import { Words } from '../shared/words.tsx';
import { ElsewhereNotice } from './elsewhere.tsx';
import { KeptTranscriptLine } from './kept-transcript.tsx';
import { LibraryTroubleLine } from './library-trouble.tsx';
import { MoreMenu } from './more-menu.tsx';
import { NoteChoice } from './note-choice.tsx';
import { usePanel, useWatched } from './panel-model.ts';
import { Switch } from './switch.tsx';

const episodeOf = ({ episode }: Watched) => episode;
/** Where the times are exact all the same, there is nothing to say. */
function otherLength({ edition, known, timeline }: Watched): string | null {
  const basis = timeline && basisOf(timeline);
  if (!edition || (basis?.source === 'transcript' && isExact(basis))) return null;
  if (wasRecut(edition.duration, known.duration)) return i18n.t('panel.recut');
  const difference = Math.round(lengthDifference(edition.duration, known.duration));
  if (difference === 0) return null;
  return i18n.t(difference > 0 ? 'panel.longer' : 'panel.shorter', [numberText(Math.abs(difference))]);
}

const PARALLEL = ['one', 'both'] as const;
const BILINGUAL = ['translation', 'original', 'both'] as const;

interface HeadProps {
  readonly edition: EpisodeEdition;
  /** Whether the note is read without its video. */
  readonly read?: boolean;
}

/** The note's title and facts, and the choice of its words. */
export const Head = memo(function Head({ edition, read = false }: HeadProps): ReactNode {
  const { move, showWords, showParallel, chooseNote, chooseLanguage, export: take } = usePanel();
  const episode = useWatched(episodeOf);
  const bilingual = useWatched(shownWords);
  const lengthNotice = useWatched(otherLength);
  const offered = useMemo(() => (episode ? offeredEditions(episode) : []), [episode]);
  const notes = useMemo(() => (episode ? notesInLanguage(episode, edition) : []), [episode, edition]);
  const parallel = isParallel(edition);
  const mayBeParallel = useMemo(
    () => parallel || (episode ? counterpartOf(episode, edition) !== null : false),
    [episode, edition, parallel],
  );
  const hasOriginal = useMemo(
    () =>
      !isParallel(edition) &&
      edition.sections.some(({ blocks }) => blocks.some(({ original }) => original !== undefined)),
    [edition],
  );
  const facts = [
    // The day first: many speakers are cut off where there is little room.
    edition.date && dayText(edition.date),
    // Names in another script do not turn the line around.
    edition.speakers.length > 0 && `\u2068${listText(edition.speakers)}\u2069`,
    edition.convertedFrom &&
      i18n.t(edition.inTaiwanWords ? 'panel.convertedTaiwan' : 'panel.convertedFrom', [
        languageName(edition.convertedFrom),
      ]),
    edition.catalog && originText(edition),
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <header className="head">
      <div className="head-line">
        <h1 {...inLanguage(edition.language)}>
          <Words text={edition.title} />
        </h1>
        <MoreMenu
          reading={read || !episode ? null : readingAddress({ videoId: episode.videoId })}
          onExport={take}
          onBrowse={() => move({ type: 'browse', browsing: true })}
        />
      </div>
      <p className="facts" data-hint={facts} data-hint-cut="">
        {facts}
      </p>
      <KeptTranscriptLine />
      <ElsewhereNotice />
      {(offered.length > 1 || notes.length > 1 || hasOriginal || mayBeParallel) && (
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
              onChoose={chooseLanguage}
            />
          )}
          {notes.length > 1 && (
            <NoteChoice
              notes={notes}
              chosen={noteKey(edition.note)}
              language={edition.convertedFrom ?? edition.language}
              onChoose={chooseNote}
            />
          )}
          {mayBeParallel && (
            <Switch
              legend={i18n.t('panel.bilingual')}
              options={PARALLEL}
              chosen={parallel ? 'both' : 'one'}
              name={(option) => i18n.t(`panel.show.${option}`)}
              onChoose={(option) => showParallel(option === 'both')}
            />
          )}
          {hasOriginal && (
            <Switch
              legend={i18n.t('panel.bilingual')}
              options={BILINGUAL}
              chosen={bilingual}
              name={(option) => i18n.t(`panel.show.${option}`)}
              onChoose={showWords}
            />
          )}
        </div>
      )}
      <LibraryTroubleLine />
      {lengthNotice && (
        <p className="notice" role="status">
          {lengthNotice}
        </p>
      )}
    </header>
  );
});
