import { parseArgs } from 'node:util';

/** What every bench may be told. */
export interface BenchOptions {
  /** About so many documents. */
  readonly documents: number;
  readonly seed: number;
  /** Index the corpus anew where one is kept. */
  readonly anew: boolean;
  /** Queries of the mix. */
  readonly queries: number;
  /** A judged file, for `relevance`. */
  readonly judged: string | null;
}

export const usage = `npm run bench -- [name …] [options]
names: index search read relevance peers export meilisearch (without a name: index search read)
  --documents N   about so many documents (300000)
  --queries N     queries of the mix (400)
  --seed N        of corpus and queries (1)
  --anew          index the corpus again where an index is kept
  --judged FILE   judged queries for relevance (../shared/gold/relevance.json)`;

export function readOptions(args: readonly string[]): { readonly names: readonly string[]; readonly options: BenchOptions } {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      documents: { type: 'string', default: '300000' },
      queries: { type: 'string', default: '400' },
      seed: { type: 'string', default: '1' },
      anew: { type: 'boolean', default: false },
      judged: { type: 'string' },
    },
  });
  const whole = (text: string) => {
    const number = Number.parseInt(text, 10);
    if (!(number > 0)) throw new RangeError(`${text} is not a whole number above 0\n${usage}`);
    return number;
  };
  const { documents, queries, seed, anew, judged = null } = values;
  return {
    names: positionals.length > 0 ? positionals : ['index', 'search', 'read'],
    options: { documents: whole(documents), queries: whole(queries), seed: whole(seed), anew, judged },
  };
}
