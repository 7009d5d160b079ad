/** A number that stands alone on a line. `index` is that of the line, `at` its place in the text; `inProse`: the lines before and behind it are no cells. */
export interface LoneNumber {
  readonly index: number;
  readonly at: number;
  readonly value: number;
  readonly inProse: boolean;
}

/** Characters a page may hold in a report without pages: below are cells of a table, above are figures that happen to rise. */
const FEWEST_ON_PAGE = 100;
const MOST_ON_PAGE = 3000;
/** A rising row shorter than this proves nothing: in doubt a number is content. */
const SHORTEST_ROW = 3;
/** Where nearly every page bears its number, the row is longer, so many of it interrupt prose, and it runs through this share of the text. */
const SHORTEST_UNBROKEN = 5;
const FEWEST_IN_PROSE = 3;
const SHARE_OF_TEXT = 0.5;
/** A value that stands alone oftener is looked for in vain: it bounds the work on tables printed one cell a line. */
const MOST_TIMES = 300;

/** The lines whose lone numbers rise as the numbers of pages do, in a text of so many characters. `all` in order of their place. */
export function risingNumbers(all: readonly LoneNumber[], length: number): number[] {
  const unbroken = unbrokenRow(all, length);
  return unbroken.length > 0 ? unbroken : rareRow(all);
}

/**
 * Each number one above the one before, at the distance of pages, through prose and half of the text. Other numbers may stand alone too and be the same:
 * 行次 and scores of tables printed one cell a line. Of two lines that could be the same page neither is taken, unless one alone interrupts prose.
 */
function unbrokenRow(all: readonly LoneNumber[], length: number): number[] {
  const byValue = Map.groupBy(all, ({ value }) => value);
  const whole = longestUnbroken(all, byValue);
  const runs = (whole.at(-1)?.at ?? 0) - (whole[0]?.at ?? 0);
  if (whole.length < SHORTEST_UNBROKEN || runs < length * SHARE_OF_TEXT) return [];
  if (whole.filter(({ inProse }) => inProse).length < FEWEST_IN_PROSE) return [];
  const row = fromProseToProse(whole);
  return row.flatMap((number, i) => {
    const [from, next] = [row[i - 1]?.at ?? number.at - MOST_ON_PAGE, row[i + 1]];
    const same = (byValue.get(number.value) ?? []).filter(({ inProse }) => inProse || !number.inProse);
    const own = onlyOneInside(same, from, next?.at ?? number.at + MOST_ON_PAGE);
    const skipped = next === undefined || next.value === number.value + 1 ? [] : (byValue.get(number.value + 1) ?? []);
    return next === undefined ? own : [...own, ...onlyOneInside(skipped, number.at, next.at)];
  });
}

/** What rises beyond the prose may be cells. */
function fromProseToProse(row: readonly LoneNumber[]): readonly LoneNumber[] {
  const first = row.findIndex(({ inProse }) => inProse);
  return row.slice(first, row.findLastIndex(({ inProse }) => inProse) + 1);
}

interface Row {
  readonly length: number;
  readonly before: LoneNumber | null;
}

/** A step may leave out one page: a title page holds fewer characters than pages do, a turned page bears no number. */
function longestUnbroken(all: readonly LoneNumber[], byValue: ReadonlyMap<number, readonly LoneNumber[]>): LoneNumber[] {
  const rows = new Map<LoneNumber, Row>();
  let end: LoneNumber | null = null;
  for (const number of all) {
    if (number.value === 0 || number.at > number.value * MOST_ON_PAGE || (byValue.get(number.value)?.length ?? 0) > MOST_TIMES) continue;
    let best: Row = { length: 1, before: null };
    for (const other of [...(byValue.get(number.value - 1) ?? []), ...(byValue.get(number.value - 2) ?? [])]) {
      const length = (rows.get(other)?.length ?? 0) + 1;
      if (length > best.length && follows(other, number)) best = { length, before: other };
    }
    rows.set(number, best);
    if (end === null || best.length > (rows.get(end)?.length ?? 0)) end = number;
  }
  const row: LoneNumber[] = [];
  for (let number = end; number !== null; number = rows.get(number)?.before ?? null) row.unshift(number);
  return row;
}

function onlyOneInside(same: readonly LoneNumber[], from: number, to: number): number[] {
  const inside = same.filter(({ at }) => at > from && at < to);
  return inside.length === 1 ? inside.map(({ index }) => index) : [];
}

/** The longest row of numbers that rise, each standing alone once, at the distance of pages. */
function rareRow(all: readonly LoneNumber[]): number[] {
  const times = new Map<number, number>();
  for (const { value } of all) times.set(value, (times.get(value) ?? 0) + 1);
  const row = longestRow(all.filter((number) => times.get(number.value) === 1));
  if (row.length < SHORTEST_ROW) return [];
  return [...row, ...between(all, row)].map((number) => number.index);
}

/** At most 1,000 candidates, since each value of three digits stands once: the square is bounded. */
function longestRow(numbers: readonly LoneNumber[]): LoneNumber[] {
  const fits = numbers.filter((number) => number.value > 0 && number.at <= number.value * MOST_ON_PAGE);
  const length = fits.map(() => 1);
  const before = fits.map(() => -1);
  fits.forEach((number, i) => {
    for (let j = 0; j < i; j++) {
      const other = fits[j];
      if (other && follows(other, number) && (length[j] ?? 0) + 1 > (length[i] ?? 0)) {
        length[i] = (length[j] ?? 0) + 1;
        before[i] = j;
      }
    }
  });
  const row: LoneNumber[] = [];
  for (let i = length.indexOf(Math.max(0, ...length)); i >= 0; i = before[i] ?? -1) {
    const number = fits[i];
    if (number) row.unshift(number);
  }
  return row;
}

function follows(a: LoneNumber, b: LoneNumber): boolean {
  const pages = b.value - a.value;
  const distance = b.at - a.at;
  return pages > 0 && distance >= pages * FEWEST_ON_PAGE && distance <= pages * MOST_ON_PAGE;
}

/** A value that stands alone several times is a page number where page 19 and page 21 are known and only one 20 stands between them. */
function between(all: readonly LoneNumber[], row: readonly LoneNumber[]): LoneNumber[] {
  return row.flatMap((number, i) => {
    const next = row[i + 1];
    if (next === undefined || next.value !== number.value + 2) return [];
    const inside = all.filter((other) => other.value === number.value + 1 && other.at > number.at && other.at < next.at);
    const only = inside[0];
    return inside.length === 1 && only && follows(number, only) && follows(only, next) ? [only] : [];
  });
}
