/** What stands in a cell. `broken`: it was meant as a figure and cannot be read (#REF!, 1, 4). `dash`: printed, and says that there is none. */
export type CellKind = 'empty' | 'dash' | 'number' | 'percent' | 'money' | 'broken' | 'text';

const LONGEST_FIGURE = 80;
// 一般公共服务支出: begins with a Chinese character other than a sign or number
const PLAIN_WORDS = /^[\u4e00-\u9fff]/;
// 35,549.61 | -12 | 0.5 | 35549.61
const NUMBER = /^[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;
// 98.36%
const PERCENT = /^[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?%$/;
// 1466.62万元
const MONEY = /^[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:元|千元|万元|百万元|亿元)$/;
// - — –– /
const DASH = /^[-–—―/]{1,80}$/;
// #REF! #DIV/0! #N/A #VALUE! #NAME?
const SPREADSHEET_ERROR = /^#[A-Z/0]{2,6}[!?]?$/i;
// 1, 4 | 1.2.3 | 12,34: figures and separators that make no number
const FIGURE_SIGNS = /^[\d.,，．]+$/;

/** A figure is read with the white space inside it dropped (0. 70), unless what is left is no number (1, 4). */
export function kindOfCell(text: string): CellKind {
  if (text === '') return 'empty';
  if (text.length > LONGEST_FIGURE) return 'text';
  if (PLAIN_WORDS.test(text)) return 'text';
  const plain = plainFigure(text);
  if (NUMBER.test(plain)) return 'number';
  if (PERCENT.test(plain)) return 'percent';
  if (MONEY.test(plain)) return 'money';
  if (DASH.test(plain)) return 'dash';
  return SPREADSHEET_ERROR.test(plain) || (FIGURE_SIGNS.test(plain) && /\d/.test(plain)) ? 'broken' : 'text';
}

// 35,549.61: nothing to change
const ASCII_FIGURE = /^[\d.,%+-]*$/;

/** NFKC, white space dropped, the minus sign in one form. */
export const plainFigure = (text: string): string =>
  ASCII_FIGURE.test(text) ? text : text.normalize('NFKC').replace(/\s+/g, '').replace(/[−﹣]/g, '-');

export const isFigure = (kind: CellKind): boolean => kind === 'number' || kind === 'percent' || kind === 'money' || kind === 'broken';
export const isBlankCell = (kind: CellKind): boolean => kind === 'empty' || kind === 'dash';
