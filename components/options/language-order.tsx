import { type ReactNode, useId } from 'react';
import { i18n } from '#i18n';
import type { Edition, LanguageTag } from '../../core/note/episode.ts';
import { languageName } from '../shared/locale.ts';
import { RichText } from '../shared/rich-text.tsx';

interface LanguageOrderProps {
  /** Most wanted first. */
  readonly languages: readonly LanguageTag[];
  /** Others to choose from: what notes at hand are written in or convert to, and the browser's own. */
  readonly offered: readonly LanguageTag[];
  /** The edition of an episode at hand that this order opens; `null` while none is loaded. */
  readonly preview: Edition | null;
  readonly onChange: (languages: readonly LanguageTag[]) => void;
}

/** The preferred note languages in order, with a preview of the result. */
export function LanguageOrder({ languages, offered, preview, onChange }: LanguageOrderProps): ReactNode {
  const select = useId();
  const others = offered.filter((tag) => !languages.includes(tag));
  const move = (index: number, by: -1 | 1) => {
    const changed = [...languages];
    changed.splice(index + by, 0, ...changed.splice(index, 1));
    onChange(changed);
  };
  return (
    <>
      <ol className="language-order">
        {languages.map((tag, index) => (
          <li key={tag} data-language={tag}>
            <span lang={tag}>{languageName(tag)}</span>
            <button
              type="button"
              disabled={index === 0}
              aria-label={i18n.t('options.up', [languageName(tag)])}
              onClick={() => move(index, -1)}
            >
              ↑
            </button>
            <button
              type="button"
              disabled={index === languages.length - 1}
              aria-label={i18n.t('options.down', [languageName(tag)])}
              onClick={() => move(index, 1)}
            >
              ↓
            </button>
            <button
              type="button"
              disabled={languages.length === 1}
              aria-label={i18n.t('options.removeLanguage', [languageName(tag)])}
              onClick={() => onChange(languages.filter((each) => each !== tag))}
            >
              ×
            </button>
          </li>
        ))}
      </ol>
      {others.length > 0 && (
        <p className="row">
          <label htmlFor={select}>{i18n.t('options.addLanguage')}</label>
          <select id={select} value="" onChange={({ target }) => onChange([...languages, target.value])}>
            <option value="" disabled>
              {i18n.t('options.choose')}
            </option>
            {others.map((tag) => (
              <option key={tag} value={tag}>
                {languageName(tag)}
              </option>
            ))}
          </select>
        </p>
      )}
      {preview && (
        <figure className="preview" aria-live="polite">
          <figcaption>
            {preview.convertedFrom === undefined
              ? i18n.t('options.preview', [languageName(preview.language)])
              : i18n.t(preview.inTaiwanWords ? 'options.previewTaiwan' : 'options.previewConverted', [
                  languageName(preview.language),
                  languageName(preview.convertedFrom),
                ])}
          </figcaption>
          <blockquote lang={preview.language}>
            <b>{preview.title}</b>
            {/* Enough to see the language; the rest of the summary is for the panel. */}
            <RichText nodes={preview.summary.slice(0, 1)} />
          </blockquote>
        </figure>
      )}
    </>
  );
}
