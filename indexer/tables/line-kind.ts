import { isFigure } from './cell-kind.ts';
import { headWord, isKnownHead, isLabelRole, roleOfHead } from './column-role.ts';
import type { GridCell, GridLine } from './grid.ts';
import { isTableLabel } from './table-label.ts';
import { tableTitle } from './title.ts';
import { isUnitText } from './units.ts';

/** What a line of a table is. `words`: no figure in it, so a head, a row's name alone or a remark; its neighbours decide. */
export type LineKind = 'caption' | 'numbering' | 'data' | 'words' | 'blank';

// 部门:… 单位:… 编制单位:… 填报日期:… 2023年度
const CAPTION =
  /^(?:编制|填报|预算|公开)?(?:部门|单位|日期|部门\(单位\)|单位名称)(?:名称|\(盖章\))?:|^(?:19|20)\d\d年(?:度)?$|^\((?:19|20)\d\d年度?\)$/;
// 类 款 项 栏次 1 2 3=4+5
const NUMBERING_WORD = /^(?:栏次|类?款?项?|行次|合计|序号|科目编码|项目|\*\*)$/;
const NUMBERING_SUM = /^(\d{1,3})(?:=[\d+-]{1,40})?$/;
const TOTAL = /^(?:合计|总计|小计|[\u4e00-\u9fff]{0,12}(?:合计|总计))$/;

export const isTotal = (cell: GridCell): boolean => TOTAL.test(cell.key);
export const isCaptionText = (key: string): boolean => CAPTION.test(key) || isTableLabel(key) || isUnitText(key);

const printed = (line: GridLine): GridCell[] => line.cells.filter((cell) => cell.kind !== 'empty');

/** A line without TABs within a table of TABs is one of its captions. */
export function kindOfLine(line: GridLine): LineKind {
  const cells = printed(line);
  if (cells.length === 0) return 'blank';
  if (cells.every((cell) => cell.kind === 'dash')) return 'caption';
  if (!line.parted || isLoneTitle(cells)) return 'caption';
  if (isNumbering(cells)) return 'numbering';
  const figures = cells.some((cell) => isFigure(cell.kind));
  const captions = cells.filter((cell) => isCaptionText(cell.key)).length;
  if (captions > 0 && (!figures || captions * 2 >= cells.length)) return 'caption';
  return figures ? 'data' : 'words';
}

/** A title with the empty cells of its table beside it. */
const isLoneTitle = ([cell, second]: readonly GridCell[]): boolean =>
  cell !== undefined && second === undefined && tableTitle(cell.text) !== null;

/** 栏次 1 2 3 …, 类 款 项 栏次 1 2 3, or 1 2 3 … alone: numbers that count the columns up from one. */
function isNumbering(cells: readonly GridCell[]): boolean {
  const words = cells.filter((cell) => cell.kind !== 'number' && !NUMBERING_SUM.test(cell.key));
  if (!words.every((cell) => NUMBERING_WORD.test(cell.key))) return false;
  const numbers = cells.filter((cell) => !words.includes(cell)).map((cell) => NUMBERING_SUM.exec(cell.key)?.[1]);
  const rising = numbers.every((number, at) => number === String(at + 1));
  return rising && (numbers.length > 1 || words.some((cell) => cell.key === '栏次'));
}

/** How many of the printed cells are known heads, and whether that makes the line one of heads. */
export function looksLikeHeads(line: GridLine): boolean {
  const cells = printed(line);
  const known = cells.filter((cell) => isKnownHead(cell.key)).length;
  return known * 2 > cells.length;
}

/** Heads that no row would bear as a name: a label head (项目, 科目编码, 一级指标), or several heads with one of 执行率, 得分, 全年实际完成情况. */
export function isStrongHead(line: GridLine): boolean {
  if (!looksLikeHeads(line)) return false;
  const cells = printed(line);
  const roles = cells.filter((cell) => isKnownHead(cell.key)).map((cell) => roleOfHead([headWord(cell.key)]));
  if (roles.some(isLabelRole)) return true;
  return roles.length >= 2 && roles.length >= cells.length - 2 && (roles.includes('measure') || roles.includes('text'));
}
