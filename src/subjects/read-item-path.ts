import { type SubjectLevel, subjectLevels } from './subject.ts';

/** A name with its level mark, as a line item prints it: 政府办公厅（室）及相关机构事务（款）. Offsets are those of the name in the text read. */
export interface ItemName {
  readonly level: SubjectLevel;
  /** White space dropped. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

// 科学技术支出(类) 行政运行 （ 项 ）: the brackets of （室）（境）（护） hold other characters
const LEVEL_MARK = /[(（]\s{0,4}([类款项])\s{0,4}[)）]/g;
// 1. | 12、 | （3） | ③ | 一、 | （二） | 其中： in front of the first name
const ITEM_NUMBER = /^(?:\s|[“"]|[(（][\d一二三四五六七八九十]{1,3}[)）]|\d{1,3}[.．、)）]|[一二三四五六七八九十]{1,3}、|[①-⑳])+/;
// ，。；：: a name does not run over them, but over line and page ends
const BOUNDARY = /[。；;：:，,!！?？]/g;
const LONGEST_NAME = 60;

/**
 * The names of the first 类 > 款 > 项 path of a text, from its top: "1. 科学技术支出(类)科学技术管理事务(款)行政运行(项)…" -> three names.
 * It ends where the next mark is not one level deeper or where a boundary or more than 60 characters lie between. Empty where there is no such path.
 */
export function readItemPath(text: string): ItemName[] {
  const path: ItemName[] = [];
  let from = 0;
  for (const mark of text.matchAll(LEVEL_MARK)) {
    const level = subjectLevels.find((one) => one === mark[1]);
    const next = path.at(-1);
    if (level === undefined || (next && subjectLevels.indexOf(level) !== subjectLevels.indexOf(next.level) + 1)) break;
    const start = nameStart(text, from, mark.index, path.length === 0);
    if (start === null) break;
    path.push({ level, name: text.slice(start, mark.index).replace(/\s+/g, '').replace(/[”"]$/, ''), start, end: mark.index });
    from = mark.index + mark[0].length;
  }
  return path;
}

/** The whole path, from its 类, as resolveCode takes it; null where it begins lower. */
export function itemPathNames(path: readonly ItemName[]): string[] | null {
  return path[0]?.level === '类' ? path.map((one) => one.name) : null;
}

function nameStart(text: string, from: number, to: number, first: boolean): number | null {
  const window = first ? Math.max(from, to - 2 * LONGEST_NAME) : from;
  if (to - window > 2 * LONGEST_NAME) return null;
  const between = text.slice(window, to);
  const last = [...between.matchAll(BOUNDARY)].at(-1);
  if (last && !first) return null;
  const after = window + (last ? last.index + last[0].length : 0);
  const start = after + (ITEM_NUMBER.exec(text.slice(after, to))?.[0].length ?? 0);
  return text.slice(start, to).trim() === '' || to - start > 2 * LONGEST_NAME ? null : start;
}
