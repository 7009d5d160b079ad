import { readFileSync } from 'node:fs';
import { foldString } from '../../src/text/normal-form.ts';
import { isTableLabel } from './table-label.ts';

// 一、 （二） 3. 附表1 公开03表 表5-1： in front of a title
const NUMBER =
  /^(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、](?!\d)|(?:公开|附)?表[一二三四五六七八九十\d-]{1,4}[:：、.]?|公开\d{1,2}表[:：]?)/;
// 支出决算表 | 预算收支总表（公开表1） | 收入总表(万元)
const TITLE = /表(?:[(（][^()（）]{1,40}[)）])?$/;
// 附件：…表 names a table that stands elsewhere; a sentence is no title
const REFERENCE = /^(?:附件[:：]|详见|见)|[。；，,;]/;
const LONGEST_TITLE = 80;

// 第二部分 2024年部门综合预算公开报表: the chapter that holds the tables
const CONTAINER = /^第.{1,3}部分|(?:部门|单位)(?:综合)?(?:预算|决算)(?:公开)?(?:报表|表)$|目录表?$/;

/** The title of a table as it is called: "三、支出决算表" -> "支出决算表". null where the text is no title of a table. */
export function tableTitle(printed: string): string | null {
  if (printed.length > LONGEST_TITLE) return null;
  const plain = printed.replace(/\s+/g, '').replace(NUMBER, '');
  return plain.length >= 3 && TITLE.test(plain) && !REFERENCE.test(plain) && !CONTAINER.test(plain) && !isTableLabel(foldString(plain))
    ? plain
    : null;
}

/** Titles of the tables that every department prints, with their variants, one kind a line. A new variant goes behind its kind. */
const kinds: readonly (readonly string[])[] = readFileSync(new URL('./data/titles.csv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.split(/[,|]/).map((title) => foldString(title)));
const known: ReadonlySet<string> = new Set(kinds.flat());

// 2023年度 in front of a title
const YEAR = /^(?:19|20)\d\d年度?/;

/** Is this one of the tables that all reports have, by the name it bears there? */
export const isKnownTitle = (title: string): boolean => known.has(foldString(title).replace(YEAR, ''));

/** Are these two names of one table? */
export const sameTable = (name: string, title: string): boolean => {
  const key = foldString(title).replace(YEAR, '');
  return kinds.find((kind) => kind.includes(foldString(name)))?.includes(key) ?? false;
};
