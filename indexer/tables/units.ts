// 单位:万元 | 金额单位:元 | (单位:人民币万元) | 计量单位:亿元
const UNIT_LINE = /单位:(?:人民币)?(元|千元|万元|百万元|亿元)(?![\u4e00-\u9fff])/;
// 万元 alone in a cell
const UNIT_ALONE = /^\(?(?:人民币)?(元|千元|万元|百万元|亿元)\)?$/;
// 预算数(万元) | 预算执行情况(万元)(20分)
const UNIT_IN_HEAD = /\((?:单位:)?(元|千元|万元|百万元|亿元)\)/;
// 1466.62万元
const UNIT_OF_FIGURE = /(元|千元|万元|百万元|亿元)$/;

/** The unit a folded text states for what stands below it, or null. */
export const unitStated = (key: string): string | null => UNIT_LINE.exec(key)?.[1] ?? UNIT_ALONE.exec(key)?.[1] ?? null;
export const isUnitText = (key: string): boolean => unitStated(key) !== null;

/** The unit in brackets in a folded head, or null. */
export const unitOfHead = (key: string): string | null => UNIT_IN_HEAD.exec(key)?.[1] ?? null;

/** The unit printed after a figure, or null. */
export const unitOfFigure = (plain: string): string | null => UNIT_OF_FIGURE.exec(plain)?.[1] ?? null;
