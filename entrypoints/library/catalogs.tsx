import type { ReactNode } from 'react';
import type { LanguageTag } from '../../core/note/episode.ts';
import { createCatalogs } from '../../platform/catalogs/catalogs.ts';
import { renewNames } from '../../platform/import/renew-names.ts';
import { CatalogsSection } from './catalogs-section.tsx';

const catalogs = createCatalogs(() => renewNames('catalogs'));

interface CatalogsProps {
  readonly languages: readonly LanguageTag[];
  readonly mayStore: boolean;
}

/** The section with all it needs, in a file of its own that is loaded when the rest of the page is there. */
export default function Catalogs(props: CatalogsProps): ReactNode {
  return <CatalogsSection catalogs={catalogs} {...props} />;
}
