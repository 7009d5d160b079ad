import type { Prepared } from '../../../indexer/prepare.ts';
import { overlaps, type Span } from '../../../src/model/span.ts';
import type { Gold } from './gold.ts';
import { type Tally, tally } from './tally.ts';

/** A heading is the same one if it begins within so many characters. */
const NEAR = 2;
/** Entries below are headings without number, which no gold lists in full. */
const LOWEST_LEVEL = 3;

const near = (a: { readonly start: number }, b: { readonly start: number }): boolean => Math.abs(a.start - b.start) <= NEAR;

/** The headings of the gold that the outline has at their level, and entries of the outline that are headings. */
export function judgeSections(gold: Gold, { outline, text }: Prepared): Tally[] {
  const titles = gold.tables.flatMap(({ titleStart }) => (titleStart === undefined ? [] : [{ start: titleStart }]));
  const known = [...gold.sections, ...gold.sectionsUnnumbered, ...gold.runInHeadings, ...titles];
  const unsure: Span[] = gold.uncertain.filter(({ about }) => /section|heading/i.test(about ?? '')).flatMap(({ spans }) => spans);
  const asked = outline.filter(
    (entry) =>
      entry.level <= LOWEST_LEVEL &&
      !/^目\s{0,8}录$/.test(entry.title) &&
      !unsure.some((span) => overlaps(span, { start: entry.start, end: entry.start + 1 })),
  );
  return [
    tally('sections.recall', gold.sections, (section) => {
      const levels = outline.filter((entry) => near(entry, section)).map(({ level }) => level);
      if (levels.includes(section.level)) return null;
      return `line ${section.line}, level ${section.level} ${section.title}: ${levels.length === 0 ? 'not in the outline' : `level ${levels.join()}`}`;
    }),
    tally('sections.precision', asked, (entry) =>
      known.some((span) => near(span, entry))
        ? null
        : `level ${entry.level} at ${entry.start} is no heading: ${text.text.slice(entry.start, entry.start + 30)}`,
    ),
  ];
}
