import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt, type Piece } from '../../../web/parts/excerpt.ts';
import { joinLines } from '../../../web/parts/join-lines.ts';

type Ranges = readonly (readonly [number, number])[];
const write = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece) => {
      if (piece.kind === 'gap') return '…';
      if (piece.kind === 'figure') return `<${write(piece.pieces)}>`;
      return piece.marked ? `[${piece.text}]` : piece.text;
    })
    .join('');
const shown = (text: string, highlights: Ranges, figures: Ranges = []): string => write(excerpt(text, highlights, figures));
const rangeOf = (text: string, part: string) => [text.indexOf(part), text.indexOf(part) + part.length] as const;

describe('an excerpt', () => {
  it('is the whole text where it is short', () => {
    expect(shown('公务接待费为零。', [[2, 4]])).toBe('公务[接待]费为零。');
  });

  it('keeps what stands around the marks of a long text, from the start of the sentence', () => {
    const text = `${'甲'.repeat(300)}。${'丙'.repeat(40)}接待费增加，${'乙'.repeat(300)}`;
    expect(shown(text, [[341, 344]])).toMatch(/^…丙{40}\[接待费\]增加，乙{50,120}…$/);
  });

  it('shows the beginning where nothing is marked', () => {
    expect(shown('甲'.repeat(900), [])).toMatch(/^甲{100,360}…$/);
  });

  it('cuts a long sentence at the ends of clauses', () => {
    const text = `${'甲'.repeat(250)}，${'丙'.repeat(60)}接待费增加${'丁'.repeat(40)}，${'乙'.repeat(300)}`;
    expect(shown(text, [rangeOf(text, '接待费')])).toMatch(/^…丙{60}\[接待费\]增加丁{40}，…$/);
  });

  it('keeps figures whole, whether they are known as such or only numbers', () => {
    const [before, after] = ['14686.66 万元', '1,386'];
    const text = `${'甲'.repeat(300)}${before}${'丙'.repeat(95)}接待费${'丁'.repeat(97)}${after}户${'乙'.repeat(300)}`;
    const known = shown(text, [rangeOf(text, '接待费')], [rangeOf(text, before)]);
    expect(known).toMatch(/^…<14686\.66 万元>丙{95}\[接待费\]丁{97}1,386…$/);
  });

  it('has a mark inside a figure, and a figure inside a mark', () => {
    const text = '支出0.59 万元，增长2%。';
    const figures = [rangeOf(text, '0.59 万元'), rangeOf(text, '2%')];
    expect(shown(text, [rangeOf(text, '0.59'), rangeOf(text, '增长2%')], figures)).toBe('支出<[0.59] 万元>，[增长]<[2%]>。');
  });

  it('marks exactly the highlighted characters of any text, and cuts no character in two', () => {
    const cases = fc
      .tuple(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1500 }),
        fc.array(fc.tuple(fc.nat(1500), fc.integer({ min: 1, max: 9 })), { maxLength: 5 }),
      )
      .map(([text, spots]) => {
        const ranges = spots.map(([at, length]) => [Math.min(at, text.length - 1), Math.min(at + length, text.length)] as const);
        return { text, highlights: ranges.filter(([start, end]) => start < end).sort((a, b) => a[0] - b[0]) };
      });
    fc.assert(
      fc.property(cases, ({ text, highlights }) => {
        const pieces = excerpt(text, highlights);
        const marks = pieces.flatMap((piece) => (piece.kind === 'text' && piece.marked ? [piece.text] : [])).join('');
        const covered = [...Array(text.length).keys()].filter((at) => highlights.some(([start, end]) => at >= start && at < end));
        const expected = covered.map((at) => text[at]).join('');
        expect(marks.replace(/\s/g, '')).toBe(expected.replace(/\s/g, ''));
      }),
      { seed: 11, numRuns: 300 },
    );
  });
});

describe('joined lines', () => {
  it.each([
    ['纾困\n贷款', '纾困贷款'],
    ['与 \n\n 上年', '与上年'],
    ['18557.84 万\n元', '18557.84 万元'],
    ['per\nson', 'per son'],
    ['部 门', '部 门'],
    ['\n甲\n', '甲'],
  ])('%j read as %j', (text, joined) => {
    expect(joinLines(text)).toBe(joined);
  });

  it('read a long blank once', () => {
    expect(joinLines(`甲${' '.repeat(200_000)}乙`)).toHaveLength(200_002);
  });
});
