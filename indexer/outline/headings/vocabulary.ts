import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Category, categorySchema } from '../../../src/model/category.ts';
import { foldTitle } from './fold-title.ts';

/** heading, category, level (1 第N部分, 2 一、, 3 （一）) */
const rowsSchema = z.array(z.tuple([z.string(), categorySchema, z.coerce.number().int().min(1).max(3)]));

export interface KnownHeading {
  readonly category: Category;
  readonly level: number;
}

/** Headings as published reports print them, number, year and body taken off; folded. Read once; throws where the file is broken. */
const known: ReadonlyMap<string, KnownHeading> = new Map(
  rowsSchema
    .parse(
      readFileSync(new URL('../data/headings.csv', import.meta.url), 'utf8')
        .trimEnd()
        .split('\n')
        .slice(1)
        .map((line) => line.split(',')),
    )
    .map(([heading, category, level]) => [foldTitle(heading), { category, level }]),
);
const longest = Math.max(...[...known.keys()].map((heading) => heading.length));
/** A shorter end of a title proves nothing. */
const SHORTEST_END = 4;
/** 收入 or 公务接待费 begin many sentences; a heading that runs on is longer. */
const SHORTEST_RUN_IN = 6;
/** How known headings end and begin: most lines do neither, and need not be tried at every length. */
const ends: ReadonlySet<string> = new Set([...known.keys()].map((heading) => heading.slice(-SHORTEST_END)));
const beginnings: ReadonlySet<string> = new Set([...known.keys()].map((heading) => heading.slice(0, SHORTEST_RUN_IN)));

// 2023年度    2024年    关于2024年度
const YEAR = /^(?:关于)?(?:20\d\d年度?)?/;
const YEARS = /20\d\d年度?/g;
// what may stand before a known heading: a body or a period (…局, …2023年度, …本级)
const BODY_END =
  /(?:局|委|办|部|院|厅|会|所|中心|站|队|校|室|处|馆|台|库|府|镇|乡|区|县|市|社|园|团|署|单位|部门|机关|本级|本部|年度|年|汇总|[)])(?:市级|区级|县级|本级|单位|部门)?的?$/;
const PUNCTUATION = /[，。；：？！,;:?!]/;

/** The category of a title that reports are known to print; null if it is not known. */
export const knownCategory = (folded: string): Category | null => knownHeading(folded)?.category ?? null;

/** The known heading that a title is, with or without year and body before it. */
export function knownHeading(folded: string): KnownHeading | null {
  const exact = known.get(folded) ?? known.get(folded.replace(YEAR, '')) ?? known.get(folded.replace(YEARS, ''));
  if (exact !== undefined) return exact;
  if (!ends.has(folded.slice(-SHORTEST_END))) return null;
  for (let length = Math.min(longest, folded.length - 1); length >= SHORTEST_END; length--) {
    const heading = known.get(folded.slice(-length));
    if (heading !== undefined && isBody(folded.slice(0, -length))) return heading;
  }
  return null;
}

const isBody = (before: string): boolean => before.length <= 40 && BODY_END.test(before) && !PUNCTUATION.test(before);

/** Where a known heading ends that the line begins with, as a length of `folded`; 0 if none. For headings run together with their paragraph. */
export function knownStart(folded: string): number {
  if (!beginnings.has(folded.slice(0, SHORTEST_RUN_IN))) return 0;
  for (let length = Math.min(longest, folded.length); length >= SHORTEST_RUN_IN; length--) {
    if (known.has(folded.slice(0, length))) return length;
  }
  return 0;
}
