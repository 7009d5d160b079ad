import { describe, expect, it } from 'vitest';
import { amountsRespelled, clausesOf } from '../../src/search/clauses.ts';

describe('clauses', () => {
  it('part a sentence at its marks, and leave a phrase whole', () => {
    expect(clausesOf('青禾区完成增加值75.21亿元,增速4.6%,排名第二。')).toEqual(['青禾区完成增加值75.21亿元', '增速4.6%', '排名第二']);
    expect(clausesOf('因公出国(境)费')).toEqual(['因公出国(境)费']);
    expect(clausesOf('')).toEqual(['']);
    expect(clausesOf(','.repeat(50))).toEqual([','.repeat(50)]);
  });

  it('have their only amount of money in the units that reports print', () => {
    expect(amountsRespelled('安排贴息1.3亿元')).toEqual(['安排贴息13000万元', '安排贴息13000.00万元']);
    expect(amountsRespelled('贴息13000.00万元到位')).toEqual(['贴息13000万元到位', '贴息1.3亿元到位']);
    expect(amountsRespelled('增长4.6%')).toEqual([]);
    expect(amountsRespelled('由3万元增至5万元')).toEqual([]);
  });
});
