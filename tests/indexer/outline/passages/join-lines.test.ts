import { describe, expect, it } from 'vitest';
import { splitLines } from '../../../../indexer/outline/line.ts';
import { markPrinted } from '../../../../indexer/outline/mark-printed.ts';
import { isPlain, printedText } from '../../../../indexer/outline/marked-line.ts';
import { joinLines } from '../../../../indexer/outline/passages/join-lines.ts';

const paragraphs = (text: string, wrapWidth: number | null = 60) =>
  joinLines(markPrinted(splitLines(text), text).filter(isPlain), { wrapWidth }).map((lines) => lines.map(printedText).join('|'));

describe('joinLines', () => {
  it('goes on where a line begins with a mark that begins no line', () => {
    expect(paragraphs('住房公积金（项）\n。主要用于缴存公积金。')).toEqual(['住房公积金（项）|。主要用于缴存公积金。']);
    expect(paragraphs('完成预算的 98.5\n%，差异很小。')).toEqual(['完成预算的 98.5|%，差异很小。']);
  });

  it('goes on from a figure to its unit, however short the line', () => {
    expect(paragraphs('年初预算为 196.40\n\n万元，支出决算为 3 万元。')).toEqual(['年初预算为 196.40|万元，支出决算为 3 万元。']);
    expect(paragraphs('2023\n年度')).toEqual(['2023', '年度']);
  });

  it('goes on in a sentence that is not over, though a long figure left the line short', () => {
    expect(paragraphs('2023年，收支总计各为 4,872.36 万元，较上年增\n加 581.89 万元。')).toHaveLength(1);
    expect(paragraphs('2023年收支总计说明见第三部分有关各节内容\n加 581.89 万元。')).toHaveLength(2);
  });

  it('takes the rest of a subject for no field of a form', () => {
    const line = '1、一般公共服务支出(类)政府办公厅(室)及相关机构事';
    expect(paragraphs(`${line}\n务(款)行政运行(项)：年初预算为 3 万元。`)).toEqual([`${line}|务(款)行政运行(项)：年初预算为 3 万元。`]);
    expect(paragraphs(`${line}\n单位名称：云川市财政局`)).toEqual([line, '单位名称：云川市财政局']);
  });
});
