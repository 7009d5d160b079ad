import type { Measure } from '../../src/model/amount.ts';
import type { FactSource, Fund, Part, Side } from '../../src/model/fact.ts';
import type { Prose } from './prose.ts';

/** What a name in prose stands for, with every dimension that the name itself says. */
export interface Item {
  readonly item: string;
  readonly figure: string | null;
  readonly code: string | null;
  readonly codeInferred: boolean;
  readonly subject: readonly string[];
  readonly fund: Fund | null;
  readonly part: Part | null;
  readonly side: Side | null;
  /** `money` takes amounts, rates and changes; `count` numbers in its units; `score` points. */
  readonly takes: 'money' | 'count' | 'score';
  readonly units: readonly string[];
  /** The measure of a figure that follows the name directly, where the kind of report does not decide it. */
  readonly measure: Measure | null;
  /** The figure of a following number in another unit (4 个团组，49 人次). */
  readonly follow: Item | null;
}

/** A name in prose that figures are said of. `at`..`end` are its place in the normal form; a name that a heading gave stands at 0..0. */
export interface Mention {
  readonly at: number;
  readonly end: number;
  /** Several where one name stands for several figures (收、支总计). */
  readonly items: readonly Item[];
  /**
   * What may stand between the name and its figures. `chain`: connecting words alone, from figure to figure. `clause`: the name is the subject of the
   * passage, so that any later clause which says its measure in full speaks of it too.
   */
  readonly reach: 'chain' | 'clause';
  /** Figures inside a reason may be said of it (基本支出减少 2.36 万元). */
  readonly inReason: boolean;
  /** The year that the passage says of it from afar (截至 2025 年 8 月 31 日 of all vehicles behind it); the words beside it come first. */
  readonly year?: number | null;
}

/**
 * A kind of facts in prose: where it looks, and the names it knows. Which figures belong to a name, and their measures, is read in one place for all rules
 * (read-statements.ts). A figure belongs to the first rule of the list that claims it.
 */
export interface ProseRule {
  readonly name: string;
  readonly from: FactSource;
  readonly looksIn: (prose: Prose) => boolean;
  /** In order of their place. */
  readonly mentions: (prose: Prose) => readonly Mention[];
}

export const plainItem: Omit<Item, 'item'> = {
  figure: null,
  code: null,
  codeInferred: false,
  subject: [],
  fund: null,
  part: null,
  side: null,
  takes: 'money',
  units: [],
  measure: null,
  follow: null,
};
