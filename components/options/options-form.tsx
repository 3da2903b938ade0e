import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import type { Edition, LanguageTag } from '../../core/note/episode.ts';
import { otherScript } from '../../core/note/other-script.ts';
import { LINE_SPACINGS, type Settings, TEXT_SIZES } from '../../core/settings/settings.ts';
import { languageName, listText } from '../shared/locale.ts';
import { Choices, Switch } from './choices.tsx';
import { LanguageOrder } from './language-order.tsx';
import { PageKey } from './page-key.tsx';
import { SecondsBack } from './seconds-back.tsx';
import '../shared/controls.css';
import './options-form.css';

interface OptionsFormProps {
  readonly settings: Settings;
  readonly offered: readonly LanguageTag[];
  readonly preview: Edition | null;
  /** The browser's own shortcuts, as it writes them; `null` until known. */
  readonly shortcuts: { readonly panel: string; readonly lookup: string } | null;
  /** The browser lets no extension open its page of shortcuts; the viewer has to. */
  readonly shortcutsByHand: boolean;
  /** The last change was not stored. */
  readonly refused: boolean;
  readonly library: { readonly episodes: number; readonly notes: number; readonly languages: readonly LanguageTag[] };
  /** Of how many videos exact times are remembered, and the command to forget them. */
  readonly times: { readonly count: number; readonly onForget: () => void };
  readonly onChange: (change: Partial<Settings>) => void;
  /** Leads to the browser's own page for them; `null` where there are none, as on a phone. */
  readonly onShortcuts: (() => void) | null;
  /** The section for backups. */
  readonly children: ReactNode;
}

const BILINGUAL = ['translation', 'original', 'both'] as const;
const THEMES = ['system', 'light', 'dark'] as const;

/** Everything a viewer can choose. A change is stored at once; open panels follow it. */
export function OptionsForm(props: OptionsFormProps): ReactNode {
  const { settings, offered, preview, library, times, onChange } = props;
  const { keys } = settings;
  return (
    <main className="form options">
      <h1>{i18n.t('options.title')}</h1>
      {props.refused && (
        <p className="notice not-stored" role="alert">
          {i18n.t('options.changeNotStored')}
        </p>
      )}
      <section aria-labelledby="languages">
        <h2 id="languages">{i18n.t('options.languages')}</h2>
        <p className="facts">{i18n.t('options.languagesHint')}</p>
        <LanguageOrder
          languages={settings.languages}
          offered={offered}
          preview={preview}
          onChange={(languages) => onChange({ languages })}
        />
        {(settings.taiwanWords || settings.languages.some((tag) => otherScript(tag) === 'zh-Hans')) && (
          <Switch
            label={i18n.t('options.taiwanWords')}
            checked={settings.taiwanWords}
            onChange={(taiwanWords) => onChange({ taiwanWords })}
          />
        )}
        <Choices
          title={i18n.t('options.bilingual')}
          hint={i18n.t('options.bilingualHint')}
          value={settings.bilingual}
          options={BILINGUAL.map((value) => ({ value, label: i18n.t(`options.bilingualName.${value}`) }))}
          onChange={(bilingual) => onChange({ bilingual })}
        />
      </section>
      <section aria-labelledby="look">
        <h2 id="look">{i18n.t('options.look')}</h2>
        <Choices
          title={i18n.t('options.theme')}
          value={settings.theme}
          options={THEMES.map((value) => ({ value, label: i18n.t(`options.themeName.${value}`) }))}
          onChange={(theme) => onChange({ theme })}
        />
        <Choices
          title={i18n.t('options.textSize')}
          value={settings.textSize}
          options={TEXT_SIZES.map((value) => ({ value, label: i18n.t(`options.textSizeName.${value}`) }))}
          onChange={(textSize) => onChange({ textSize })}
        />
        <Choices
          title={i18n.t('options.lineSpacing')}
          value={settings.lineSpacing}
          options={LINE_SPACINGS.map((value) => ({ value, label: i18n.t(`options.lineSpacingName.${value}`) }))}
          onChange={(lineSpacing) => onChange({ lineSpacing })}
        />
      </section>
      <section aria-labelledby="watching">
        <h2 id="watching">{i18n.t('options.watching')}</h2>
        <Switch
          label={i18n.t('options.follow')}
          checked={settings.follow}
          onChange={(follow) => onChange({ follow })}
        />
        <Switch
          label={i18n.t('options.markers')}
          checked={settings.markers}
          onChange={(markers) => onChange({ markers })}
        />
        <Switch
          label={i18n.t('options.markMarkers')}
          checked={settings.markMarkers}
          onChange={(markMarkers) => onChange({ markMarkers })}
        />
        <Switch
          label={i18n.t('options.askCaptions')}
          checked={settings.askCaptions}
          onChange={(askCaptions) => onChange({ askCaptions })}
        />
        <Switch
          label={i18n.t('options.announce')}
          checked={settings.announce}
          onChange={(announce) => onChange({ announce })}
        />
      </section>
      <section aria-labelledby="marking">
        <h2 id="marking">{i18n.t('options.marking')}</h2>
        <SecondsBack value={settings.markBack} onChange={(markBack) => onChange({ markBack })} />
        <Switch
          label={i18n.t('options.markPauses')}
          checked={settings.markPauses}
          onChange={(markPauses) => onChange({ markPauses })}
        />
      </section>
      {props.onShortcuts && (
        <section aria-labelledby="keys">
          <h2 id="keys">{i18n.t('options.keys')}</h2>
          <p className="facts">{i18n.t('options.markKeyHint')}</p>
          <PageKey
            label={i18n.t('options.markKey')}
            value={keys.mark}
            others={[keys.previous, keys.next]}
            onChange={(mark) => onChange({ keys: { ...keys, mark } })}
          />
          <p className="facts">{i18n.t('options.keysHint')}</p>
          <PageKey
            label={i18n.t('options.previousSection')}
            value={keys.previous}
            others={[keys.next, keys.mark]}
            onChange={(previous) => onChange({ keys: { ...keys, previous } })}
          />
          <PageKey
            label={i18n.t('options.nextSection')}
            value={keys.next}
            others={[keys.previous, keys.mark]}
            onChange={(next) => onChange({ keys: { ...keys, next } })}
          />
          <Shortcuts {...props} onShortcuts={props.onShortcuts} />
        </section>
      )}
      <section aria-labelledby="library">
        <h2 id="library">{i18n.t('library.title')}</h2>
        <p className="facts">{i18n.t('library.intro')}</p>
        <p>
          {i18n.t('options.libraryEpisodes', library.episodes)} · {i18n.t('options.libraryNotes', library.notes)} ·{' '}
          {listText(library.languages.map(languageName))}
        </p>
        <p className="row">
          <a className="button" href="library.html">
            {i18n.t('library.openLibrary')}
          </a>
        </p>
      </section>
      <section aria-labelledby="times">
        <h2 id="times">{i18n.t('options.times')}</h2>
        <p className="facts">{i18n.t('options.timesHint')}</p>
        <p className="row">
          <span role="status">{i18n.t('options.timesCount', times.count)}</span>
          <button type="button" disabled={times.count === 0} onClick={times.onForget}>
            {i18n.t('options.forgetTimes')}
          </button>
        </p>
      </section>
      <section aria-labelledby="backup">
        <h2 id="backup">{i18n.t('options.backup')}</h2>
        {props.children}
      </section>
      <p>
        <a href="notices.html" target="_blank" rel="noreferrer">
          {i18n.t('options.notices')}
        </a>
      </p>
    </main>
  );
}

/** The browser's own shortcuts, which only the browser changes. */
function Shortcuts({
  shortcuts,
  shortcutsByHand,
  onShortcuts,
}: Pick<OptionsFormProps, 'shortcuts' | 'shortcutsByHand'> & { readonly onShortcuts: () => void }): ReactNode {
  return (
    <>
      <p className="facts">{i18n.t('options.shortcutsHint')}</p>
      {shortcuts && (
        <dl className="shortcuts">
          <dt>{i18n.t('commandTogglePanel')}</dt>
          <dd>{shortcuts.panel === '' ? i18n.t('options.noKey') : <kbd>{shortcuts.panel}</kbd>}</dd>
          <dt>{i18n.t('options.lookUp')}</dt>
          <dd>{shortcuts.lookup === '' ? i18n.t('options.noKey') : <kbd>{shortcuts.lookup}</kbd>}</dd>
        </dl>
      )}
      <p className="row">
        <button type="button" onClick={onShortcuts}>
          {i18n.t('options.changeShortcuts')}
        </button>
      </p>
      <p role="status" className="facts">
        {shortcutsByHand ? i18n.t('options.shortcutsByHand') : ''}
      </p>
    </>
  );
}
