// The little that the benches use of packages that are only installed beside them (bench/package.json).
declare module 'minisearch' {
  export interface SearchHit {
    readonly id: string;
  }
  export default class MiniSearch {
    constructor(options: {
      readonly fields: readonly string[];
      readonly tokenize: (text: string) => string[];
      readonly processTerm: (term: string) => string;
      readonly searchOptions: { readonly combineWith: 'AND'; readonly prefix: boolean };
    });
    addAll(documents: readonly object[]): void;
    search(query: string): readonly SearchHit[];
  }
}
declare module '@orama/orama' {
  export interface Orama {
    readonly id: string;
  }
  export interface Found {
    readonly count: number;
    readonly hits: readonly { readonly document: { readonly id: string } }[];
  }
  export function create(options: {
    readonly schema: Readonly<Record<string, string>>;
    readonly components: { readonly tokenizer: object };
  }): Orama;
  export function insertMultiple(db: Orama, documents: readonly object[], batch?: number): Promise<readonly string[]>;
  export function search(
    db: Orama,
    query: { readonly term: string; readonly properties: readonly string[]; readonly limit: number; readonly threshold: number },
  ): Promise<Found>;
}
declare module '@orama/tokenizers/mandarin' {
  export function createTokenizer(): object;
}
