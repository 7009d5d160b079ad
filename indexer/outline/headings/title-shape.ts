import { foldTitle } from './fold-title.ts';

// 情况 说明 概况 …: what titles in these reports end with
const TITLE_NOUN =
  /(?:情况|说明|概况|职责|职能|设置|构成|解释|名词|附件|附表|[^代]表|报告|结果|原因|措施|得分|目标|指标|综述|建议|成效|事项|问题|绩效|信息|方式|渠道|概述|结论|材料|分析|经验|做法|评价|内容|范围|目的|原则|标准|程序)(?:\(.{1,20}\))?$/;
// 一般公共服务支出    八、其他收入    年末结转和结余    (names of lines in a table of revenue and spending)
const ACCOUNT_ITEM = /(?:支出|收入|拨款|结转|结余|合计|总计|小计|资金|补助|经费)(?:\(.{1,12}\))?$/;
// 外交支出           28    (cells parted by wide gaps)
const WIDE_GAP = /\S\s{3,}\S/;
// clauses and sentences have these
const SENTENCE_MARK = /[，。；？！,;?!：:\t|]/;
// 3.1万元    99.91%    12辆
const FIGURE = /\d[\d,.]{0,20}\s?(?:万|亿|元|%|％|分|辆|人|个|家|次)/;
// a full stop or colon after a title
const STOP = /[。：:．.\s]{1,5}$/;

export const LONGEST_TITLE = 60;

/** The title without a stop after it. */
export const withoutStop = (title: string): string => title.slice(0, -5) + title.slice(-5).replace(STOP, '');

export const endsWithTitleNoun = (title: string): boolean => TITLE_NOUN.test(foldTitle(title));

/** A name that stands in the first column of a table of accounts, not over a paragraph. */
export const isAccountItem = (title: string): boolean => ACCOUNT_ITEM.test(foldTitle(title));

/** Short, no clause, no figure. */
export const isClean = (title: string): boolean =>
  title.length >= 2 && title.length <= LONGEST_TITLE && !SENTENCE_MARK.test(title) && !FIGURE.test(title) && !WIDE_GAP.test(title);
