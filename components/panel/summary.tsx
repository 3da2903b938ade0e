import { memo, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { Edition, EntryKind } from '../../core/note/episode.ts';
import { takeawaysOf } from '../../core/note/takeaways.ts';
import { inLanguage } from '../shared/in-language.ts';
import { RichText } from '../shared/rich-text.tsx';
import { MomentsContext } from '../shared/terms.ts';
import type { SummaryHit } from './found-excerpts.tsx';
import { leadTo } from './lead-to.ts';
import { usePanel } from './panel-model.ts';
import { EntryDetails } from './places.tsx';
import './chips.css';
import './summary.css';

const NAMED: readonly EntryKind[] = ['person', 'organisation', 'product', 'book'];

interface SummaryProps {
  readonly edition: Edition;
  /** What a search leads to. */
  readonly hit: SummaryHit | null;
}

/** The episode's summary, and the people and works it names. */
export const Summary = memo(function Summary({ edition, hit }: SummaryProps): ReactNode {
  const { seek } = usePanel();
  const text = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (hit && text.current) return leadTo(text.current, `:scope > :nth-child(${hit.block + 1})`, hit.find);
  }, [hit]);
  const takeaways = useMemo(() => takeawaysOf(edition), [edition]);
  return (
    <div className="summary">
      <MomentsContext value={seek}>
        {edition.summary.length > 0 && (
          <div className="summary-text" ref={text} {...inLanguage(edition.language)}>
            <RichText nodes={edition.summary} />
          </div>
        )}
        {takeaways.map(({ id, title, blocks }) => (
          <section key={id} className="summary-text" {...inLanguage(edition.language)}>
            <h2>{title}</h2>
            <RichText nodes={blocks.map(({ content }) => content)} />
          </section>
        ))}
      </MomentsContext>
      {edition.summary.length + takeaways.length === 0 && <p className="hint">{i18n.t('panel.noSummary')}</p>}
      {NAMED.map((kind) => (
        <Names key={kind} kind={kind} edition={edition} />
      ))}
      {edition.tags && (
        <p className="facts tags" {...inLanguage(edition.language)}>
          {edition.tags.map((tag) => `#${tag}`).join(' ')}
        </p>
      )}
    </div>
  );
});

/** The names of one kind; each opens what is known of it and leads to where it comes up. */
function Names({ kind, edition }: { readonly kind: EntryKind; readonly edition: Edition }): ReactNode {
  const id = useId();
  const [open, setOpen] = useState<string | null>(null);
  const entries = edition.glossary.filter((entry) => entry.kind === kind);
  const chosen = entries.find((entry) => entry.id === open);
  if (entries.length === 0) return null;
  return (
    <section className="names" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{i18n.t(`panel.kind.${kind}`)}</h2>
      <ul className="chips" {...inLanguage(edition.language)}>
        {entries.map((entry) => (
          <li key={entry.id}>
            <button
              type="button"
              className="chip"
              aria-expanded={entry.id === open}
              aria-controls={`${id}-details`}
              onClick={() => setOpen(entry.id === open ? null : entry.id)}
            >
              {entry.term}
            </button>
          </li>
        ))}
      </ul>
      <div id={`${id}-details`} className="name-details" {...inLanguage(edition.language)} hidden={!chosen}>
        {chosen && (
          <>
            <h3>{chosen.term}</h3>
            <EntryDetails entry={chosen} />
          </>
        )}
      </div>
    </section>
  );
}
