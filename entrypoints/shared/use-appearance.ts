import { useLayoutEffect } from 'react';
import type { Settings } from '../../core/settings/settings.ts';
import { rememberAppearance } from '../../platform/storage/last-appearance.ts';

/**
 * Puts the viewer's theme, text size and line spacing on the document, where the tokens' style sheet reads them, and keeps them for
 * `public/first-paint.js`, which does the same with the next page before anything is drawn.
 */
export function useAppearance(settings: Settings | null): void {
  useLayoutEffect(() => {
    if (!settings) return;
    const { dataset } = document.documentElement;
    if (settings.theme === 'system') delete dataset.theme;
    else dataset.theme = settings.theme;
    dataset.textSize = settings.textSize;
    dataset.lineSpacing = settings.lineSpacing;
    void rememberAppearance(settings);
  }, [settings]);
}
