import type { Settings } from '../../core/settings/settings.ts';
import { isPrivate } from './private-window.ts';

/** Its other reader is `public/first-paint.js`, which can import nothing. */
const APPEARANCE = 'appearance';

/**
 * Command: what the next page of ours looks like before it has read the settings, or a viewer who chose another theme
 * than the system's would see that one flash. A copy that may be lost at any time: the settings stay where they are. In a
 * private window nothing is kept.
 */
export async function rememberAppearance({ theme, textSize }: Settings): Promise<void> {
  try {
    if (await isPrivate()) return;
    const now = JSON.stringify({ theme, textSize });
    if (localStorage.getItem(APPEARANCE) !== now) localStorage.setItem(APPEARANCE, now);
  } catch {
    // Where nothing may be stored, the next page begins as the system has it.
  }
}
