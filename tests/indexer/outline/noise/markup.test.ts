import { describe, expect, it } from 'vitest';
import { outlineText } from '../../../../indexer/outline/outline-text.ts';

const noise = (text: string) =>
  outlineText({ text, pages: null })
    .pieces.filter((piece) => piece.kind === 'noise')
    .flatMap((piece) => piece.spans.map(({ start, end }) => `${piece.noise} ${text.slice(start, end)}`));

describe('named noise', () => {
  it('takes tags, bold marks and rules', () => {
    expect(noise('<p>本局完成任务。</p>')).toEqual(['markup <p>', 'markup </p>']);
    expect(noise('## 一、收入决算情况说明\n收入 1 万元。')).toEqual(['markup ##']);
    expect(noise('**项目概况**：已完成')).toEqual(['markup **', 'markup **']);
    expect(noise('----\t------\t---')).toEqual(['markup ----\t------\t---']);
    expect(noise('<input type="checkbox"> 已完成')).toEqual(['markup <input type="checkbox">']);
  });

  it('leaves what is text', () => {
    expect(noise('事故<3次，超支<2%，张**与李**参加，得分=权重*B/A，--\n#REF!\n# 3 号楼改造')).toEqual([]);
  });

  it('takes captions and the telephone under the end', () => {
    expect(noise('图 1：收入决算结构\n正文说明。\n图中所示为支出。\n咨询电话：027-80000000')).toEqual([
      'caption 图 1：收入决算结构',
      'footer 咨询电话：027-80000000',
    ]);
  });
});
