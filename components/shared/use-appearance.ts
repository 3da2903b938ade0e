import { useEffect } from 'react';
import type { Settings } from '../../core/settings/settings.ts';

/** Puts the viewer's theme and text size on the document, where the tokens' style sheet reads them. */
export function useAppearance(settings: Settings | null): void {
  useEffect(() => {
    if (!settings) return;
    const { dataset } = document.documentElement;
    if (settings.theme === 'system') delete dataset.theme;
    else dataset.theme = settings.theme;
    dataset.textSize = settings.textSize;
  }, [settings]);
}
