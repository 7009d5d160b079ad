import { halfWidthDigits } from '../../../src/text/half-width.ts';
import { endsSentence, isFull } from '../layout.ts';
import { printedText } from '../marked-line.ts';
import { foldTitle } from './fold-title.ts';
import { readLineNumber } from './number.ts';
import type { Draft, Place } from './place.ts';
import { endsWithTitleNoun, isClean, LONGEST_TITLE, withoutStop } from './title-shape.ts';
import { knownHeading } from './vocabulary.ts';

// 附件 1    附件：    附表2    附件三
const ANNEX = /^附\s?[件表]\s{0,3}(?:\d{1,3}|[一二三四五六七八九十]{1,3})?\s?[：:]?$/;
// 附件1：某项目绩效自评表    附件 3-1 …报告
const ANNEX_WITH_TITLE = /^附\s?[件表]\s{0,3}\d{1,3}(?:[-–]\d{1,2})?\s?[：:.、\s]\s?\S.{2,50}(?:表|报告|结果)$/;
// 2023年度某某项目绩效评价自评结果
const REVIEW_TITLE = /(?:项目|整体|部门|单位|支出|经费|资金).{0,8}(?:自评|评价)(?:结果|报告)$/;
// 收入支出决算总表    2023年度某某项目自评表    基本支出预算表（按经济分类）
const TABLE_TITLE =
  /(?:决算|预算|收支|支出|收入|自评|绩效|情况|明细|采购|资产|经费|项目|目标|汇总|总|信息|报|统计|评价|购置)表(?:\(.{1,20}\))?$/;
// …自评结果 2023年度某某项目自评表    (title of the annex and of its table on one line)
const TITLE_BEFORE = /(?:结果|报告)\s/;
// 见《…表》    详见附表
const REFERENCE = /^(?:详?见|注|说明|备注|附[：:]|《|”)|》/;
// 部门整体绩效目标完成情况：    (leads over to what follows)
const ENDS_IN_COLON = /[：:]$/;
// 表2    部门预算收入总表    (one of a list of tables if its neighbour is like it)
const TABLE_NUMBER = /^(?:附|公开)?表\s?[\d一二三四五六七八九十]{1,3}/;
// 合计    1.00    2.00    (a row with its cells parted by wide gaps)
const CELLS = /\S {3,}\S/;
const LONGEST_ROW = 300;
const SHORTEST_TABLE_TITLE = 4;
const SHORTEST_PROSE = 15;

/** 附件 1, alone on its line or with its title. */
export function readAnnex(place: Place): Draft | null {
  const { printed, line } = place;
  if (printed.length > LONGEST_TITLE || line.text.includes('\t')) return null;
  if (isLabelOfTable(place)) return null;
  const words = halfWidthDigits(printed);
  return ANNEX.test(words) || ANNEX_WITH_TITLE.test(words) ? whole(place, 'annex') : null;
}

/** 附表1 right under the title of a table is its number, as 公开01表 is. */
const isLabelOfTable = ({ printed, before }: Place): boolean =>
  printed.startsWith('附表') && before?.role.kind === 'heading' && before.role.heading.kind === 'table-title';

/** The title of an annex: the line or lines under 附件 1, or a line that ends as the title of a review does. */
export function readAnnexTitle(place: Place): Draft | null {
  const { printed, before, number, after } = place;
  if (number !== null || printed.length > LONGEST_TITLE || !isClean(withoutStop(printed))) return null;
  if (REVIEW_TITLE.test(printed) && startsFresh(place)) return whole(place, 'annex-title');
  if (before?.role.kind !== 'heading' || before.role.heading.kind !== 'annex') return null;
  if (endsWithTitleNoun(printed)) return whole(place, isTableTitle(printed) ? 'table-title' : 'annex-title');
  const next = after[0];
  const rest = next ? printedText(next) : '';
  if (next?.role.kind !== 'plain' || readLineNumber(rest) !== null || !isClean(rest) || !endsWithTitleNoun(rest)) return null;
  return { kind: 'annex-title', lines: 2, length: rest.length, next: null };
}

/** A title without a number that other reports print: 主要职能, 名词解释. A paragraph or a numbered line follows it; on the cover a part does. */
export function readUnnumbered(place: Place): Draft | null {
  const { printed, number, after, line } = place;
  const title = withoutStop(printed);
  if (number !== null || printed.length > LONGEST_TITLE || line.text.includes('\t') || !isClean(title)) return null;
  const folded = foldTitle(title);
  const known = knownHeading(folded);
  if (known === null || ENDS_IN_COLON.test(printed) || !endsWithTitleNoun(title) || TABLE_TITLE.test(folded) || !startsFresh(place))
    return null;
  const next = after[0] ? printedText(after[0]) : '';
  if (place.open.length === 0 && readLineNumber(next)?.form === 'part') return null;
  const opens = next.length >= SHORTEST_PROSE || readLineNumber(next) !== null;
  return opens ? { kind: known.level === 3 ? 'unnumbered-section' : 'unnumbered', lines: 1, length: title.length, next: null } : null;
}

/** The title of a table. Printed again at the top of the next page it is no new heading. */
export function readTableTitle(place: Place): Draft | null {
  const { printed, line, number, open } = place;
  if (
    number !== null ||
    printed.length > LONGEST_TITLE ||
    line.text.includes('\t') ||
    REFERENCE.test(printed) ||
    !isClean(printed.replace(TABLE_NUMBER, '').trim())
  )
    return null;
  const folded = foldTitle(printed);
  if (folded.length < SHORTEST_TABLE_TITLE || !TABLE_TITLE.test(folded) || !startsFresh(place)) return null;
  if (TABLE_NUMBER.test(printed) && isListed(place)) return null;
  const last = open.at(-1)?.heading;
  return last?.kind === 'table-title' && foldTitle(last.title) === folded ? null : whole(place, 'table-title');
}

const isTableTitle = (printed: string): boolean => TABLE_TITLE.test(foldTitle(printed)) && !TITLE_BEFORE.test(printed);

const whole = ({ printed }: Place, kind: Draft['kind']): Draft => ({ kind, lines: 1, length: withoutStop(printed).length, next: null });

const isListed = ({ before, after }: Place): boolean =>
  [before, after[0]].some((line) => line != null && TABLE_NUMBER.test(printedText(line)));

// 附件：某项目绩效自评表
const LABEL = /^附件[：:]/;
const namesTable = (printed: string): boolean =>
  printed.length <= LONGEST_TITLE && LABEL.test(printed) && TABLE_TITLE.test(foldTitle(printed));

/** The line before it is over, so this one is not the rest of its sentence: a sentence's end, or the name of a table. */
function startsFresh({ before, layout }: Place): boolean {
  if (before === null || before.role.kind !== 'plain' || before.text.includes('\t')) return true;
  const printed = printedText(before);
  return endsSentence(printed) || namesTable(printed) || CELLS.test(printed.slice(0, LONGEST_ROW)) || !isFull(printed, layout);
}
