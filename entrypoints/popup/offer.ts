import { i18n } from '#i18n';
import type { LookupGroup, LookupItem } from '../../components/lookup/lookup-list.tsx';
import { catalogFaultText } from '../../components/shared/catalog-fault.ts';
import { numberText } from '../../components/shared/locale.ts';
import type { Choice } from '../../core/glossary/asked.ts';
import type { LookupResult } from '../../core/glossary/lookup.ts';
import { type DefinitionOf, type Meaning, meaningsOf } from '../../core/glossary/meanings.ts';
import type { Chinese } from '../../core/note/chinese.ts';
import type { EpisodeEdition, GlossaryEntry, LanguageTag } from '../../core/note/episode.ts';
import { noteKey } from '../../core/note/note-id.ts';
import type { Elsewhere } from '../../core/session/elsewhere.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import type { RecentLookup } from '../../platform/ports.ts';

const MOST_RECENTS_SHOWN = 8;
/** More than anybody reads. */
export const MOST_RESULTS = 50;

/** What the list shows, and what each of its lines leads to. */
export interface Offer {
  readonly groups: readonly LookupGroup[];
  readonly choices: ReadonlyMap<string, Choice>;
}

/** Before anything is typed: what is being talked about now (or all terms, while nothing plays), then what was looked up last. */
export function idleOffer(
  edition: EpisodeEdition | null,
  videoId: VideoId | null,
  section: string | null,
  recents: readonly RecentLookup[],
  inScript: Chinese['inScript'],
): Offer {
  const groups: LookupGroup[] = [];
  const choices = new Map<string, Choice>();
  if (edition && videoId) {
    const now = section === null ? [] : edition.glossary.filter(({ mentionedIn }) => mentionedIn.includes(section));
    const entries = now.length > 0 ? now : edition.glossary;
    const items = entries.map((entry): LookupItem => {
      const key = `here ${entry.id}`;
      const { language, title, note } = edition;
      choices.set(key, { videoId, entryId: entry.id, language, note: noteKey(note), title, others: [] });
      return itemOf(key, entry, edition.language, '');
    });
    if (items.length > 0) groups.push({ title: i18n.t(now.length > 0 ? 'popup.now' : 'popup.thisEpisode'), items });
  }
  const recent = recents
    .slice(0, MOST_RECENTS_SHOWN)
    .map(({ term, language = '', videoId: of, entryId }): LookupItem => {
      const key = `recent ${of} ${entryId}`;
      choices.set(key, { videoId: of, entryId, language: null, title: '', others: [] });
      return asRead({ key, term, language, names: '', about: '', notes: '' }, inScript);
    });
  if (recent.length > 0) groups.push({ title: i18n.t('popup.recent'), items: recent });
  return { groups, choices };
}

/**
 * Results as lines: one for each meaning of a name.
 * @param shown The edition shown of the video being watched. Where it is a conversion, its entries are found as written and
 * shown as they are in it.
 * @param inScript Shows what other notes say in the viewer's script.
 */
export function resultOffer(
  results: readonly LookupResult[],
  definitionOf: DefinitionOf,
  shown: EpisodeEdition | null,
  inScript: Chinese['inScript'],
): Offer {
  const converted = ({ current, source, entry }: LookupResult) =>
    current && shown?.convertedFrom === source.language && noteKey(shown.note) === source.note
      ? shown.glossary.find(({ id }) => id === entry.id)
      : undefined;
  const choices = new Map<string, Choice>();
  const item = ({ result, definition, others }: Meaning): LookupItem => {
    const { source, entry, matched, current } = result;
    const key = `${source.videoId} ${source.note} ${source.language} ${entry.id}`;
    choices.set(key, { ...placeOf(result), others: others.map(placeOf) });
    const here = converted(result);
    const made = here
      ? itemOf(key, here, shown?.language ?? source.language, matched)
      : asRead(itemOf(key, { ...entry, definition: definition || source.title }, source.language, matched), inScript);
    const count = others.length + 1;
    // More results with the same meaning may have been cut off.
    const least = results.length < MOST_RESULTS ? numberText(count) : `${numberText(count)}+`;
    const notes = count > 1 ? i18n.t('popup.inNotes', count, [least]) : '';
    return { ...made, notes, about: definition !== '' || (!current && notes === '') ? made.about : '' };
  };
  const meanings = meaningsOf(results, definitionOf);
  const here = meanings.filter(({ result }) => result.current);
  const elsewhere = meanings.filter(({ result }) => !result.current);
  const groups: LookupGroup[] = [];
  if (here.length > 0)
    groups.push({ title: elsewhere.length > 0 ? i18n.t('popup.thisEpisode') : null, items: here.map(item) });
  if (elsewhere.length > 0) groups.push({ title: i18n.t('popup.otherEpisodes'), items: elsewhere.map(item) });
  return { groups, choices };
}

const placeOf = ({ source, entry }: LookupResult) => ({
  videoId: source.videoId,
  entryId: entry.id,
  language: source.language,
  note: source.note,
  title: source.title,
});

/** What an empty list says. */
export function emptyMessage(query: string, elsewhere: Elsewhere | undefined): string {
  const asked = query.trim();
  if (asked === '' && elsewhere?.state === 'failed') {
    const [first] = elsewhere.failures;
    if (first) return i18n.t('catalog.failed', [first.title, catalogFaultText(first.fault)]);
  }
  if (asked === '') return i18n.t('popup.noTerms');
  return i18n.t('popup.nothing', [asked.length > 60 ? `${asked.slice(0, 60)}…` : asked]);
}

function itemOf(
  key: string,
  { term, aliases, definition = '' }: Pick<GlossaryEntry, 'term' | 'aliases'> & { readonly definition?: string },
  language: LanguageTag,
  matched: string,
): LookupItem {
  const names = matched !== '' && matched !== term && !aliases.includes(matched) ? [matched, ...aliases] : aliases;
  return { key, term, language, names: names.join(' · '), about: definition, notes: '' };
}

/** A line about what another note says, as the viewer reads it. */
function asRead(item: LookupItem, inScript: Chinese['inScript']): LookupItem {
  const { term, names, about, language = '' } = item;
  const read = (text: string) => inScript(text, language).text;
  return {
    ...item,
    term: read(term),
    names: read(names),
    about: read(about),
    language: inScript(term, language).language,
  };
}
