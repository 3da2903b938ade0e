import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { OptionsForm } from '../../components/options/options-form.tsx';
import type { Episode, EpisodeSummary, LanguageTag } from '../../core/note/episode.ts';
import { otherScript } from '../../core/note/other-script.ts';
import { chooseEdition } from '../../core/session/choose-edition.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type {
  BackupPort,
  LibraryPort,
  RememberedTimesPort,
  SettingsPort,
  ShortcutsPort,
} from '../../platform/ports.ts';
import { useAppearance } from '../shared/use-appearance.ts';
import { Backups } from './backups.tsx';

interface OptionsAppProps {
  readonly settings: SettingsPort;
  readonly library: LibraryPort;
  readonly shortcuts: ShortcutsPort | null;
  readonly backup: BackupPort;
  readonly times: RememberedTimesPort;
}

/** The options page: what is stored, and every change stored at once. */
export function OptionsApp({
  settings: port,
  library,
  shortcuts: shortcutsPort,
  backup,
  times,
}: OptionsAppProps): ReactNode {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [episodes, setEpisodes] = useState<readonly EpisodeSummary[]>([]);
  const [sample, setSample] = useState<Episode | null>(null);
  const [shortcuts, setShortcuts] = useState<{ panel: string; lookup: string } | null>(null);
  const [remembered, setRemembered] = useState(0);
  const [shortcutsByHand, setShortcutsByHand] = useState(false);
  const [refused, setRefused] = useState(false);
  useAppearance(settings);

  useEffect(() => {
    void port.read().then(setSettings);
    return port.subscribe(setSettings);
  }, [port]);
  useEffect(() => {
    const read = async () => {
      const all = await library.list();
      setEpisodes(all);
      // The one with the most languages shows best what the order does.
      const [best] = all.toSorted((a, b) => b.editions.length - a.editions.length);
      setSample(best ? await library.find(best.videoId) : null);
    };
    void read();
    return library.subscribe(() => void read());
  }, [library]);
  useEffect(() => {
    const read = () => void times.count().then(setRemembered);
    read();
    return times.subscribe(read);
  }, [times]);
  useEffect(() => {
    if (!shortcutsPort) return;
    const read = () => void shortcutsPort.read().then(setShortcuts);
    read();
    // The viewer comes back from the browser's own page.
    addEventListener('focus', read);
    return () => removeEventListener('focus', read);
  }, [shortcutsPort]);

  const languages = useMemo(() => languagesOf(episodes), [episodes]);
  const scripts = languages.map(otherScript).filter((language) => language !== null);
  if (!settings) return null;
  return (
    <OptionsForm
      settings={settings}
      offered={[...new Set([...languages, ...scripts, ...navigator.languages])]}
      preview={sample && chooseEdition(sample, settings.languages, null, undefined, settings.taiwanWords)}
      shortcuts={shortcuts}
      shortcutsByHand={shortcutsByHand}
      refused={refused}
      library={{
        episodes: episodes.length,
        notes: episodes.reduce((sum, { editions }) => sum + editions.length, 0),
        languages,
      }}
      times={{
        count: remembered,
        onForget: () =>
          void times.forgetAll().then(
            () => setRefused(false),
            () => setRefused(true),
          ),
      }}
      onChange={(change) =>
        void port.update(change).then(
          () => setRefused(false),
          () => setRefused(true),
        )
      }
      onShortcuts={shortcutsPort && (() => void shortcutsPort.change().then((opened) => setShortcutsByHand(!opened)))}
    >
      <Backups port={backup} />
    </OptionsForm>
  );
}

function languagesOf(episodes: readonly EpisodeSummary[]): readonly LanguageTag[] {
  return [...new Set(episodes.flatMap(({ editions }) => editions.map(({ language }) => language)))];
}
