import { i18n } from '#i18n';
import type { CatalogName, EpisodeEdition } from '../../core/note/episode.ts';
import { isolated } from './locale.ts';

/** A catalog by its title and publisher. */
export const catalogText = ({ title, publisher }: Omit<CatalogName, 'id'>): string =>
  publisher === null ? isolated(title) : i18n.t('catalog.by', [isolated(title), isolated(publisher)]);

/** Where a note comes from. */
export function originText({ note, catalog }: Pick<EpisodeEdition, 'note' | 'catalog'>): string {
  if (catalog) return i18n.t('catalog.from', [catalogText(catalog)]);
  return i18n.t(note.origin === 'bundled' ? 'library.states.bundled' : 'library.states.own');
}
