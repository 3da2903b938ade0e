import { type ReactNode, useMemo } from 'react';
import { EntryCard } from '../../components/lookup/entry-card.tsx';
import { useSlice } from '../../components/shared/use-slice.ts';
import { describeEntry } from '../../core/glossary/entry-details.ts';
import { isHere, type Lookup, type Opened, type PopupModel } from './create-popup.ts';

const whole = (lookup: Lookup) => lookup;

/** An entry opened from the list, with its explanation and the moments it is about. */
export default function OpenedEntry({
  popup,
  opened,
}: {
  readonly popup: PopupModel;
  readonly opened: Opened;
}): ReactNode {
  const { notice } = useSlice(popup, whole, undefined);
  const details = useMemo(
    () => describeEntry(opened.episode, opened.edition, opened.entryId, opened.timeline),
    [opened],
  );
  if (!details) return null;
  return (
    <EntryCard
      details={details}
      language={opened.edition.language}
      episode={isHere(popup, opened) ? null : opened.edition.title}
      notice={notice}
      onBack={popup.close}
      onPlace={(place) => void popup.go(place)}
      onCopy={() => popup.copy([details.term, details.definition].filter(Boolean).join('\n'))}
    />
  );
}
