import type { Settings } from '../../core/settings/settings.ts';
import { isPrivate } from './private-window.ts';

/** Its other reader is `public/first-paint.js`, which can import nothing. */
const APPEARANCE = 'appearance';

/**
 * Command: stores the appearance for the next page of ours until it has read the settings; otherwise the system's theme would
 * flash. Only a cache of the settings, which may be lost at any time. In a private window nothing is kept.
 */
export async function rememberAppearance({ theme, textSize, lineSpacing }: Settings): Promise<void> {
  try {
    if (await isPrivate()) return;
    const now = JSON.stringify({ theme, textSize, lineSpacing });
    if (localStorage.getItem(APPEARANCE) !== now) localStorage.setItem(APPEARANCE, now);
  } catch {
    // If it cannot be stored, the next page starts with the system's theme.
  }
}
