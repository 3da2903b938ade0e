import { type ReactNode, useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { LONGEST_QUOTE } from '../../core/marks/mark.ts';
import type { SectionId } from '../../core/note/episode.ts';
import { formatClock } from '../../core/time/clock-text.ts';
import { OfferLine } from '../panel/offer-line.tsx';
import { MarkField } from './mark-field.tsx';
import { useMarks, useMarksModel } from './marks-context.ts';
import type { MarksState } from './marks-model.ts';

const askedOf = ({ asked }: MarksState) => asked;
const removedOf = ({ removed }: MarksState) => removed;
const isKeptOf = ({ isKept }: MarksState) => isKept;

/** The field for a mark's words, the way back from a deletion, and what is selected in the note. */
export function MarkOffers(): ReactNode {
  const { write, answer, takeBack, dismiss, hold } = useMarksModel();
  const asked = useMarks(askedOf);
  const removed = useMarks(removedOf);
  const isKept = useMarks(isKeptOf);
  return (
    <>
      {removed && (
        <OfferLine onDismiss={dismiss} onHold={hold}>
          <span role="status">{i18n.t('mark.deleted', [formatClock(removed.at)])}</span>
          <button type="button" onClick={takeBack}>
            {i18n.t('panel.undo')}
          </button>
        </OfferLine>
      )}
      {!asked && <KeepSelection />}
      {asked && <MarkField key={asked.id} mark={asked} isKept={isKept} onType={write} onDone={answer} />}
    </>
  );
}

interface Selected {
  readonly section: SectionId;
  readonly block: number;
  readonly text: string;
}

/** Offers to keep the passage that is selected in the note's text. */
function KeepSelection(): ReactNode {
  const { keepPassage } = useMarksModel();
  const [selected, setSelected] = useState<Selected | null>(null);
  useEffect(() => {
    const look = () => setSelected(selectedPassage());
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, []);
  if (!selected) return null;
  return (
    <button
      type="button"
      className="action"
      // The browser would take the selection away before the click.
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => {
        keepPassage(selected.section, selected.block, selected.text);
        getSelection()?.removeAllRanges();
      }}
    >
      {i18n.t('mark.keepPassage')}
    </button>
  );
}

/** What is selected within one section's text; `null` when nothing is. */
function selectedPassage(): Selected | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const { startContainer } = selection.getRangeAt(0);
  const start = startContainer instanceof Element ? startContainer : startContainer.parentElement;
  const place = start?.closest<HTMLElement>('.block[data-place]')?.dataset.place;
  // No longer than a quotation may be: the whole note can be selected.
  const text =
    place === undefined
      ? ''
      : selection
          .toString()
          .slice(0, LONGEST_QUOTE + 1)
          .trim();
  const at = place?.lastIndexOf('/') ?? -1;
  if (place === undefined || text === '' || at < 0) return null;
  return { section: place.slice(0, at), block: Number(place.slice(at + 1)), text };
}
