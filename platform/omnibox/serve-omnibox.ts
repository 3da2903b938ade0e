import { browser } from 'wxt/browser';
import type { Asked } from '../../core/glossary/asked.ts';
import type { LookupIndex } from '../../core/glossary/build-index.ts';
import { type LookupContext, type LookupResult, lookup, mergeResults } from '../../core/glossary/lookup.ts';
import { isAskedOtherwise } from '../../core/note/other-script.ts';
import { openChinese } from '../chinese/chinese.ts';
import type { NamesPort, SettingsPort } from '../ports.ts';
import { lookupAddress } from './lookup-address.ts';

/** Chromium shows eight at most, Firefox six. */
const MOST_SUGGESTIONS = 6;

/**
 * Lookup from the address bar: the keyword and a few letters suggest entries by name; the one chosen, or what was typed,
 * opens on the lookup page. The index of the bundled notes is loaded when the viewer starts typing and released at the
 * end; own notes and catalogs are searched for each input. Chinese is found in either script and in Taiwan's words.
 */
export function serveOmnibox(library: NamesPort, settings: SettingsPort, hint: string): void {
  let index: Promise<LookupIndex> | null = null;
  /** The last suggestions, by their text in the address bar. */
  let suggested = new Map<string, Asked>();

  const begin = () => {
    index ??= library.bundled();
    return index;
  };

  async function suggestionsFor(text: string) {
    const { languages, taiwanWords } = await settings.read();
    const chinese = isAskedOtherwise(text, languages) ? (await openChinese())(languages, taiwanWords) : null;
    const others = chinese?.wordings(text);
    const context = { current: null, languages, others, limit: MOST_SUGGESTIONS };
    const stored = await storedResults(library, text, context);
    const results = mergeResults([lookup(await begin(), text, context), stored], MOST_SUGGESTIONS);
    suggested = new Map(results.map((result) => [contentOf(result), askedBy(text, result)]));
    const read: Read = (words, { source }) => chinese?.inScript(words, source.language).text ?? words;
    return results.map((result) => ({ content: contentOf(result), description: describeResult(result, read) }));
  }

  // Firefox and Chromium name their events the same, but only Chromium reads the description as XML.
  browser.omnibox.setDefaultSuggestion({ description: hint });
  browser.omnibox.onInputStarted.addListener(() => void begin());
  browser.omnibox.onInputChanged.addListener((text, suggest) => void suggestionsFor(text).then(suggest));
  browser.omnibox.onInputCancelled.addListener(() => {
    index = null;
  });
  browser.omnibox.onInputEntered.addListener((text, disposition) => {
    index = null;
    const url = lookupAddress(suggested.get(text) ?? { query: text, chosen: null });
    if (disposition === 'currentTab') void browser.tabs.update({ url });
    else void browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
  });
}

/** The last, fullest answer from own notes and catalogs; the notes themselves do not stay in memory. */
async function storedResults(
  library: NamesPort,
  query: string,
  context: LookupContext,
): Promise<readonly LookupResult[]> {
  let results: readonly LookupResult[] = [];
  for await (const answer of library.stored(query, context, new AbortController().signal)) results = answer;
  return results;
}

/** What the address bar shows while the suggestion is chosen; with the video, for two episodes may explain one term. */
const contentOf = ({ entry, source }: LookupResult) => `${entry.term} (${source.videoId} ${source.language})`;

const askedBy = (query: string, { source, entry }: LookupResult): Asked => ({
  query,
  chosen: { videoId: source.videoId, entryId: entry.id, language: source.language },
});

/** What a result says, as the viewer reads it. */
type Read = (words: string, result: LookupResult) => string;

function describeResult(result: LookupResult, read: Read): string {
  const { source, entry } = result;
  const text = read(`${[entry.term, ...entry.aliases].join(' · ')} — ${source.title}`, result);
  return import.meta.env.FIREFOX ? text : asXml(text);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Chromium refuses all suggestions when one is not well-formed XML. */
function asXml(text: string): string {
  // What XML does not allow at all: control characters, halves of surrogate pairs, non-characters.
  const allowed = text.replaceAll(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, ' ');
  return allowed.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
