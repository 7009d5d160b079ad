import { describe } from 'vitest';
import { procurement } from '../../../../indexer/facts/rules/procurement.ts';
import { readsAs } from '../passage.ts';

const section = { category: '政府采购' } as const;

describe('政府采购', () => {
  readsAs(
    procurement,
    'reads goods, works, services and small firms',
    '政府采购支出总额 30.00 万元，其中货物 10.00 万元、工程支出 0 万元、政府采购服务支出 20.00 万元。授予中小企业合同金额 24.00 万元，占政府采购支出总额的 80%。',
    section,
    [
      '政府采购支出总额 决算 2023 30.00万元 支出',
      '政府采购货物支出 决算 2023 10.00万元 支出',
      '政府采购工程支出 决算 2023 0万元 支出',
      '政府采购服务支出 决算 2023 20.00万元 支出',
      '授予中小企业合同金额 金额 2023 24.00万元 支出',
      '授予中小企业合同金额 占比 2023 80% 支出',
    ],
  );
  readsAs(procurement, 'is no share of goods in contracts', '商品和服务支出 5.00 万元。', section, []);
});
