import type { Amount } from '../../src/model/amount.ts';
import type { Base } from './changes.ts';
import type { Quantity } from './readings.ts';
import type { Item, Mention } from './rule.ts';

/** What is open while a passage is read from figure to figure. */
export interface Open {
  mention: Mention;
  items: readonly Item[];
  /** Where the name or the last figure said of it ends. */
  end: number;
  said: boolean;
  base: Base | null;
  year: number | null;
}

export const begin = (mention: Mention, base: Base | null = null): Open => ({
  mention,
  items: mention.items,
  end: mention.end,
  said: false,
  base,
  year: null,
});

/** The items of the name that a number of this kind can be said of; a following count in other units belongs to the figure behind it. */
export function itemsFor(open: Open, amount: Amount, quantity: Quantity): readonly Item[] {
  const takes = quantity === 'rate' ? 'money' : quantity;
  const fits = (item: Item) => item.takes === takes && (takes !== 'count' || item.units.includes(amount.unit ?? ''));
  const direct = open.items.filter(fits);
  if (direct.length > 0) return direct;
  return open.said ? open.items.flatMap((item) => (item.follow !== null && fits(item.follow) ? [item.follow] : [])) : [];
}

export function quantityOf({ yuan, unit }: Amount): Quantity {
  if (yuan !== null) return 'money';
  if (unit === '%' || unit === '‰') return 'rate';
  return unit === '分' ? 'score' : 'count';
}
