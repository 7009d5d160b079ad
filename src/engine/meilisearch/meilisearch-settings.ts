import { measuredEnds } from './meilisearch-amounts.ts';

/** Raised with every change of what is stored; an index of another version is rebuilt, never guessed at. */
export const schemaVersion = 3;

/** The minor version that this program was tried with. Filters and orders may change with the next. */
export const serverVersion = '1.50';

/** The indexes of one generation. */
export interface IndexNames {
  readonly documents: string;
  readonly facts: string;
  readonly store: string;
}
export type IndexRole = keyof IndexNames;

/** Every index, the one that holds the state last: it is made and written after all others. */
export const indexRoles: readonly IndexRole[] = ['documents', 'facts', 'store'];

export const indexNames = (prefix: string, generation: string): IndexNames => ({
  documents: `${prefix}-${generation}-documents`,
  facts: `${prefix}-${generation}-facts`,
  store: `${prefix}-${generation}-store`,
});

const equality = { facetSearch: false, filter: { equality: true, comparison: false } };
const comparison = { facetSearch: false, filter: { equality: true, comparison: true } };

/** More values a facet than this are not counted by the server. */
export const mostFacetValues = 20_000;

/** The server searches no text: everything is a filter. It therefore neither cuts words nor ranks nor corrects. */
const common = {
  searchableAttributes: ['none'],
  displayedAttributes: ['*'],
  rankingRules: ['sort'],
  stopWords: [],
  synonyms: {},
  distinctAttribute: null,
  proximityPrecision: 'byAttribute',
  prefixSearch: 'disabled',
  facetSearch: false,
  typoTolerance: { enabled: false },
  faceting: { maxValuesPerFacet: mostFacetValues, sortFacetValuesBy: { '*': 'count' } },
  pagination: { maxTotalHits: 100_000_000 },
  searchCutoffMs: 60_000,
} as const;

export const facetFields = ['department', 'district', 'city', 'year', 'reportKind', 'scope', 'category', 'kind', 'table', 'code'] as const;

/** How many words a document has. Documents are chosen by it, and none are shown it. */
export const lengthField = 'length';

const documentSettings = {
  ...common,
  filterableAttributes: [
    { attributePatterns: ['grams', 'ahead', 'key', 'report', 'seamed', 'prefixes', ...facetFields], features: equality },
    { attributePatterns: ['born', 'start', lengthField, 'fen', 'measured.*'], features: comparison },
  ],
  sortableAttributes: ['place', 'start', 'least', 'most', 'yearNumber', lengthField, ...measuredEnds],
};

/** Names of facts are counted like facet values; there are far more of them. */
export const mostFactNames = 500_000;

const factSettings = {
  ...common,
  faceting: { ...common.faceting, maxValuesPerFacet: mostFactNames },
  filterableAttributes: [
    {
      attributePatterns: ['key', 'report', ...facetFields, 'prefixes', 'item', 'figure', 'measure', 'period', 'label'],
      features: equality,
    },
    { attributePatterns: ['born', 'fen'], features: comparison },
  ],
  sortableAttributes: ['place', 'number', 'group', 'amount'],
};

const storeSettings = {
  ...common,
  filterableAttributes: [
    { attributePatterns: ['kind', 'key'], features: equality },
    { attributePatterns: ['born'], features: comparison },
  ],
  sortableAttributes: [],
};

/** What each index is set to, by its role. */
export const settingsOf: { readonly [role in IndexRole]: Readonly<Record<string, unknown>> } = {
  documents: documentSettings,
  facts: factSettings,
  store: storeSettings,
};

/** The names of the settings that differ from what they must be. Lists that the server keeps sorted are compared as sets. */
export function changedSettings(role: IndexRole, found: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(settingsOf[role])
    .filter(([name, wanted]) => !holds(found[name], wanted))
    .map(([name]) => name);
}

/** Whether everything of `wanted` stands in `found`, which may say more (defaults). */
function holds(found: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted))
    return Array.isArray(found) && found.length === wanted.length && wanted.every((one) => found.some((other) => holds(other, one)));
  if (typeof wanted !== 'object' || wanted === null) return found === wanted;
  return (
    typeof found === 'object' && found !== null && Object.entries(wanted).every(([name, value]) => holds(Reflect.get(found, name), value))
  );
}
