import type { Measure } from '../../src/model/amount.ts';
import type { Fund, Part, Side } from '../../src/model/fact.ts';
import type { Table } from '../../src/model/table.ts';
import { foldString } from '../../src/text/normal-form.ts';
import { fundSaid } from './fund.ts';

/** What the titles and the note of a table say of all its cells. */
export interface TableFrame {
  /** Titles from the nearest on, folded. */
  readonly title: string;
  readonly fund: Fund | null;
  readonly part: Part | null;
  readonly side: Side | null;
  /** Which budget 预算数 is, where the note says. */
  readonly budget: Measure;
  /** 决算 or 预算 in the title; null where it says neither. */
  readonly kind: '决算' | '预算' | null;
}

// 预算数为“三公”经费全年预算数 / 预算数为年初预算数 / 预算数为调整后财政资金总额 / 预算数为调整预算数
const NOTE = /预算数[为是指][^。;,]{0,12}?(全年|年初|调整)/;
// 一般公共预算 says a fund, not a budget
const FUND_WORDS = /一般公共预算|政府性基金预算|国有资本经营预算/g;

export function tableFrame(titles: readonly string[], table: Table | undefined): TableFrame {
  const title = titles.map(foldString).find((one) => /表|情况|支出|收入/.test(one)) ?? '';
  const words = title.replace(FUND_WORDS, '');
  const income = words.includes('收入') || words.includes('收支');
  const expenditure = words.includes('支出') || words.includes('收支');
  return {
    title,
    fund: fundSaid(title),
    part: words.includes('基本支出') ? '基本支出' : words.includes('项目支出') ? '项目支出' : null,
    side: income === expenditure ? null : income ? '收入' : '支出',
    budget: budgetOf(table?.note?.text ?? ''),
    kind: words.includes('决算') && !words.includes('预决算') ? '决算' : words.includes('预算') ? '预算' : null,
  };
}

function budgetOf(note: string): Measure {
  const said = NOTE.exec(foldString(note))?.[1];
  return said === undefined ? '预算数' : said === '年初' ? '年初预算' : '全年预算';
}
