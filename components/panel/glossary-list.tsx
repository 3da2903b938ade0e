import { memo, type ReactNode, useContext, useDeferredValue, useMemo, useState } from 'react';
import { i18n } from '#i18n';
import { addDefinitions, buildIndex } from '../../core/glossary/build-index.ts';
import { letterOrder } from '../../core/glossary/letter-order.ts';
import { lookup } from '../../core/glossary/lookup.ts';
import { lookupSource } from '../../core/glossary/lookup-source.ts';
import type { EntryKind, Episode, EpisodeEdition, GlossaryEntry } from '../../core/note/episode.ts';
import { writtenEdition } from '../../core/note/other-script.ts';
import { currentSection, type Watched } from '../../core/session/watched.ts';
import { useWordings } from '../shared/chinese-context.ts';
import { inLanguage } from '../shared/in-language.ts';
import { SearchField } from '../shared/search-field.tsx';
import { useGrowing } from '../shared/use-growing.ts';
import { useWatched } from './panel-model.ts';
import { Definition, PlaceButton, PlacesContext } from './places.tsx';
import './chips.css';
import './glossary-list.css';

const KINDS: readonly EntryKind[] = ['term', 'person', 'organisation', 'product', 'book'];
/** This many entries are drawn at once; the rest of a long glossary follows in parts while the browser is idle. */
const AT_FIRST = 16;
const A_PART = 60;

const episodeOf = ({ episode }: Watched) => episode;

interface Group {
  readonly title: string | null;
  readonly entries: readonly GlossaryEntry[];
}

/** All the note explains: those of the section playing now first, then by letter; or what a search finds, best first. */
export const GlossaryList = memo(function GlossaryList({ edition }: { readonly edition: EpisodeEdition }): ReactNode {
  const episode = useWatched(episodeOf);
  const current = useWatched(currentSection);
  const [kind, setKind] = useState<EntryKind | null>(null);
  const [typed, setTyped] = useState('');
  const query = useDeferredValue(typed).trim();
  const limit = useGrowing(edition.glossary.length, AT_FIRST, A_PART);
  const found = useSearch(episode, edition, query);
  const kinds = KINDS.filter((each) => edition.glossary.some((entry) => entry.kind === each));

  const groups = useMemo((): readonly Group[] => {
    const wanted = (entry: GlossaryEntry) => kind === null || entry.kind === kind;
    if (found) return [{ title: null, entries: found.filter(wanted) }];
    const shown = edition.glossary.filter(wanted);
    const isHere = (entry: GlossaryEntry) => current !== null && entry.mentionedIn.includes(current);
    const here = shown
      .filter(isHere)
      // What is explained here before what is also mentioned here; of those, what comes up nowhere else.
      .sort(
        (a, b) =>
          Number(b.explainedIn === current) - Number(a.explainedIn === current) ||
          a.mentionedIn.length - b.mentionedIn.length,
      );
    const letters = letterOrder(
      shown.filter((entry) => !isHere(entry)),
      edition.language,
    );
    const first = here.length > 0 ? [{ title: i18n.t('panel.inThisSection'), entries: here }] : [];
    return [...first, ...letters.map(({ letter, entries }) => ({ title: letter, entries }))];
  }, [edition, kind, found, current]);
  const count = groups.reduce((sum, { entries }) => sum + entries.length, 0);

  return (
    <div className="glossary">
      <SearchField value={typed} label={i18n.t('panel.filterTerms')} onChange={setTyped}>
        {found ? i18n.t('panel.termsFound', count) : ''}
      </SearchField>
      {kinds.length > 1 && (
        <fieldset className="chips">
          <legend className="unseen">{i18n.t('panel.kinds')}</legend>
          {[null, ...kinds].map((each) => (
            <button
              key={each ?? 'all'}
              type="button"
              className="chip"
              aria-pressed={kind === each}
              onClick={() => setKind(each)}
            >
              {i18n.t(`panel.kind.${each ?? 'all'}`)}
            </button>
          ))}
        </fieldset>
      )}
      {count === 0 && (
        <p className="hint">{i18n.t(edition.glossary.length === 0 ? 'panel.noGlossary' : 'panel.noTerms')}</p>
      )}
      {upTo(groups, limit).map(({ title, entries }) => (
        <section key={title} className="entry-group">
          {title !== null && entries.length > 0 && <h2>{title}</h2>}
          <dl className="entries">
            {entries.map((entry) => (
              <Entry key={entry.id} entry={entry} edition={edition} />
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
});

const Entry = memo(function Entry({
  entry,
  edition,
}: {
  readonly entry: GlossaryEntry;
  readonly edition: EpisodeEdition;
}) {
  const [open, setOpen] = useState(false);
  const { titles } = useContext(PlacesContext);
  const others = entry.mentionedIn.filter((section) => section !== entry.explainedIn && titles.has(section));
  return (
    <div className="entry">
      <dt {...inLanguage(edition.language)}>
        <strong>{entry.term}</strong>
        {entry.aliases.length > 0 && <span className="aliases">{entry.aliases.join(' · ')}</span>}
      </dt>
      <dd>
        <div {...inLanguage(edition.language)}>
          <Definition text={entry.definition} />
        </div>
        <div className="entry-ways">
          {entry.explainedIn !== null && (
            <PlaceButton section={entry.explainedIn} label={i18n.t('panel.explainedIn')} />
          )}
          {others.length > 0 && (
            <button type="button" className="mentions" aria-expanded={open} onClick={() => setOpen(!open)}>
              {entry.explainedIn === null
                ? i18n.t('panel.mentionedIn', others.length)
                : i18n.t('panel.alsoIn', others.length)}
            </button>
          )}
        </div>
        {open && (
          <ul className="places-list">
            {others.map((section) => (
              <li key={section}>
                <PlaceButton section={section} />
              </li>
            ))}
          </ul>
        )}
      </dd>
    </div>
  );
});

/** Entries by the popup's own search, over all editions: who types English finds what a Chinese note explains. */
function useSearch(
  episode: Episode | null | undefined,
  edition: EpisodeEdition,
  query: string,
): readonly GlossaryEntry[] | null {
  const searching = query !== '';
  const index = useMemo(
    () =>
      searching && episode
        ? addDefinitions(buildIndex(episode.editions.map((each) => lookupSource(episode.videoId, each))))
        : null,
    [episode, searching],
  );
  const entries = useMemo(() => new Map(edition.glossary.map((entry) => [entry.id, entry])), [edition]);
  // A converted edition is searched by the one it was converted from, because the lookup handles both scripts.
  const { language } = writtenEdition(edition);
  const others = useWordings(query);
  return useMemo(() => {
    if (!index || !episode) return null;
    const context = { current: episode.videoId, languages: [language], others, limit: 200 };
    return lookup(index, query, context).flatMap(({ source, entry }) => {
      const own = source.language === language ? entries.get(entry.id) : undefined;
      return own ? [own] : [];
    });
  }, [index, query, others, episode, language, entries]);
}

function upTo(groups: readonly Group[], limit: number): readonly Group[] {
  let left = limit;
  return groups.flatMap(({ title, entries }) => {
    if (left <= 0) return [];
    const shown = entries.slice(0, left);
    left -= shown.length;
    return [{ title, entries: shown }];
  });
}
