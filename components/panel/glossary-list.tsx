import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { i18n } from '#i18n';
import type { Edition, EntryKind, GlossaryEntry, SectionId } from '../../core/note/episode.ts';
import './glossary-list.css';

const KINDS: readonly EntryKind[] = ['term', 'person', 'organisation', 'product', 'book'];

interface GlossaryListProps {
  readonly edition: Edition;
  readonly current: SectionId | null;
  readonly onSeek: (section: SectionId) => void;
}

const matches = (entry: GlossaryEntry, text: string) =>
  [entry.term, ...entry.aliases, entry.definition].some((field) =>
    field.normalize('NFKC').toLowerCase().includes(text),
  );

/** All the note explains: those of the section playing now first, then in the order of the language. */
export function GlossaryList({ edition, current, onSeek }: GlossaryListProps): ReactNode {
  const [kind, setKind] = useState<EntryKind | null>(null);
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed).normalize('NFKC').trim().toLowerCase();
  const sorted = useMemo(() => {
    const collator = new Intl.Collator(edition.language);
    return edition.glossary.toSorted((a, b) => collator.compare(a.term, b.term));
  }, [edition]);
  const shown = sorted.filter(
    (entry) => (kind === null || entry.kind === kind) && (text === '' || matches(entry, text)),
  );
  const here = shown.filter((entry) => current !== null && entry.mentionedIn.includes(current));
  const elsewhere = shown.filter((entry) => !here.includes(entry));
  const kinds = KINDS.filter((each) => edition.glossary.some((entry) => entry.kind === each));
  const titles = useMemo(() => new Map(edition.sections.map(({ id, title }) => [id, title])), [edition]);
  const list = (entries: readonly GlossaryEntry[]) => (
    <dl className="entries">
      {entries.map((entry) => (
        <div className="entry" key={entry.id}>
          <dt>
            <strong>{entry.term}</strong>
            {entry.aliases.length > 0 && <span className="aliases">{entry.aliases.join(' · ')}</span>}
          </dt>
          <dd>
            {entry.definition && <p>{entry.definition}</p>}
            {entry.explainedIn !== null && (
              <button type="button" className="quiet" onClick={() => onSeek(entry.explainedIn as SectionId)}>
                {i18n.t('panel.explainedIn', [titles.get(entry.explainedIn) ?? ''])}
              </button>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
  return (
    <div className="glossary">
      <search className="glossary-filter">
        <input
          type="search"
          value={typed}
          placeholder={i18n.t('panel.filterTerms')}
          aria-label={i18n.t('panel.filterTerms')}
          onChange={(event) => setTyped(event.target.value)}
        />
        <fieldset className="kinds">
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
      </search>
      {shown.length === 0 && <p className="hint">{i18n.t('panel.noTerms')}</p>}
      {here.length > 0 && <h2>{i18n.t('panel.inThisSection')}</h2>}
      {list(here)}
      {here.length > 0 && elsewhere.length > 0 && <h2>{i18n.t('panel.otherTerms')}</h2>}
      {list(elsewhere)}
    </div>
  );
}
