import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate, parse, walk } from 'css-tree';
import { expect, test } from 'vitest';
import { ROOT } from '../scripts/programs.mjs';
import { dataAt, lateIn } from './browser-compat.ts';

/**
 * The style sheets against browser-compat-data: at-rules, media features, selectors, properties, their keywords, functions
 * and units. What a browser does not know it leaves out, so each late feature needs a reason why its absence does no harm.
 */
const HARMLESS: Readonly<Record<string, string>> = {
  'properties.animation-timeline': 'the last term in sight does not fade out',
  'properties.animation-timeline.scroll': 'as above',
  'properties.field-sizing': 'a field keeps its first height, and scrolls',
  'properties.field-sizing.content': 'as above',
  'properties.mask-image': 'as above',
  'properties.break-after.avoid': 'a printed heading may stand at the foot of a page',
  'properties.resize': 'phones have nothing to resize a field by',
  'properties.scrollbar-color': 'scrollbars are the system’s',
  'properties.scrollbar-width': 'as above',
  'properties.scrollbar-width.none': 'as above',
  'properties.scrollbar-width.thin': 'as above',
  'properties.text-autospace': 'no thin space between Chinese and Latin',
  'properties.text-autospace.normal': 'as above',
  'properties.text-spacing-trim': 'punctuation has its full width',
  'properties.text-spacing-trim.trim-start': 'as above',
  'properties.text-wrap.pretty': 'a last line may have a single word',
  'selectors.-webkit-search-cancel-button': 'Firefox draws no such button',
  'selectors.highlight': 'Firefox has it from 140 on, but for what we do not use: underlines and shadows',
  'types.round': 'heights are fractions of a pixel',
};

/** Where the data keeps units that are learned together. */
const UNITS: readonly (readonly [RegExp, string])[] = [
  [/^cq(?:w|h|i|b|min|max)$/, 'container_query_length_units'],
  [/^dv(?:w|h|i|b|min|max)$/, 'viewport_percentage_units_dynamic'],
  [/^lv(?:w|h|i|b|min|max)$/, 'viewport_percentage_units_large'],
  [/^sv(?:w|h|i|b|min|max)$/, 'viewport_percentage_units_small'],
];

/** Names below these are no functions. */
const NO_FUNCTIONS = new Set(['__compat', 'timeline-range-name']);
/** Paths of the functions among the types of values, by name, the shortest one: `color-mix` is `types.color.color-mix`. */
const FUNCTIONS = new Map<string, readonly string[]>();
for (let level: string[][] = [['css', 'types']]; level.length > 0; ) {
  level = level.flatMap((path) =>
    Object.entries(dataAt(path) ?? {})
      .filter(([name, below]) => !NO_FUNCTIONS.has(name) && typeof below === 'object')
      .map(([name]) => [...path, name]),
  );
  for (const path of level) {
    const name = path.at(-1) ?? '';
    if (!FUNCTIONS.has(name)) FUNCTIONS.set(name, path);
  }
}

/** Where the data keeps each feature that a style sheet uses, with the vendor's prefix it is used under. */
interface Used {
  readonly path: readonly string[];
  readonly prefix?: string;
}

/** A name as the data has it: by itself where it is kept so, or else with its prefix apart. */
function used(place: readonly string[], name: string): Used {
  const [, prefix, plain] = /^(-[a-z]+-)(.+)$/.exec(name) ?? [];
  return prefix && plain && !dataAt([...place, name])
    ? { path: [...place, plain], prefix }
    : { path: [...place, name] };
}

function featuresOf(css: string): readonly Used[] {
  const features: Used[] = [];
  const sheet = parse(css, {
    parseCustomProperty: true,
    onParseError: (error) => {
      throw error;
    },
  });
  walk(sheet, function (node) {
    switch (node.type) {
      case 'Atrule':
        features.push(used(['css', 'at-rules'], node.name));
        break;
      case 'Feature': {
        const name = node.name.replace(/^(?:min|max)-/, '');
        if (this.atrule?.name === 'media') features.push({ path: ['css', 'at-rules', 'media', name] });
        break;
      }
      case 'FeatureRange':
        if (this.atrule?.name === 'media') features.push({ path: ['css', 'at-rules', 'media', 'range_syntax'] });
        break;
      case 'PseudoClassSelector':
      case 'PseudoElementSelector':
        features.push(used(['css', 'selectors'], node.name));
        break;
      case 'NestingSelector':
        features.push({ path: ['css', 'selectors', 'nesting'] });
        break;
      case 'Declaration':
        if (!node.property.startsWith('--')) features.push(used(['css', 'properties'], node.property));
        break;
      case 'Identifier':
        if (this.declaration && !this.declaration.property.startsWith('--')) {
          features.push(used(used(['css', 'properties'], this.declaration.property).path, node.name));
        }
        break;
      case 'Function': {
        // A value that a block asks for first.
        const asked = this.atrule?.name === 'supports' && this.atrule.prelude ? generate(this.atrule.prelude) : '';
        if (asked.includes(`${node.name}(`)) break;
        const path = FUNCTIONS.get(node.name);
        if (path) features.push({ path });
        if (this.declaration) features.push({ path: ['css', 'properties', this.declaration.property, node.name] });
        break;
      }
      case 'Dimension': {
        const group = UNITS.find(([units]) => units.test(node.unit))?.[1] ?? node.unit;
        features.push({ path: ['css', 'types', 'length', group] });
        break;
      }
    }
  });
  return features;
}

test('every feature of the style sheets is there in the oldest browsers, or is not missed there', () => {
  const late = new Map<string, string>();
  let checked = 0;
  for (const file of globSync('{components,entrypoints,public}/**/*.css', { cwd: ROOT })) {
    for (const { path, prefix } of featuresOf(readFileSync(join(ROOT, file), 'utf8'))) {
      if (dataAt(path)) checked++;
      const name = path.slice(1).join('.');
      const browsers = lateIn(path, undefined, prefix);
      if (browsers.length > 0 && !Object.hasOwn(HARMLESS, name)) late.set(name, `${browsers.join(', ')}: ${file}`);
    }
  }
  expect(checked).toBeGreaterThan(1000);
  expect(Object.fromEntries(late)).toEqual({});
});
