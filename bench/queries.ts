import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type SearchRequest, searchRequestSchema } from '../src/search/request.ts';
import { wordsOf } from '../src/text/segment.ts';
import { type Random, seeded } from '../tests/support/seeded.ts';
import { type Corpus, reportsFolder } from './corpus.ts';
import { bodies, cities, districtsOf } from './names.ts';

/** Of a hundred queries so many are of each kind. */
export const mix = {
  'one character': 10,
  'common literal': 20,
  'rare literal': 30,
  words: 20,
  filters: 8,
  sorts: 6,
  'deep pages': 6,
} as const;
export type QueryKind = keyof typeof mix;

export interface BenchQuery {
  readonly kind: QueryKind;
  readonly request: SearchRequest;
}

/** What queries are drawn from: paragraphs and rows of some of the reports. */
interface Source {
  readonly lines: readonly string[];
  readonly characters: readonly string[];
  readonly common: readonly string[];
}

const REPORTS_DRAWN = 60;
/** A string in more lines than this share is common. */
const COMMON_SHARE = 0.01;
/** A string in at most this share is rare. */
const RARE_SHARE = 0.001;
// “三公” | -
const OPERATOR = /[\s"“”|:：-]/u;
// 第3季度
const HAN_WORD = /\p{Script=Han}{2}/u;
// 财政拨款收入
const HAN = /^\p{Script=Han}+$/u;

/** The same corpus, count and seed give the same queries, all kinds mixed. */
export function drawQueries(corpus: Corpus, count: number, seed: number): BenchQuery[] {
  const random = seeded(seed);
  const source = readSource(corpus, random);
  const kinds = Object.entries(mix) as [QueryKind, number][];
  const queries = kinds.flatMap(([kind, share]) =>
    Array.from({ length: Math.round((share * count) / 100) }, (): BenchQuery => {
      return { kind, request: searchRequestSchema.parse(draw[kind](source, random)) };
    }),
  );
  return shuffled(queries, random);
}

function readSource(corpus: Corpus, random: Random): Source {
  const folder = reportsFolder(corpus);
  const names = readdirSync(folder).sort();
  const files = Array.from({ length: Math.min(REPORTS_DRAWN, names.length) }, () => random.pick(names));
  const lines = files.flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n')).filter((line) => line.trim().length >= 8);
  return { lines, characters: [...new Set(lines.join(''))].filter((one) => HAN.test(one)), common: commonStrings(lines) };
}

/** Words, and pairs of words that follow each other, of two to six characters. */
function commonStrings(lines: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const words = wordsOf(line);
    const here = new Set(words.flatMap((word, n) => [word, word + (words[n + 1] ?? '')]));
    for (const string of here)
      if (HAN.test(string) && string.length >= 2 && string.length <= 6 && line.includes(string))
        counts.set(string, (counts.get(string) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count > COMMON_SHARE * lines.length).map(([string]) => string);
}

type Parameters = Partial<SearchRequest>;

const draw: Readonly<Record<QueryKind, (source: Source, random: Random) => Parameters>> = {
  'one character': ({ characters }, random) => ({ q: random.pick(characters) }),
  'common literal': ({ common }, random) => ({ q: quotedOrNot(random.pick(common), random) }),
  'rare literal': (source, random) => ({ q: quotedOrNot(rareString(source, random), random) }),
  words: (source, random) => ({ q: someWords(source, random) }),
  filters: ({ common }, random) => ({ q: random.pick([random.pick(common), '']), ...someFilters(random) }),
  sorts: ({ common }, random) => ({ q: random.pick(common), sort: random.pick(['-amount', 'amount', '-year', 'year', 'source'] as const) }),
  'deep pages': ({ common }, random) => ({ q: random.pick(common), page: 2 + random.below(100) }),
};

/** Half of what people type is quoted. */
const quotedOrNot = (text: string, random: Random): string => (random.below(2) === 0 ? text : `"${text}"`);

/** Four to twelve characters of some line, wherever words begin and end, that stand in few others; no blanks and no quote marks. */
function rareString({ lines }: Source, random: Random): string {
  const isRare = (piece: string) => lines.filter((line) => line.includes(piece)).length <= RARE_SHARE * lines.length;
  for (;;) {
    const line = random.pick(lines);
    const length = 4 + random.below(9);
    const at = random.below(Math.max(1, line.length - length));
    const piece = line.slice(at, at + length);
    if (piece.length === length && !OPERATOR.test(piece) && HAN_WORD.test(piece) && isRare(piece)) return piece;
  }
}

/** Two or three words of one line that need not follow each other. */
function someWords({ lines }: Source, random: Random): string {
  for (;;) {
    const words = [...new Set(wordsOf(random.pick(lines)).filter((word) => word.length >= 2 && HAN.test(word)))];
    if (words.length < 4) continue;
    const first = random.below(words.length - 3);
    const chosen = [0, 1 + random.below(2), 3].slice(0, 2 + random.below(2)).map((further) => words[first + further] ?? '');
    return chosen.join(random.below(2) === 0 ? ' ' : '');
  }
}

function someFilters(random: Random): Parameters {
  const city = random.pick(cities);
  const district = random.pick(districtsOf(city));
  return random.pick<Parameters>([
    { year: [String(2019 + random.below(6))] },
    { department: [`${city}${district}${random.pick(bodies)}`] },
    { district: [district], year: [String(2019 + random.below(6))] },
    { kind: ['row'], min: `${1 + random.below(500)}万元` },
    { code: [random.pick(['208', '210', '20604', '2150805', '301'])] },
    { category: [random.pick(['“三公”经费', '支出', '收入', '名词解释'])], city: [city] },
  ]);
}

function shuffled<T>(all: readonly T[], random: Random): T[] {
  const out = [...all];
  for (let at = out.length - 1; at > 0; at--) {
    const other = random.below(at + 1);
    const [a, b] = [out[at], out[other]];
    if (a !== undefined && b !== undefined) [out[at], out[other]] = [b, a];
  }
  return out;
}
