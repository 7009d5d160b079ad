import { describe } from 'vitest';
import { lineItems } from '../../../../indexer/facts/rules/line-items.ts';
import { readsAs } from '../passage.ts';

const general = { category: '一般公共预算支出', path: ['五、一般公共预算财政拨款支出决算情况说明'] } as const;
const budget = { ...general, path: ['五、一般公共预算支出情况'], kind: '预算', year: 2026 } as const;

describe('line items', () => {
  readsAs(
    lineItems,
    'read budget, outturn and rate, never the reason',
    '2. 科学技术支出（类）科学技术管理事务（款）行政运行（项）。年初预算为 1,200.50 万元，支出决算为 1 180 万元，完成年初预算的 98.3 %，小于预算的主要原因是：调减人员经费 20.50 万元。'.replace(
      '1 180',
      '1180',
    ),
    general,
    [
      '行政运行 年初预算 2023 1200.50万元 2060101 一般公共预算 支出',
      '行政运行 决算 2023 1180万元 2060101 一般公共预算 支出',
      '行政运行 完成率 2023 98.3% 2060101 一般公共预算 支出',
    ],
  );
  readsAs(
    lineItems,
    'read an item whose name stands alone before its figures',
    ['（3）住房保障支出(类)住房改革支出(款)住房公积金(项)。', '年初预算 8 万元，支出决算 9 万元。'],
    general,
    ['住房公积金 年初预算 2023 8万元 2210201 一般公共预算 支出', '住房公积金 决算 2023 9万元 2210201 一般公共预算 支出'],
  );
  readsAs(
    lineItems,
    'read a rate that is called a share of the budget',
    '4.住房保障支出（类）住房改革支出（款）住房公积金（项）。年初预算为 8.00 万元，决算支出为 7.98 万元，为年初预算的 99.75%。',
    general,
    [
      '住房公积金 年初预算 2023 8.00万元 2210201 一般公共预算 支出',
      '住房公积金 决算 2023 7.98万元 2210201 一般公共预算 支出',
      '住房公积金 完成率 2023 99.75% 2210201 一般公共预算 支出',
    ],
  );
  readsAs(
    lineItems,
    'keep a name open over lines that a layout tore out of its sentence, until another item begins',
    [
      '7、卫生健康支出（类）行政事业单位医疗（款）事业单位医疗（项）。',
      '主要用于：',
      '事业单位职工参保。',
      '年初预算为 6.40 万元，支出决算为 6 万元。',
      '8、卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）。',
      '9、另有安排。',
      '年初预算为 5 万元。',
    ],
    general,
    ['事业单位医疗 年初预算 2023 6.40万元 2101102 一般公共预算 支出', '事业单位医疗 决算 2023 6万元 2101102 一般公共预算 支出'],
  );
  readsAs(
    lineItems,
    'leave a path that no subject fits without code',
    '教育支出（类）住房改革支出（款）住房公积金（项）年初预算为 5 万元。',
    general,
    ['住房公积金 年初预算 2023 5万元 一般公共预算 支出'],
  );
  readsAs(
    lineItems,
    'read a budget with its code behind the name and the change against last year',
    '4.行政运行（2010601）45.20万元，较上年减少1.80万元，下降3.83%，主要原因是在职减少。',
    budget,
    [
      '行政运行 预算数 2026 45.20万元 2010601 一般公共预算 支出',
      '行政运行 同比增减额 2026 -1.80万元 2010601 一般公共预算 支出',
      '行政运行 同比增减率 2026 -3.83% 2010601 一般公共预算 支出',
    ],
  );
  readsAs(
    lineItems,
    'tell the outturn of last year from the budget of this one',
    '1、公共安全支出（204类）司法（06款）普法宣传（05项）12.5万元。主要用于：宣传。2025年当年预算执行数为11万元，2026年预算安排12.5万元，比2025年预算执行数增加13.64%。',
    { ...budget, path: [] },
    [
      '普法宣传 预算数 2026 12.5万元 2040605 支出',
      '普法宣传 决算 2025 11万元 2040605 支出',
      '普法宣传 预算数 2026 12.5万元 2040605 支出',
      '普法宣传 同比增减率 2026 13.64% 2040605 支出',
    ],
  );
  readsAs(
    lineItems,
    'read a code in front of the path',
    '2080501社会保障和就业支出-行政事业单位养老支出-行政单位离退休360,000.00元，反映退休开支。',
    { ...budget, path: [] },
    ['行政单位离退休 预算数 2026 360000.00元 2080501 支出'],
  );
  readsAs(
    lineItems,
    'keep silent about a glossary',
    '住房保障支出（类）住房改革支出（款）住房公积金（项）：指缴存比例不低于 5%。',
    { category: '名词解释' },
    [],
  );
});
