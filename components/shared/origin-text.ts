import { i18n } from '#i18n';
import type { CatalogName, EpisodeEdition } from '../../core/note/episode.ts';

/** A catalog by its title and publisher. */
export const catalogText = ({ title, publisher }: Omit<CatalogName, 'id'>): string =>
  publisher === null ? title : i18n.t('catalog.by', [title, publisher]);

/** Where a note comes from. */
export function originText({ note, catalog }: Pick<EpisodeEdition, 'note' | 'catalog'>): string {
  if (catalog) return i18n.t('catalog.from', [catalogText(catalog)]);
  return i18n.t(note.origin === 'bundled' ? 'library.states.bundled' : 'library.states.own');
}
