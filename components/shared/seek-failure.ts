import { i18n } from '#i18n';
import type { SeekFailure } from '../../core/session/page.ts';

const NAMES = {
  'ad-playing': 'adPlaying',
  'video-changed': 'videoChanged',
  'no-player': 'noPlayer',
  'no-answer': 'noAnswer',
} as const;

/** Why the player did not move, for the viewer. */
export function seekFailureText(reason: SeekFailure): string {
  return i18n.t(`panel.seekFailure.${NAMES[reason]}`);
}
