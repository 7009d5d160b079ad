import { describe, expect, it } from 'vitest';
import type { Category } from '../../../src/model/category.ts';
import { factsIn } from './passage.ts';

const pieces = [
  '基本支出',
  '（类）',
  '支出1万元，占5%，',
  '项目绩效自评综述：',
  '2010301支出-支出-',
  '“三公”经费预算为1万元，比上年',
  '与2022年度',
  '主要原因是',
  '增加',
];
const sections: readonly Category[] = ['一般公共预算支出', '“三公”经费', '预算绩效', '国有资产'];

describe('hostile passages', () => {
  it.each(pieces)(
    'of 100,000 characters of %s are read in linear time',
    (piece) => {
      for (const category of sections) {
        const passage = `1万元${piece.repeat(Math.ceil(100_000 / piece.length))}`;
        const before = process.cpuUsage();
        factsIn([passage], { category });
        const { user, system } = process.cpuUsage(before);
        // help: far above what a busy machine needs for linear work, far below quadratic
        expect((user + system) / 1e6).toBeLessThan(4);
      }
    },
    30_000,
  );
});
