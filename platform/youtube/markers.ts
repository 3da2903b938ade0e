import type { Marker } from '../ports.ts';
import { findInPlayer } from './player.ts';
import { DRAWN } from './player-questions.ts';
import { PROGRESS_BAR } from './selectors.ts';

export interface MarkerLayer {
  /**
   * Draws the markers over a video of this length, replacing what was drawn. Does nothing while the bar is missing or
   * when the same markers are drawn already, so it can be called on every tick.
   */
  draw(markers: readonly Marker[], duration: number | null): void;
  /** Hides the layer while an advertisement uses the bar for itself. */
  setHidden(hidden: boolean): void;
  remove(): void;
}

/** A section start is a tick across the bar, a mark a dot on it: they differ in shape, not only in colour. */
const SECTION = {
  top: '-2px',
  bottom: '-2px',
  width: '3px',
  'margin-left': '-1px',
  background: '#ffd54a',
  'border-radius': '1px',
};
const MARK = {
  top: 'calc(50% - 5px)',
  width: '10px',
  height: '10px',
  'margin-left': '-5px',
  'box-sizing': 'border-box',
  background: '#7fd4ff',
  border: '1px solid #0b3a52',
  'border-radius': '50%',
};

/**
 * A layer of our own inside the player's progress bar. Positions are shares of its width, so it stays aligned in
 * every size of the player without listeners. It is a closed shadow root: titles of the viewer's own notes are no business of
 * the page's scripts.
 */
export function createMarkerLayer(): MarkerLayer {
  let layer: HTMLElement | null = null;
  let drawn: { readonly markers: readonly Marker[]; readonly duration: number | null } | null = null;

  return {
    draw(markers, duration) {
      if (layer?.isConnected && drawn?.markers === markers && drawn.duration === duration) return;
      layer?.remove();
      layer = null;
      const bar = findInPlayer(PROGRESS_BAR);
      if (!bar || !duration || markers.length === 0) return;
      drawn = { markers, duration };
      layer = document.createElement('div');
      layer.setAttribute(DRAWN, 'markers');
      layer.setAttribute('aria-hidden', 'true');
      set(layer, { position: 'absolute', inset: '0', 'z-index': '43', 'pointer-events': 'none' });
      const root = layer.attachShadow({ mode: 'closed' });
      for (const { start, title, kind } of markers) {
        if (start > duration) continue;
        const tick = document.createElement('div');
        tick.title = title;
        // Ticks receive the pointer to show their title; clicks bubble to the bar, their parent.
        set(tick, {
          position: 'absolute',
          left: `${((start / duration) * 100).toFixed(4)}%`,
          'pointer-events': 'auto',
          ...(kind === 'mark' ? MARK : SECTION),
        });
        root.append(tick);
      }
      bar.append(layer);
    },
    setHidden(hidden) {
      if (layer) layer.hidden = hidden;
    },
    remove() {
      layer?.remove();
      layer = null;
    },
  };
}

function set(element: HTMLElement, rules: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(rules)) element.style.setProperty(name, value);
}
