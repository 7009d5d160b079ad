import { describe, expect, it } from 'vitest';
import { nameFigures } from '../../../indexer/facts/name-figures.ts';
import { factsIn } from './passage.ts';

const general = { category: '一般公共预算支出', path: ['五、一般公共预算财政拨款支出决算情况说明'] } as const;

function named(passage: string) {
  const { drafts, documents } = factsIn([passage], general);
  const facts = drafts.map((draft, index) => ({ ...draft, id: `${index}` }));
  const [document] = nameFigures(documents, facts);
  return document;
}

describe('documents with what facts say of them', () => {
  it('take the code of the one item they are about, as inferred', () => {
    const document = named('1.住房保障支出（类）住房改革支出（款）住房公积金（项）。年初预算为 8 万元，支出决算为 9 万元。');
    expect(document).toMatchObject({ code: '2210201', codeName: '住房公积金', codeInferred: true });
    expect(document?.amounts.map(({ measure }) => measure)).toEqual(['年初预算', '决算']);
  });

  it('take a printed code as printed', () => {
    expect(named('1.行政运行（2010601）45 万元，较上年减少 2 万元。')).toMatchObject({ code: '2010601', codeInferred: false });
  });

  it('take none where the names decide none, or two items stand in one passage', () => {
    expect(named('行政运行（项）年初预算为 8 万元。')?.code).toBeNull();
    expect(named('教育支出（类）3万元，占30%；卫生健康支出（类）7万元，占70%。')?.code).toBeNull();
  });
});
