export { ChapterOutline } from './chapter-outline.tsx';
export { KeepTerm } from './keep-term.tsx';
export { MarkOffers } from './mark-offers.tsx';
export { MarkButton, MarkRows } from './mark-rows.tsx';
export { MarksView } from './marks-view.tsx';
