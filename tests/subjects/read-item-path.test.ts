import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemPathNames, readItemPath } from '../../src/subjects/read-item-path.ts';

const namesIn = (text: string) => readItemPath(text).map((one) => one.name);

describe('readItemPath', () => {
  it.each([
    ['3. 科学技术支出(类)科学技术管理事务(款)行政运行(项)。年初预算为 1 万元', ['科学技术支出', '科学技术管理事务', '行政运行']],
    [
      '（1）一般公共服务支出（类）政府办公厅（室）及相关机\n\n构事务（款）事业运行（ 项 ）',
      ['一般公共服务支出', '政府办公厅（室）及相关机构事务', '事业运行'],
    ],
    ['其中：“住房保障支出”（类）支出 3 万元', ['住房保障支出']],
    ['①教育支出（类）进修及培训（款）培训支出（项）2.5 万元；住房改革支出（款）', ['教育支出', '进修及培训', '培训支出']],
    ['维修（护）费 3 万元', []],
    ['（类）（款）（项）', []],
  ])('finds the names of %j', (text, names) => {
    expect(namesIn(text)).toEqual(names);
  });

  it('gives each name its place', () => {
    const text = '2、农林水支出（类）农业农村（款）';
    expect(readItemPath(text).map(({ start, end }) => text.slice(start, end))).toEqual(['农林水支出', '农业农村']);
  });

  it('gives no path that begins below its class', () => {
    expect(itemPathNames(readItemPath('行政运行（项）'))).toBeNull();
    expect(itemPathNames(readItemPath('教育支出（类）'))).toEqual(['教育支出']);
  });

  it('reads any text without throwing, its places inside it', () => {
    const part = fc.constantFrom('（类）', '(款)', '（项）', '行政', '（室）', '。', '\n', '1.', '  ', '“');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        for (const { start, end, name } of readItemPath(text)) expect(text.slice(start, end).replace(/\s+/g, '')).toContain(name);
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it('is done with a long line in a moment', () => {
    const before = performance.now();
    readItemPath('（（1）'.repeat(50_000));
    readItemPath(`${'支'.repeat(100_000)}（类）`);
    expect(performance.now() - before).toBeLessThan(500);
  });
});
