import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { i18n } from '#i18n';
import type { CatalogFault } from '../../core/catalog/fault.ts';
import type { CatalogFacts } from '../../core/catalog/subscription.ts';
import { catalogFaultText } from '../shared/catalog-fault.ts';
import { numberText } from '../shared/locale.ts';
import { catalogText } from '../shared/origin-text.ts';
import { languageText, sizeText } from './wording.ts';

/** State of a subscription in progress. */
export type AddState =
  | { readonly step: 'idle' }
  | { readonly step: 'looking' }
  | { readonly step: 'failed'; readonly fault: CatalogFault }
  | { readonly step: 'preview'; readonly facts: CatalogFacts; readonly presentAt: string | null }
  | { readonly step: 'subscribing'; readonly facts: CatalogFacts }
  /** The browser asked whether data may be sent, and the viewer said no. */
  | { readonly step: 'refused' };

interface CatalogAddProps {
  readonly state: AddState;
  readonly disabled: boolean;
  readonly onLook: (address: string) => void;
  readonly onSubscribe: (facts: CatalogFacts) => void;
  /** The viewer has it from elsewhere, and it has moved. */
  readonly onUseAddress: (facts: CatalogFacts) => void;
  readonly onCancel: () => void;
}

/** An address, what is there, and subscribing to it. */
export function CatalogAdd({
  state,
  disabled,
  onLook,
  onSubscribe,
  onUseAddress,
  onCancel,
}: CatalogAddProps): ReactNode {
  const id = useId();
  const [address, setAddress] = useState('');
  const busy = state.step === 'looking' || state.step === 'subscribing';
  const look = (event: FormEvent) => {
    event.preventDefault();
    if (address.trim() !== '' && !busy) onLook(address);
  };
  const presentAt = state.step === 'preview' ? state.presentAt : null;
  const facts = state.step === 'preview' || state.step === 'subscribing' ? state.facts : null;
  return (
    <>
      <form className="catalog-address" onSubmit={look}>
        <label htmlFor={id}>{i18n.t('catalog.address')}</label>
        <input
          id={id}
          type="url"
          inputMode="url"
          // The browser's own check would refuse an address without https://, which is added.
          formNoValidate
          autoComplete="off"
          spellCheck={false}
          placeholder="https://example.org/notes/"
          value={address}
          disabled={disabled}
          onChange={({ target }) => setAddress(target.value)}
        />
        <button type="submit" formNoValidate disabled={disabled || busy || address.trim() === ''}>
          {i18n.t('catalog.look')}
        </button>
      </form>
      <div role="status">
        {state.step === 'looking' && <p>{i18n.t('catalog.looking')}</p>}
        {state.step === 'failed' && <p className="notice">{catalogFaultText(state.fault)}</p>}
        {state.step === 'refused' && <p className="notice">{i18n.t('catalog.refused')}</p>}
      </div>
      {facts && (
        <section className="catalog-preview" aria-label={i18n.t('catalog.preview')}>
          <h3>{catalogText(facts)}</h3>
          <p className="facts">{factsText(facts)}</p>
          <p>{i18n.t('catalog.learns', [new URL(facts.address).host])}</p>
          {presentAt !== null ? (
            <p className="buttons">
              {presentAt === facts.address
                ? i18n.t('catalog.present')
                : i18n.t('catalog.presentElsewhere', [presentAt, facts.address])}{' '}
              {presentAt !== facts.address && (
                <button type="button" onClick={() => onUseAddress(facts)}>
                  {i18n.t('catalog.useAddress')}
                </button>
              )}{' '}
              <button type="button" onClick={onCancel}>
                {i18n.t('library.close')}
              </button>
            </p>
          ) : (
            <p className="buttons">
              <button type="button" className="primary" disabled={busy} onClick={() => onSubscribe(facts)}>
                {i18n.t(busy ? 'catalog.subscribing' : 'catalog.subscribe')}
              </button>
              <button type="button" disabled={busy} onClick={onCancel}>
                {i18n.t('library.cancel')}
              </button>
            </p>
          )}
        </section>
      )}
    </>
  );
}

/** `9,180 episodes · 9,200 notes · English, Chinese · 166 MB`. */
export const factsText = ({ episodes, notes, languages, bytes }: CatalogFacts): string =>
  [
    i18n.t('catalog.episodes', episodes, [numberText(episodes)]),
    i18n.t('library.count', notes, [numberText(notes)]),
    languages.map(languageText).join(', '),
    sizeText(bytes),
  ].join(' · ');
