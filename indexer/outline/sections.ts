import type { Category } from '../../src/model/category.ts';
import type { Section } from '../../src/model/section.ts';
import { categoryOf } from './headings/category.ts';
import type { Heading, MarkedLine } from './marked-line.ts';

/** A heading with what it gives to the text under it. `path` are the titles above it, its own left out. */
export interface PlacedHeading {
  readonly heading: Heading;
  readonly path: readonly string[];
  readonly category: Category | null;
}

/** Whatever stands under these is about them, whatever its title says: an annex reviews expenses, a glossary explains them. */
const holdsEverything: ReadonlySet<Category | null> = new Set<Category | null>(['附件绩效', '名词解释']);

/** The headings of the text in order, each once, placed under those of smaller rank. */
export function placeHeadings(lines: readonly MarkedLine[]): PlacedHeading[] {
  const placed: PlacedHeading[] = [];
  const open: PlacedHeading[] = [];
  for (const heading of headingsOf(lines)) {
    while ((open.at(-1)?.heading.rank ?? 0) >= heading.rank) open.pop();
    const above = open.at(-1);
    const given = above?.category ?? null;
    const category = holdsEverything.has(given) ? given : (ownCategory(heading) ?? given);
    const one = { heading, path: above ? [...above.path, above.heading.title] : [], category };
    open.push(one);
    placed.push(one);
  }
  return placed;
}

/** An annex is a review whatever it is called. */
const ownCategory = ({ kind, title }: Heading): Category | null =>
  kind === 'annex' || kind === 'annex-title' ? '附件绩效' : categoryOf(title);

function headingsOf(lines: readonly MarkedLine[]): Heading[] {
  const headings: Heading[] = [];
  for (const { role } of lines) if (role.kind === 'heading' && headings.at(-1) !== role.heading) headings.push(role.heading);
  return headings;
}

/** One section a heading; each ends where the next of the same or a higher level begins. `length` is that of the text. */
export function toSections(placed: readonly PlacedHeading[], length: number): Section[] {
  const ends = placed.map(() => length);
  const open: number[] = [];
  placed.forEach(({ heading }, index) => {
    while (open.length > 0 && (placed[open.at(-1) ?? 0]?.heading.level ?? 0) >= heading.level) ends[open.pop() ?? 0] = heading.start;
    open.push(index);
  });
  return placed.map(({ heading, category }, index) => ({
    title: heading.title,
    level: heading.level,
    start: heading.start,
    headingEnd: heading.end,
    end: ends[index] ?? length,
    category,
  }));
}
