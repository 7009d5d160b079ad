import { scaleBand, scaleLinear } from 'd3-scale';
import { Decimal } from 'decimal.js';
import { type Html, html } from '../parts/html.ts';

/** One bar: a figure in 元, how it is shown, and whether it is the one that is measured against (drawn as an outline). */
export interface Bar {
  readonly label: string;
  readonly yuan: string;
  readonly shown: string;
  readonly outlined: boolean;
}

export interface BarGroup {
  readonly label: string;
  readonly bars: readonly Bar[];
}

export interface BarChart {
  readonly title: string;
  /** What is drawn, in words, for those who do not see it. */
  readonly description: string;
  readonly groups: readonly BarGroup[];
}

const WIDTH = 440;
const TOP = 22;
const LABEL = 18;
const BAR = 14;
const GAP = 12;
/** Room at the right for the figure that stands at the end of a bar. */
const FIGURE = 96;
const TICKS = 4;

/** Money in 万元 or 亿元 on the axis, where it is that large: powers of ten of 元. */
const axisUnits = [
  { unit: '亿元', power: 8 },
  { unit: '万元', power: 4 },
  { unit: '元', power: 0 },
] as const;

/**
 * Bars from zero, one group a line, as SVG that needs no script. Neutral ink: more is neither good nor bad. Numbers are drawn as pixels only here;
 * what is read stands in text, as it was given.
 */
export function barChart({ title, description, groups }: BarChart): Html {
  const all = groups.flatMap(({ bars }) => bars.map(({ yuan }) => new Decimal(yuan)));
  const { unit, power } =
    axisUnits.find((one) => all.some((size) => size.abs().greaterThanOrEqualTo(new Decimal(10).pow(one.power)))) ?? axisUnits[2];
  const sizeOf = (yuan: string): number => new Decimal(yuan).dividedBy(new Decimal(10).pow(power)).toNumber();
  const sizes = all.map((size) => sizeOf(size.toFixed()));
  const x = scaleLinear([Math.min(0, ...sizes), Math.max(0, ...sizes, 1e-6)], [0, WIDTH - FIGURE]).nice(TICKS);
  const heights = groups.map(({ bars }) => LABEL + bars.length * BAR + GAP);
  const height = TOP + heights.reduce((sum, one) => sum + one, 0);
  const tops = heights.map((_, n) => TOP + heights.slice(0, n).reduce((sum, one) => sum + one, 0));
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="chart-title chart-desc">
<title id="chart-title">${title}</title><desc id="chart-desc">${description}</desc>
${x.ticks(TICKS).map((tick) => html`<line class="grid" x1="${x(tick)}" x2="${x(tick)}" y1="${TOP - 4}" y2="${height}"></line><text class="tick" x="${x(tick)}" y="${TOP - 9}" text-anchor="${tick === x.domain()[0] ? 'start' : 'middle'}">${x.tickFormat(TICKS)(tick)}</text>`)}
<text class="tick" x="${WIDTH}" y="${TOP - 9}" text-anchor="end">${unit}</text>
${groups.map((group, n) => drawGroup(group, tops[n] ?? 0, (yuan) => x(sizeOf(yuan)), x(0)))}
</svg>`;
}

function drawGroup({ label, bars }: BarGroup, top: number, end: (yuan: string) => number, zero: number): Html {
  const y = scaleBand(
    bars.map((_, n) => String(n)),
    [top + LABEL, top + LABEL + bars.length * BAR],
  ).paddingInner(0.15);
  return html`<g><text class="label" x="0" y="${top + LABEL - 5}">${label}</text>
${bars.map((bar, n) => {
  const at = y(String(n)) ?? 0;
  const [left, right] = [Math.min(zero, end(bar.yuan)), Math.max(zero, end(bar.yuan))];
  return html`<rect class="bar${bar.outlined ? ' outlined' : ''}" x="${left}" y="${at}" width="${right - left}" height="${y.bandwidth()}"></rect><text class="value" x="${right + 5}" y="${at + y.bandwidth() - 2}">${bar.label} ${bar.shown}</text>`;
})}</g>`;
}
