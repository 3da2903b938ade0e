import type { Edition, EntryKind, SectionId } from '../note/episode.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { watchAddress } from '../video/video-address.ts';
import type { VideoId } from '../video/video-id.ts';
import { csvCell, csvFile } from './csv.ts';

/** The words a viewer reads for the columns and kinds, in the language of the interface. */
export interface GlossaryWording {
  readonly columns: readonly [
    term: string,
    names: string,
    definition: string,
    section: string,
    link: string,
    kind: string,
  ];
  readonly kinds: Readonly<Record<EntryKind, string>>;
}

/** The names of those words among the interface's messages. */
export type GlossaryMessage =
  | `popup.kind.${EntryKind}`
  | `panel.csv.${'definition' | 'section' | 'link'}`
  | 'popup.otherNames'
  | 'panel.kinds';

export function glossaryWording(message: (name: GlossaryMessage) => string): GlossaryWording {
  const kind = (name: EntryKind) => message(`popup.kind.${name}`);
  return {
    columns: [
      kind('term'),
      message('popup.otherNames'),
      message('panel.csv.definition'),
      message('panel.csv.section'),
      message('panel.csv.link'),
      message('panel.kinds'),
    ],
    kinds: {
      term: kind('term'),
      person: kind('person'),
      organisation: kind('organisation'),
      product: kind('product'),
      book: kind('book'),
    },
  };
}

/**
 * The glossary as CSV (RFC 4180) that Anki imports without further settings: its first lines are
 * [Anki's file headers](https://docs.ankiweb.net/importing/text-files.html#file-headers), which name the separator and
 * the columns; the kind becomes the cards' tag. Entries without an explanation are left out: a card needs one.
 */
export function glossaryCsv(
  videoId: VideoId,
  edition: Edition,
  timeline: Timeline | null,
  { columns, kinds }: GlossaryWording,
): string {
  const titles = new Map(edition.sections.map(({ id, title }) => [id, title]));
  const starts = new Map(timeline?.sections.map(({ section, start }) => [section, start]));
  const link = (section: SectionId | null) =>
    watchAddress(videoId, section === null ? null : (starts.get(section) ?? null));
  const rows = edition.glossary
    .filter(({ definition }) => definition !== '')
    .map(({ term, aliases, definition, explainedIn, kind }) => [
      term,
      aliases.join(' · '),
      definition,
      (explainedIn && titles.get(explainedIn)) ?? '',
      link(explainedIn),
      kinds[kind],
    ]);
  const headers = ['#separator:Comma', '#html:false', `#columns:${columns.map(csvCell).join(',')}`, '#tags column:6'];
  return csvFile([...headers, ...rows.map((row) => row.map(csvCell).join(','))]);
}
