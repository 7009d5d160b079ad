import { readAmounts } from '../text/amounts.ts';
import { Exact } from '../text/exact.ts';
import { foldString } from '../text/normal-form.ts';

// , ; 。 ： but not the comma of a figure, which folding has dropped
const MARKS = /[,;:。!?、()《》]+/;
/** Shorter texts are one phrase, whatever marks stand in it: 因公出国(境)费. */
const SHORTEST_SENTENCE = 16;
const MOST_CLAUSES = 24;

/** The clauses of a folded sentence; a shorter text is one clause. */
export function clausesOf(folded: string): string[] {
  if (folded.length < SHORTEST_SENTENCE) return [folded];
  const clauses = folded.split(MARKS).filter((clause) => clause.length > 1);
  return clauses.length === 0 ? [folded] : clauses.slice(0, MOST_CLAUSES);
}

/** The units in which reports print an amount, with the places behind the point that they give. */
const spellings: readonly { readonly unit: string; readonly yuan: number; readonly places: number | null }[] = [
  { unit: '万元', yuan: 10_000, places: null },
  { unit: '万元', yuan: 10_000, places: 2 },
  { unit: '亿元', yuan: 100_000_000, places: null },
];

/** A folded clause with its amount of money in other units: 安排1.3亿元 -> 安排13000万元. None where it has no amount of money, or several. */
export function amountsRespelled(clause: string): string[] {
  const amounts = readAmounts(clause).filter(({ yuan }) => yuan !== null);
  const [only] = amounts;
  if (only === undefined || only.yuan === null || amounts.length > 1) return [];
  const yuan = new Exact(only.yuan);
  const written = spellings.map(({ unit, yuan: size, places }) => {
    const value = yuan.div(size);
    return foldString(`${places === null ? value.toFixed() : value.toFixed(places)}${unit}`);
  });
  const others = written.map((text) => clause.slice(0, only.start) + text + clause.slice(only.end));
  return [...new Set(others)].filter((text) => text !== clause);
}
