import { type ReactNode, useMemo } from 'react';
import { EntryCard } from '../../components/lookup/entry-card.tsx';
import { useSlice } from '../../components/shared/use-slice.ts';
import type { Choice } from '../../core/glossary/asked.ts';
import { describeEntry } from '../../core/glossary/entry-details.ts';
import { isHere, type Lookup, type Opened, type PopupModel } from './create-popup.ts';

const whole = (lookup: Lookup) => lookup;

/** The choice of another note in which the same thing is meant; the one before it stays among the others. */
function instead({ others, ...before }: Choice, other: Choice['others'][number]): Choice {
  return { ...other, others: [before, ...others.filter((each) => each !== other)] };
}

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
  const entry = opened.edition.glossary.find(({ id }) => id === opened.entryId);
  if (!details) return null;
  return (
    <EntryCard
      key={`${opened.episode.videoId} ${opened.entryId}`}
      details={details}
      language={opened.edition.language}
      episode={isHere(popup, opened) ? null : opened.edition.title}
      notice={notice}
      others={opened.choice.others}
      onOther={(other) => void popup.open(instead(opened.choice, other))}
      onBack={popup.close}
      onPlace={(place) => void popup.go(place)}
      onKeep={entry && isHere(popup, opened) ? () => void popup.keepTerm(entry) : null}
      onCopy={() => popup.copy([details.term, details.definition].filter(Boolean).join('\n'))}
    />
  );
}
