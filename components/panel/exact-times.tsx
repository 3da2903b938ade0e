import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import { writtenEdition } from '../../core/note/other-script.ts';
import type { Asking, AskingFailure } from '../../core/session/page.ts';
import type { Watched } from '../../core/session/watched.ts';
import type { HeardIn } from '../../core/timeline/remembered.ts';
import { nextTranslation } from '../../core/transcript/asked-translations.ts';
import { languageName, momentText } from '../shared/locale.ts';
import { usePanel, useWatched } from './panel-model.ts';

const askingOf = ({ asking }: Watched) => asking;
/** When a translation for the note shown may be asked for again; `null` if now. */
const nextTranslationOf = ({ edition, translations }: Watched) =>
  edition && translations && nextTranslation(translations, writtenEdition(edition).language, Date.now());
const heardInOf = ({ heardIn }: Watched) => heardIn;

const FAILURES = {
  'no-captions': 'noCaptions',
  'nothing-came': 'nothingCame',
  live: 'live',
  limited: 'limited',
  'no-player': 'noPlayer',
  'no-answer': 'noAnswer',
} as const satisfies Record<AskingFailure, string>;
/** Failures after which it matters that a translation was asked for. */
const GAVE_NOTHING: ReadonlySet<AskingFailure> = new Set(['limited', 'nothing-came']);

/** Makes the times exact: one button, its progress, and the result. */
export function MakeExact(): ReactNode {
  const { watch } = usePanel();
  const asking = useWatched(askingOf);
  const next = useWatched(nextTranslationOf);
  const again = asking && nextText(asking, next);
  const isBusy = asking?.step === 'ad' || asking?.step === 'asking';
  return (
    <p className="basis exact" data-exact={asking?.step ?? ''}>
      <span role="status">
        {asking && askingText(asking)}
        {again && <br />}
        {again}
      </span>{' '}
      {!isBusy && (
        <button
          type="button"
          className="quiet"
          data-hint={i18n.t('panel.exact.hint')}
          aria-description={i18n.t('panel.exact.hint')}
          onClick={watch.makeExact}
        >
          {i18n.t('panel.exact.make')}
        </button>
      )}
    </p>
  );
}

/** After an attempt: when YouTube may be asked for a translation again, if it was asked for one. */
function nextText(asking: Asking, next: number | null): string | null {
  const isOver = asking.step === 'read' || (asking.step === 'failed' && GAVE_NOTHING.has(asking.why));
  return isOver && next !== null ? i18n.t('panel.exact.translationAgain', [momentText(next)]) : null;
}

function askingText(asking: Asking): string {
  switch (asking.step) {
    case 'ad':
      return i18n.t('panel.exact.ad');
    case 'asking':
      return i18n.t('panel.exact.asking');
    case 'failed':
      return i18n.t(`panel.exact.${FAILURES[asking.why]}`);
    // What was read has not made them exact, or this would not be shown.
    case 'read':
      return i18n.t('panel.exact.notEnough', [languageName(asking.language)]);
  }
}

/** Describes the captions that the times rest on, when they may not be the expected ones. */
export function HeardInText(): ReactNode {
  const heardIn = useWatched(heardInOf);
  const text = heardIn && heardInText(heardIn);
  return text && <span> · {text}</span>;
}

function heardInText({ language, original, translated }: HeardIn): string | null {
  if (language === null) return null;
  const name = languageName(language);
  if (translated) return i18n.t('panel.exact.translated', [name]);
  if (original === 'unknown') return i18n.t('panel.exact.originalUnknown', [name]);
  return original === 'no' ? i18n.t('panel.exact.notOriginal', [name]) : null;
}
