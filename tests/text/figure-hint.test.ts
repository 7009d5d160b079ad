import { expect, it } from 'vitest';
import { readAmounts } from '../../src/text/amounts.ts';
import { mayHoldFigure } from '../../src/text/figure-hint.ts';

it.each(['35.5万元', '３５．５ 萬\n元', '20 ％', '12（人）次', '5-10万元', '3“台”', '1,\n234.00元', '7\u200b个', '2.1 余万元'])(
  'looks at %j',
  (text) => {
    expect(mayHoldFigure(text)).toBe(true);
  },
);

it.each(['', '合计', '2080505\t机关事业单位\t98.68\t0.00', '（2010601）行政运行\t552.98', '2023年'])('needs not look at %j', (text) => {
  expect(mayHoldFigure(text)).toBe(false);
});

const ALPHABET = [
  '1',
  '２',
  '.',
  '．',
  ',',
  '，',
  ' ',
  '\n',
  '\t',
  '万',
  '萬',
  '元',
  '%',
  '％',
  '人',
  '机',
  '(',
  '）',
  '-',
  '余',
  '"',
  '\u200b',
  'm',
  'k',
  '㎡',
];

/** Seeded, so that a failure can be run again. */
function* random(seed: number): Generator<string, never> {
  for (let state = seed; ; ) {
    let text = '';
    for (let n = 0; n < 9; n++) {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      text += ALPHABET[Math.floor(state / 65_536) % ALPHABET.length];
    }
    yield text;
  }
}

it('never passes over an amount', () => {
  const texts = random(20_260_101);
  for (let n = 0; n < 20_000; n++) {
    const text = texts.next().value;
    // A span of noise behind the text makes it read without the hint.
    const read = readAmounts(`${text}\n`, { noise: [{ start: text.length, end: text.length + 1 }] });
    if (read.length > 0) expect(mayHoldFigure(text), JSON.stringify(text)).toBe(true);
  }
});
