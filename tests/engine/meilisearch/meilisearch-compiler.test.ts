import { describe, expect, it } from 'vitest';
import { compileMatch, isDecided } from '../../../src/engine/meilisearch/meilisearch-compiler.ts';
import { write } from '../../../src/engine/meilisearch/meilisearch-formula.ts';
import { everything, type Match } from '../../../src/query/ast.ts';
import { literal } from '../contract.ts';

const textOf = (match: Match, seams = false) => {
  const compiled = compileMatch(match, { seams });
  return { decided: isDecided(compiled), surely: write(compiled.surely), perhaps: write(compiled.perhaps) };
};
const decided = (text: string) => ({ decided: true, surely: text, perhaps: text });

const nothing = 'born < 0';

describe('a match as filters', () => {
  it.each([
    ['预', 'grams = "预"'],
    ['预算', 'grams = "预算"'],
    ['财政拨', 'grams = "财政拨"'],
    ['财政拨款', 'grams = "财政拨款"'],
    ['"\\"', 'grams = "\\"\\\\\\""'],
  ])('is one gram for %j', (folded, text) => {
    expect(textOf(literal(folded))).toEqual(decided(text));
  });

  it('is grams of four for a longer literal, to be checked', () => {
    expect(textOf(literal('财政拨款收入'))).toEqual({
      decided: false,
      surely: nothing,
      perhaps:
        'grams = "财政拨款" AND (grams IN ["政拨款收"] OR ahead IN ["政拨款收"]) AND (grams IN ["拨款收入"] OR ahead IN ["拨款收入"])',
    });
  });

  it('looks at no more grams than lie in every look-ahead', () => {
    const { perhaps } = textOf(literal([...'零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整年月日甲乙丙丁'].join('')));
    expect(perhaps.match(/ahead/g)).toHaveLength(13);
  });

  it('is checked where a figure must stand alone, and in documents with seams', () => {
    expect(textOf(literal('12', true))).toEqual({ decided: false, surely: nothing, perhaps: 'grams = "12"' });
    expect(textOf(literal('12'), true)).toEqual({ decided: false, surely: 'grams = "12" AND seamed = "0"', perhaps: 'grams = "12"' });
  });

  it('joins, and lists values of one field', () => {
    const [a, b, c] = ['预算', '决算', '收入'].map((text) => literal(text)) as [Match, Match, Match];
    expect(textOf({ kind: 'or', parts: [a, b, c] })).toEqual(decided('grams IN ["预算","决算","收入"]'));
    expect(textOf({ kind: 'and', parts: [a, { kind: 'or', parts: [b, c] }] })).toEqual(
      decided('grams = "预算" AND (grams IN ["决算","收入"])'),
    );
    expect(textOf({ kind: 'and', parts: [a, { kind: 'not', part: b }, { kind: 'not', part: c }] })).toEqual(
      decided('grams NOT IN ["决算","收入"] AND grams = "预算"'),
    );
    expect(textOf({ kind: 'not', part: { kind: 'and', parts: [] } })).toEqual(decided(nothing));
    expect(textOf({ kind: 'and', parts: [everything, { kind: 'not', part: { kind: 'not', part: a } }] })).toEqual(
      decided('grams = "预算"'),
    );
  });

  it('turns what is sure and what is possible round under not', () => {
    const { surely, perhaps, decided: isSure } = textOf({ kind: 'not', part: literal('财政拨款收') });
    expect(isSure).toBe(false);
    expect(surely).toBe('NOT (grams = "财政拨款" AND (grams IN ["政拨款收"] OR ahead IN ["政拨款收"]))');
    expect(perhaps).toBe('born >= 0');
  });

  it('asks for amounts by one element in the range', () => {
    expect(textOf({ kind: 'amount', fen: { from: 100n, to: 200n } })).toEqual(decided('fen 100 TO 200'));
    expect(textOf({ kind: 'amount', fen: { from: 200n, to: 100n } })).toEqual(decided(nothing));
    expect(textOf({ kind: 'amount', fen: { from: null, to: 10n ** 30n } })).toEqual(decided('fen -9000000000000000 TO 9000000000000000'));
  });

  it('grows no deeper than the server allows, and no wider than it answers', () => {
    let deep: Match = literal('预算');
    for (let level = 0; level < 5_00; level++) deep = { kind: level % 2 === 0 ? 'or' : 'and', parts: [deep, literal(`${level}`)] };
    expect(depthOf(textOf(deep).perhaps)).toBeLessThan(150);
    const wide: Match = { kind: 'or', parts: Array.from({ length: 2_000 }, (_, index) => literal(`财政拨款${index}收入`)) };
    expect(textOf(wide).perhaps.length).toBeLessThan(100_000);
  });
});

function depthOf(text: string): number {
  let [depth, deepest] = [0, 0];
  for (const character of text) {
    if (character === '(') deepest = Math.max(deepest, ++depth);
    if (character === ')') depth--;
  }
  return deepest;
}
