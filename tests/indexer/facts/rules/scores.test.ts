import { describe } from 'vitest';
import { scores } from '../../../../indexer/facts/rules/scores.ts';
import { readsAs } from '../passage.ts';

describe('scores', () => {
  readsAs(
    scores,
    'belong to the project of the title, whatever day the form was filled in',
    '填报日期：2024年1月25日 自评得分：99.5分',
    { category: '附件绩效', path: ['2023年度档案整理项目自评表'] },
    ['档案整理 得分 2023 99.5分'],
  );
  readsAs(
    scores,
    'belong to the department where the whole is reviewed',
    '综合评分 97 分。',
    { category: '附件绩效', path: ['部门整体绩效自评结果'] },
    ['部门整体绩效自评得分 得分 2023 97分'],
  );
  readsAs(scores, 'are not given to nobody', '综合评分 97 分。', { category: '附件绩效' }, []);
  readsAs(scores, 'leave parts of a score alone', '绩效目标评价得分80分。', { category: '附件绩效', path: ['部门整体绩效自评结果'] }, []);
});
