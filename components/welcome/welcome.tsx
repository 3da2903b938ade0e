import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import type { Neighbour } from '../../core/library/neighbours.ts';
import { watchAddress } from '../../core/video/video-address.ts';
import { useInScript } from '../shared/chinese-context.ts';
import { inLanguage } from '../shared/in-language.ts';
import { Words } from '../shared/words.tsx';
import './welcome.css';

interface WelcomeProps {
  /** Episodes that ship with the extension. */
  readonly episodes: readonly Neighbour[];
  readonly inFirefox: boolean;
}

/** Opened once, after the extension is installed: what to do now. */
export function Welcome({ episodes, inFirefox }: WelcomeProps): ReactNode {
  const inScript = useInScript();
  return (
    <main className="welcome">
      <h1>{i18n.t('welcome.title')}</h1>
      <p>{i18n.t('extensionDescription')}</p>
      <ol>
        <li>
          <h2>{i18n.t('welcome.pin')}</h2>
          <p>{i18n.t(inFirefox ? 'welcome.pinInFirefox' : 'welcome.pinInChromium')}</p>
        </li>
        <li>
          <h2>{i18n.t('welcome.video')}</h2>
          <p>{i18n.t(inFirefox ? 'page.howToOpenInFirefox' : 'welcome.videoHint')}</p>
          <ul>
            {episodes.map(({ videoId, title, language: written = '' }) => {
              const { text, language } = inScript(title, written);
              return (
                <li key={videoId}>
                  <a href={watchAddress(videoId)} {...inLanguage(language)}>
                    <Words text={text} />
                  </a>
                </li>
              );
            })}
          </ul>
        </li>
        <li>
          <h2>{i18n.t('welcome.notes')}</h2>
          <p>{i18n.t('library.intro')}</p>
          <p>
            <a href="library.html">{i18n.t('library.openLibrary')}</a>
          </p>
        </li>
      </ol>
    </main>
  );
}
