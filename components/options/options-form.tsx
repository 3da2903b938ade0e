import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import type { LanguageTag } from '../../core/note/episode.ts';
import type { Settings } from '../../core/settings/settings.ts';
import './options-form.css';

interface OptionsFormProps {
  readonly settings: Settings;
  /** Languages that episodes at hand are written in. */
  readonly offered: readonly LanguageTag[];
  readonly onChange: (change: Partial<Settings>) => void;
}

const THEMES = ['system', 'light', 'dark'] as const;

/** Everything a viewer can choose. A change is stored at once; open panels follow it. */
export function OptionsForm({ settings, offered, onChange }: OptionsFormProps): ReactNode {
  const languages = [...settings.languages, ...offered.filter((tag) => !settings.languages.includes(tag))];
  const name = (tag: LanguageTag) => new Intl.DisplayNames(undefined, { type: 'language' }).of(tag) ?? tag;
  const swap = (index: number) => {
    const changed = [...languages];
    const [moved] = changed.splice(index, 1);
    if (moved !== undefined) changed.splice(index - 1, 0, moved);
    onChange({ languages: changed });
  };
  return (
    <main className="options">
      <h1>{i18n.t('options.title')}</h1>
      <section>
        <h2>{i18n.t('library.title')}</h2>
        <p className="facts">{i18n.t('library.intro')}</p>
        <a href="library.html">{i18n.t('library.openLibrary')}</a>
      </section>
      <section aria-labelledby="languages">
        <h2 id="languages">{i18n.t('options.languages')}</h2>
        <p className="facts">{i18n.t('options.languagesHint')}</p>
        <ol className="language-order">
          {languages.map((tag, index) => (
            <li key={tag} data-language={tag}>
              <span>{name(tag)}</span>
              <button
                type="button"
                disabled={index === 0}
                aria-label={i18n.t('options.up', [name(tag)])}
                onClick={() => swap(index)}
              >
                ↑
              </button>
              <button
                type="button"
                disabled={index === languages.length - 1}
                aria-label={i18n.t('options.down', [name(tag)])}
                onClick={() => swap(index + 1)}
              >
                ↓
              </button>
            </li>
          ))}
        </ol>
      </section>
      <section>
        <h2 id="theme">{i18n.t('options.theme')}</h2>
        <div role="radiogroup" aria-labelledby="theme" className="choices">
          {THEMES.map((theme) => (
            <label key={theme}>
              <input
                type="radio"
                name="theme"
                checked={settings.theme === theme}
                onChange={() => onChange({ theme })}
              />
              {i18n.t(`options.themeName.${theme}`)}
            </label>
          ))}
        </div>
      </section>
      <section className="choices column">
        <label>
          <input
            type="checkbox"
            checked={settings.follow}
            onChange={(event) => onChange({ follow: event.target.checked })}
          />
          {i18n.t('options.follow')}
        </label>
        <label>
          <input
            type="checkbox"
            checked={settings.markers}
            onChange={(event) => onChange({ markers: event.target.checked })}
          />
          {i18n.t('options.markers')}
        </label>
      </section>
    </main>
  );
}
