import type { ComparedEntry, ComparedFigure, ComputedName } from '../../src/compare/compare-answer.ts';
import type { Measure } from '../../src/model/amount.ts';
import { directionOf, type FigureView, measureCell, showChange, showComputed, showFigure } from './compare-cells.ts';
import { type Html, html } from './html.ts';

/** A column after the names: its head, and whether any entry has something for it. */
interface Column {
  readonly head: string;
  readonly isUsed: (entries: readonly ComparedEntry[]) => boolean;
  readonly cell: (entry: ComparedEntry, view: FigureView) => Html;
}

const prints = (measure: Measure) => (entries: readonly ComparedEntry[]) => entries.some((entry) => entry.measures[measure] !== undefined);
const printed = (measure: Measure, head: string): Column => ({
  head,
  isUsed: prints(measure),
  cell: (entry, view) => measureCell(entry, measure, view),
});
const isAccount = (entries: readonly ComparedEntry[]): boolean => prints('决算')(entries);

/** Whether any entry prints one of the measures, or has it worked out. */
const measures = (name: ComputedName, all: readonly Measure[]) => (entries: readonly ComparedEntry[]) =>
  entries.some((entry) => entry.computed[name]?.kind === 'computed' || all.some((measure) => entry.measures[measure] !== undefined));

/** In the order that Chinese accounts use. */
const columns: readonly Column[] = [
  { ...printed('年初预算', '年初预算数'), isUsed: (entries) => isAccount(entries) || prints('年初预算')(entries) },
  printed('全年预算', '全年预算数'),
  printed('预算数', '预算数'),
  { ...printed('决算', '决算数') },
  {
    head: '增减额',
    isUsed: measures('增减额', ['比预算增减额', '比预算增减率']),
    cell: (entry, view) =>
      html`<td class="figure">${printedFigures(entry, ['比预算增减额', '比预算增减率'], view)}${againstBudget(entry, '增减额', view)}</td>`,
  },
  {
    head: '完成率(%)',
    isUsed: measures('完成率', ['完成率']),
    cell: (entry, view) => html`<td class="figure">${printedFigures(entry, ['完成率'], view)}${againstBudget(entry, '完成率', view)}</td>`,
  },
  {
    head: '比上年增减',
    isUsed: () => true,
    cell: (entry, view) =>
      html`<td class="figure">${printedFigures(entry, ['同比增减额', '同比增减率'], view)}${againstYearBefore(entry, view)}</td>`,
  },
  printed('占比', '占比(%)'),
  printed('数量', '数量'),
  printed('目标值', '目标值'),
  printed('完成值', '完成值'),
  printed('得分', '得分'),
];

const isChange = (measure: Measure): boolean => measure.includes('增减');

/** What the report prints of these measures, marked so where computed figures stand beside. */
const printedFigures = (entry: ComparedEntry, measures: readonly Measure[], view: FigureView): Html =>
  html`${measures.flatMap((measure) => (entry.measures[measure] ?? []).map((figure) => printedFigure(figure, isChange(measure), view)))}`;

function printedFigure(figure: ComparedFigure, signed: boolean, view: FigureView): Html {
  const direction = signed ? html`<span class="direction">${directionOf(figure.value)}</span>` : '';
  return html`<span class="printed">${direction}<span class="from">原文</span> <a href="${figure.anchor.url}#at">${showFigure(signed ? unsigned(figure) : figure, view)}</a></span>`;
}

const unsigned = (figure: ComparedFigure): ComparedFigure => ({
  ...figure,
  value: figure.value.replace(/^-/, ''),
  yuan: figure.yuan?.replace(/^-/, '') ?? null,
});

/** Blank where there is no final account to measure (a budget has none), or where the report says itself what we cannot work out. */
function againstBudget(entry: ComparedEntry, name: '增减额' | '完成率', view: FigureView): Html | '' {
  const one = entry.computed[name];
  const isPrinted = entry.measures[name === '完成率' ? '完成率' : '比预算增减额'] !== undefined;
  if (one === undefined || entry.measures.决算 === undefined || (one.kind === 'not-computed' && isPrinted)) return '';
  return name === '完成率' ? showComputed(one, view) : showChange(one, view);
}

/** The change and its rate, with what they are measured against. */
function againstYearBefore({ computed }: ComparedEntry, view: FigureView): Html | '' {
  const [change, rate] = [computed.比上年增减额, computed.比上年增减率];
  if (change === undefined || rate === undefined) return '';
  if (change.kind === 'not-computed') return showComputed(change, view);
  return html`<span class="base">比${change.base}</span>${showChange(change, view)}<br>${showComputed(rate.kind === 'computed' ? { ...rate, value: rate.value.replace(/^-/, '') } : rate, view)}`;
}

/** What a table of entries knows beside them: what is compared, and the address of the same comparison for one department alone; null where it is one. */
export interface ComparedTable {
  readonly caption: string;
  readonly only: (department: string) => string | null;
}

/** The entries of one slice. */
export function compareTable(entries: readonly ComparedEntry[], view: FigureView, { caption, only }: ComparedTable): Html {
  const used = columns.filter(({ isUsed }) => isUsed(entries));
  const named: Named = entries.every(isNamedAs(entries[0])) ? 'above' : entries.some(({ code }) => code !== null) ? 'code' : 'name';
  return html`<table class="list compared"><caption class="hidden">${caption}</caption>
<thead><tr><th scope="col">部门</th><th scope="col">年度</th>${showNameHeads(named)}${used.map(({ head }) => html`<th scope="col" class="figure">${head}</th>`)}</tr></thead>
<tbody>${entries.map((entry) => showEntry(entry, used, { view, named, only }))}</tbody></table>`;
}

/** Where an entry's name stands: above the table where all have the same, otherwise in columns. */
type Named = 'above' | 'code' | 'name';

const isNamedAs = (first: ComparedEntry | undefined) => (entry: ComparedEntry) => entry.code === first?.code && entry.name === first?.name;

function showNameHeads(named: Named): Html | '' {
  if (named === 'above') return '';
  return html`${named === 'code' ? html`<th scope="col" class="code">科目编码</th>` : ''}<th scope="col">${named === 'code' ? '科目名称' : '名称'}</th>`;
}

function showName({ code, name }: ComparedEntry, named: Named): Html | '' {
  if (named === 'above') return '';
  return html`${named === 'code' ? html`<td class="code">${code}</td>` : ''}<td class="name">${name}</td>`;
}

function showEntry(
  entry: ComparedEntry,
  used: readonly Column[],
  { view, named, only }: Pick<ComparedTable, 'only'> & { readonly view: FigureView; readonly named: Named },
): Html {
  const { report, period } = entry;
  const alone = report.department === null ? null : only(report.department);
  const link =
    alone === null
      ? ''
      : html`<a class="from" href="${alone}" rel="nofollow">只看此部门<span class="hidden">：${report.department}</span></a>`;
  return html`<tr><th scope="row"><a href="${report.url}">${report.department ?? report.title ?? report.file}</a><span class="file">${report.scope ?? ''} ${link}</span></th>
<td class="year">${period ?? html`<span class="missing">未载明</span>`}<span class="file">${sourceOf(entry)}</span></td>${showName(entry, named)}
${used.map(({ cell }) => cell(entry, view))}</tr>`;
}

/** The report that prints it, where it is not the one of that year. */
const sourceOf = ({ report, period }: ComparedEntry): string =>
  String(report.year) === period ? (report.reportKind ?? '') : `载于${report.year ?? ''}${report.reportKind ?? '报告'}`;

/** The unit that all money of the table shares. */
export function sharedUnit(entries: readonly ComparedEntry[]): string | null {
  const units = new Set(
    entries.flatMap(({ measures }) => Object.values(measures).flat()).flatMap(({ unit, yuan }) => (yuan === null ? [] : [unit])),
  );
  const [only] = units;
  return units.size === 1 ? (only ?? null) : null;
}
