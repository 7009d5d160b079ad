import type { ComparedEntry } from '../../src/compare/compare-answer.ts';
import { standingFigure } from '../../src/compare/standing-figure.ts';
import type { Measure } from '../../src/model/amount.ts';
import type { Html } from '../parts/html.ts';
import { groupDigits } from '../parts/show.ts';
import { type Bar, type BarGroup, barChart } from './bar-chart.ts';

/** Entries drawn; the table beside the chart has all of them. */
export const MOST_DRAWN = 16;

const drawn: readonly { readonly measure: Measure; readonly label: string; readonly outlined: boolean }[] = [
  { measure: '年初预算', label: '年初预算', outlined: true },
  { measure: '全年预算', label: '全年预算', outlined: true },
  { measure: '预算数', label: '预算', outlined: true },
  { measure: '决算', label: '决算', outlined: false },
];

/** Budgets and final accounts of the entries of one slice. Where a report prints figures that differ, none is chosen. null: nothing to draw. */
export function compareChart(title: string, entries: readonly ComparedEntry[]): Html | null {
  const groups = entries.flatMap(groupOf).slice(0, MOST_DRAWN);
  if (groups.length === 0) return null;
  const description = groups.map(({ label, bars }) => `${label}：${bars.map((bar) => `${bar.label} ${bar.shown}`).join('，')}`).join('；');
  return barChart({ title, description, groups });
}

function groupOf(entry: ComparedEntry): BarGroup[] {
  const bars = drawn.flatMap(({ measure, ...look }): Bar[] => {
    const figure = standingFigure(entry.measures[measure] ?? []);
    if (figure === null || figure === 'several' || figure.yuan === null) return [];
    return [{ ...look, yuan: figure.yuan, shown: `${groupDigits(figure.value)}${figure.unit ?? ''}` }];
  });
  return bars.length === 0 ? [] : [{ label: labelOf(entry), bars }];
}

const labelOf = ({ report, period }: ComparedEntry): string =>
  [
    report.department ?? report.title ?? report.file,
    period ?? '年度未载明',
    ...(report.scope === null || report.scope === '部门汇总' ? [] : [`（${report.scope}）`]),
  ].join(' ');
