import { ChapterOutline } from './chapter-outline.tsx';
import { KeepTerm } from './keep-term.tsx';
import { MarkOffers } from './mark-offers.tsx';
import { MarkButton, MarkRows } from './mark-rows.tsx';
import type { MarksParts } from './marks-context.ts';
import { MarksView } from './marks-view.tsx';

/** Everything that shows marks in the panel: one chunk. */
export const parts: MarksParts = { ChapterOutline, KeepTerm, MarkButton, MarkOffers, MarkRows, MarksView };
