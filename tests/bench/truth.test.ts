import { expect, it } from 'vitest';
import { placesOf } from '../../bench/peers/truth.ts';

const report = (...texts: readonly string[]) => texts.map((text, n) => ({ id: `${texts[0]}${n}`, text, department: null, year: null }));

it('finds a literal in the document in which it begins, also where it runs on into the next, never from one report into another', () => {
  const reports = [report('预算收', '入支出'), report('支出', '收')];
  expect([...placesOf('收入', reports)]).toEqual(['预算收0']);
  expect([...placesOf('支出', reports)]).toEqual(['预算收1', '支出0']);
  expect([...placesOf('出支', reports)]).toEqual([]);
});
