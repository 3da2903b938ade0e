import { type ReactNode, useEffect, useState } from 'react';
import { OptionsForm } from '../../components/options/options-form.tsx';
import { useAppearance } from '../../components/shared/use-appearance.ts';
import type { LanguageTag } from '../../core/note/episode.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { LibraryPort, SettingsPort } from '../../platform/ports.ts';

interface OptionsAppProps {
  readonly settings: SettingsPort;
  readonly library: LibraryPort;
}

/** The options page: what is stored, and every change stored at once. */
export function OptionsApp({ settings: port, library }: OptionsAppProps): ReactNode {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [offered, setOffered] = useState<readonly LanguageTag[]>([]);
  useAppearance(settings);

  useEffect(() => {
    void port.read().then(setSettings);
    return port.subscribe(setSettings);
  }, [port]);
  useEffect(() => {
    void library.list().then((episodes) => {
      setOffered([...new Set(episodes.flatMap(({ editions }) => editions.map(({ language }) => language)))]);
    });
  }, [library]);

  return (
    settings && <OptionsForm settings={settings} offered={offered} onChange={(change) => void port.update(change)} />
  );
}
