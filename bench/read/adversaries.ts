import { prepare } from '../../indexer/prepare.ts';
import { say, show, table } from '../figures.ts';

/** Pieces that, repeated, are meant to make an expression look back and forth. */
const pieces: readonly (readonly [name: string, piece: string])[] = [
  ['TABs', '\t'],
  ['cells', '1,234.50\t'],
  ['words of a table head', '本年收入合计\t'],
  ['flattened rows', '2080501 行政单位离退休 158.46 158.46 0.00 '],
  ['digits', '1'],
  ['thousands', '1,234,'],
  ['decimals', '1.5.'],
  ['numbers with units', '12.5万元'],
  ['percent signs', '98.7%％'],
  ['open brackets', '（'],
  ['brackets', '（类）（款）（项）'],
  ['book marks', '《〈'],
  ['quote marks', '“”"'],
  ['heading numbers', '一、'],
  ['heading numbers in brackets', '（一）'],
  ['parts', '第一部分 '],
  ['decimal headings', '1.1.1.'],
  ['dots of a contents line', '……....'],
  ['contents lines', '部门概况......1'],
  ['titles', '收入支出决算总表公开01表'],
  ['unit lines', '单位：万元 '],
  ['names of bodies', '云川市临溪区教育局'],
  ['years', '2023年度'],
  ['blanks', ' \u3000'],
  ['sentence ends', '。；，'],
  ['explanations', '年初预算为1.00万元，支出决算为2.00万元，完成年初预算的200.00%，'],
  ['Markdown', '**|#- '],
  ['letters', 'aA'],
  ['combining characters', 'e\u0301\u200b'],
];

const SIZES = [50_000, 100_000, 200_000] as const;
/** Linear work doubles with twice the text; allowed for: collection of garbage, other programs. */
const MOST_GROWTH = 3;
/** Below this processor time nothing can be said of growth. */
const LEAST_MS = 40;

/** Hostile lines of 100 KB, and 100 KB of hostile lines: processor time must grow as the text does. */
export async function measureAdversaries(): Promise<void> {
  const rows: string[][] = [];
  let steep = 0;
  for (const [name, piece] of pieces) {
    for (const [form, end] of [
      ['one line', ''],
      ['a line each', '\n'],
      ['with blank lines', '\n\n'],
    ] as const) {
      const ms: number[] = [];
      for (const size of SIZES) ms.push(await readingMs((piece + end).repeat(Math.ceil(size / (piece + end).length))));
      const [half = 0, one = 0, two = 0] = ms;
      const growth = two / Math.max(one, 1);
      const isSteep = two > LEAST_MS && growth > MOST_GROWTH && one / Math.max(half, 1) > MOST_GROWTH / 1.5;
      if (isSteep) steep++;
      if (isSteep || one > 200) rows.push([name, form, ...ms.map(show), isSteep ? `**${show(growth)} ×**` : `${show(growth)} ×`]);
    }
  }
  say(
    `\nadversarial texts: ${pieces.length * 3} of 50, 100 and 200 KB, ${steep} grow faster than the text${rows.length > 0 ? '; those and the slow ones:' : ''}`,
  );
  if (rows.length > 0) say(table(['repeated', 'form', '50 KB ms', '100 KB ms', '200 KB ms', 'growth of the last'], rows));
}

async function readingMs(text: string): Promise<number> {
  const bytes = Buffer.from(`云川市教育局2023年度部门决算\n${text}`);
  const began = process.threadCpuUsage();
  await prepare({ id: '0'.repeat(16), fileName: 'hostile.txt', source: { bytes } });
  const used = process.threadCpuUsage(began);
  return (used.user + used.system) / 1000;
}
