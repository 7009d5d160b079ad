import { afterEach, describe, expect, it } from 'vitest';
import { searchAnswerSchema } from '../../src/search/answer.ts';
import { storeReport } from '../support/store-report.ts';
import { type House, openHouse } from './support/house.ts';
import { marked } from './support/page-text.ts';
import { writeReport } from './support/write-report.ts';

const written = (passage: string) =>
  writeReport({
    department: '云川市财政局',
    year: 2023,
    lines: [
      { kind: 'heading', level: 1, text: '第一部分 概况' },
      { kind: 'passage', text: passage },
    ],
  });

const first = written('惠企周转金支出131.79万元，比上年增加12.5万元。');
/** The same file as another reader would give it: its bytes, and so its id, stay. */
const readAgain = (passage: string) => {
  const again = written(passage);
  const text = JSON.stringify(again, (_, value) => (typeof value === 'bigint' ? `${value}n` : value)).replaceAll(
    again.report.id,
    first.report.id,
  );
  return JSON.parse(text, (_, value) => (typeof value === 'string' && /^-?\d+n$/.test(value) ? BigInt(value.slice(0, -1)) : value));
};

let house: House;
afterEach(() => house.close());

async function linkOf(quote: string): Promise<string> {
  const answer = searchAnswerSchema.parse(await (await house.get(encodeURI(`/api/search?q="${quote}"`))).json());
  return answer.hits[0]?.source.url ?? '';
}

describe('a link', () => {
  it('still lands after the same file was read with other white space', async () => {
    house = await openHouse({ reports: [first] });
    const link = await linkOf('比上年增加12.5万元');
    await storeReport(house.engine, readAgain('惠企周转金\n支出 131.79 万元，\n\n比上年 增加\n12.5 万元。'));
    const page = await (await house.get(link)).text();
    expect(marked(page).join('').replace(/\s/g, '')).toBe('比上年增加12.5万元');
  });

  it('says that the text has changed where the figure is another one now', async () => {
    house = await openHouse({ reports: [first] });
    const link = await linkOf('比上年增加12.5万元');
    await storeReport(house.engine, readAgain('惠企周转金支出131.79万元，比上年增加17.5万元。'));
    const page = await (await house.get(link)).text();
    expect(page).toContain('class="notice"');
  });

  it('is the same after the same file was indexed again', async () => {
    house = await openHouse({ reports: [first] });
    const link = await linkOf('131.79万元');
    await house.engine.removeReport(first.report.id);
    await storeReport(house.engine, first);
    expect(await linkOf('131.79万元')).toBe(link);
  });
});
