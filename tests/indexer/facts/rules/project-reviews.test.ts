import { describe } from 'vitest';
import { projectReviews } from '../../../../indexer/facts/rules/project-reviews.ts';
import { readsAs } from '../passage.ts';

const section = { category: '预算绩效' } as const;

describe('reviews of projects', () => {
  readsAs(
    projectReviews,
    'read budget, outturn and rate as printed, 元 for 万元 too',
    '2.灌区“清淤”项目绩效自评综述：项目全年预算数为 70 万元，执行数为 65.8 元，完成预算 94％。产出：清淤 12 公里，投资 3 万元。',
    section,
    ['灌区清淤 全年预算 2023 70万元 支出', '灌区清淤 决算 2023 65.8元 支出', '灌区清淤 完成率 2023 94% 支出'],
  );
  readsAs(
    projectReviews,
    'take the project from the title above',
    '项目年初预算为 40.00 万元，上年度预拨 5 万元，实际执行金额为 39.60 万元，预算执行率为 99%。',
    { category: '附件绩效', path: ['2023年度“档案整理”项目绩效评价自评结果', '1、执行率情况'] },
    ['档案整理 年初预算 2023 40.00万元 支出', '档案整理 决算 2023 39.60万元 支出', '档案整理 完成率 2023 99% 支出'],
  );
  readsAs(
    projectReviews,
    'take 项目综述 for a review too',
    '1.“灌区清淤”项目综述：根据年初目标，自评得分为 98 分。全年预算数为 3 万元，执行数为 2 万元。',
    section,
    ['灌区清淤 全年预算 2023 3万元 支出', '灌区清淤 决算 2023 2万元 支出'],
  );
  readsAs(
    projectReviews,
    'are of the department as a whole where its review begins, and of no sentence that counts projects',
    '本局今年开展了部门整体支出及 7 个项目绩效自评。部门整体支出绩效自评综述：全年预算数为 3 万元，执行数为 2 万元，完成预算的 66.7%。',
    section,
    ['部门整体支出 全年预算 2023 3万元 支出', '部门整体支出 决算 2023 2万元 支出', '部门整体支出 完成率 2023 66.7% 支出'],
  );
  readsAs(
    projectReviews,
    'take what stands before 自评综述 for the project, though it is not called one',
    '3.湖岸巡护专项经费自评综述：全年预算数 8 万元，执行数 7.6 万元，执行率 95%。',
    section,
    ['湖岸巡护专项经费 全年预算 2023 8万元 支出', '湖岸巡护专项经费 决算 2023 7.6万元 支出', '湖岸巡护专项经费 完成率 2023 95% 支出'],
  );
  readsAs(projectReviews, 'are silent where no project is named', '全年预算数为 3 万元。', section, []);
});
