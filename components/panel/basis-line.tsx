import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import type { Watched } from '../../core/session/watched.ts';
import type { Seconds } from '../../core/time/seconds.ts';
import { type Basis, basisOf, restsOnLess } from '../../core/timeline/basis.ts';
import { numberText } from '../shared/locale.ts';
import { HeardInText, MakeExact } from './exact-times.tsx';
import { useWatched } from './panel-model.ts';

const basisSlice = ({ timeline }: Watched): Basis | null => timeline && basisOf(timeline);
const sameBasis = (a: Basis | null, b: Basis | null) =>
  a?.source === b?.source && a?.slack === b?.slack && a?.unsure === b?.unsure;

/** Whether the player's answer to the viewer was that a live stream has no captions yet: a stream's length comes and goes, the answer stays. */
const isToldLive = ({ asking }: Watched) => asking?.step === 'failed' && asking.why === 'live';

/**
 * Above the outline: on what its times rest, how far off they may be, and what would make them exact.
 * @param props.read Whether the note is read without its video: then there is no player to be asked.
 */
export function BasisLine({ read = false }: { readonly read?: boolean }): ReactNode {
  const basis = useWatched(basisSlice, sameBasis);
  const toldLive = useWatched(isToldLive);
  if (!basis) return null;
  const { source, slack, unsure } = basis;
  const ground = i18n.t(`panel.basis.${source}`);
  return (
    <>
      <p className="basis" data-unsure={slack === null ? undefined : ''}>
        {slack !== null
          ? i18n.t('panel.basis.about', [ground, slackText(slack)])
          : unsure > 0
            ? i18n.t('panel.basis.someUnsure', unsure, [ground, numberText(unsure)])
            : ground}
        {source === 'transcript' && <HeardInText />}
      </p>
      {!read && (restsOnLess(basis) || (toldLive && source !== 'transcript')) && <MakeExact />}
    </>
  );
}

function slackText(slack: Seconds): string {
  return slack < 60
    ? i18n.t('panel.basis.seconds', [numberText(slack)])
    : i18n.t('panel.basis.minutes', [numberText(slack / 60)]);
}
