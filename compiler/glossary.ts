import type { EntryKind, GlossaryEntry, SectionId } from '../core/note/episode.ts';
import type { Gloss } from './gloss-text.ts';
import { createMentionFinder } from './mentions.ts';
import { namesIn } from './people.ts';
import { readingOf } from './reading.ts';
import type { Reporter } from './reporter.ts';
import { LONGEST_NAME, nameTooLong } from './rules/text-shortened.ts';

const KEYS: readonly (readonly [key: string, kind: EntryKind])[] = [
  ['people', 'person'],
  ['companies_orgs', 'organisation'],
  ['products_models', 'product'],
  ['media_books', 'book'],
];

interface Draft {
  readonly id: string;
  readonly names: string[];
  readonly definitions: string[];
  kind: EntryKind;
  explainedIn: SectionId | null;
}

const keyOf = (name: string) => name.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
const idOf = (name: string) =>
  keyOf(name)
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '') || 'entry';

/** Collects glosses while the sections are read, then builds the glossary. */
export interface GlossaryBuilder {
  /** Adds a gloss of a section; returns its entry's id and whether it explains the term differently from an earlier one. */
  add(gloss: Gloss, section: SectionId): { readonly id: string; readonly differs: boolean };
  /** @param texts The plain text of every section, for finding mentions. */
  finish(texts: readonly { readonly id: SectionId; readonly text: string }[], report: Reporter): GlossaryEntry[];
}

/** @param data The front matter, whose lists of names give entries their kind and add entries without an explanation. */
export function createGlossary(data: Readonly<Record<string, unknown>>): GlossaryBuilder {
  const drafts: Draft[] = [];
  const byName = new Map<string, Draft>();
  const ids = new Map<string, number>();

  function open(names: readonly string[]): Draft {
    const base = idOf(names[0] ?? '');
    const count = ids.get(base) ?? 0;
    ids.set(base, count + 1);
    const draft: Draft = {
      id: count === 0 ? base : `${base}-${count}`,
      names: [],
      definitions: [],
      kind: 'term',
      explainedIn: null,
    };
    drafts.push(draft);
    return draft;
  }

  function name(draft: Draft, names: readonly string[]): void {
    for (const each of names) {
      if (byName.has(keyOf(each))) continue;
      byName.set(keyOf(each), draft);
      draft.names.push(each);
    }
  }

  return {
    add({ names, definition }, section) {
      const known = names.map((each) => byName.get(keyOf(each))).find((draft) => draft !== undefined);
      const draft = known ?? open(names);
      name(draft, names);
      const [first] = draft.definitions;
      // A shorter form of a known definition says nothing new; a longer one replaces it.
      const said = draft.definitions.some((each) => each.startsWith(definition));
      const longer = draft.definitions.findIndex((each) => definition.startsWith(each));
      const differs = first !== undefined && !said && longer < 0;
      if (!said && longer >= 0) draft.definitions[longer] = definition;
      else if (!said && definition !== '') draft.definitions.push(definition);
      if (draft.explainedIn === null || (first === undefined && definition !== '')) draft.explainedIn = section;
      return { id: draft.id, differs };
    },

    finish(texts, report) {
      for (const [key, kind] of KEYS) {
        for (const each of namesIn(data[key])) {
          if (each.length > LONGEST_NAME) {
            report.key(nameTooLong(each.length), key);
            continue;
          }
          const draft = byName.get(keyOf(each)) ?? open([each]);
          name(draft, [each]);
          if (draft.kind === 'term') draft.kind = kind;
        }
      }
      const finder = createMentionFinder(drafts.map(({ names }) => names));
      const mentions = drafts.map((): SectionId[] => []);
      for (const { id, text } of texts) for (const index of finder.find(text)) mentions[index]?.push(id);
      return drafts.map(({ id, names, definitions, kind, explainedIn }, index) => {
        const [term = '', ...aliases] = names;
        const mentionedIn = mentions[index] ?? [];
        const reading = readingOf(names, kind);
        return {
          id,
          term,
          aliases,
          definition: definitions.join('\n'),
          kind,
          ...(reading ? { reading } : {}),
          explainedIn,
          mentionedIn:
            explainedIn === null || mentionedIn.includes(explainedIn) ? mentionedIn : [explainedIn, ...mentionedIn],
        };
      });
    },
  };
}
