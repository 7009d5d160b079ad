import type { Decimal } from 'decimal.js';
import type { Fact } from '../model/fact.ts';
import { Exact } from '../text/exact.ts';
import { toYuan } from '../text/money.ts';

/** A figure as printed, and what it is in 元. */
type Figure = Pick<Fact, 'value' | 'unit' | 'yuan'>;

/**
 * The figure that stands for all that are printed of one measure: null where none is, `several` where figures that differ are. Figures that agree within
 * half a unit of their last printed digits are one (1,361,142.00元, 136.11万元): the one printed to the finest digit stands for them.
 */
export function standingFigure<F extends Figure>(figures: readonly F[]): F | 'several' | null {
  const [finest] = figures.toSorted((a, b) => halfUnit(a).comparedTo(halfUnit(b)));
  if (finest === undefined) return null;
  return figures.every((figure) => agrees(figure, finest)) ? finest : 'several';
}

function agrees(figure: Figure, finest: Figure): boolean {
  if ((figure.yuan === null) !== (finest.yuan === null) || (figure.yuan === null && figure.unit !== finest.unit)) return false;
  return sizeOf(figure).minus(sizeOf(finest)).abs().lessThanOrEqualTo(halfUnit(figure));
}

/** In 元, or in its own unit where it is not money. */
const sizeOf = ({ yuan, value }: Figure): Decimal => new Exact(yuan ?? value);

/** Half of the last printed digit, in the same unit. */
function halfUnit({ value, unit, yuan }: Figure): Decimal {
  const decimals = value.split('.')[1]?.length ?? 0;
  const half = new Exact(10).pow(-decimals).dividedBy(2);
  return yuan === null || unit === null ? half : half.times(toYuan('1', unit) ?? '1');
}
