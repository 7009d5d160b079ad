import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import entries from 'opencc-js/dict/TSCharacters';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../src/model/span.ts';
import { CELL_MARK, type Folded, fold, foldString, isSeam, occurrences } from '../../src/text/normal-form.ts';
import { type Random, seeded } from '../support/seeded.ts';
import { hostileText, reportText } from '../support/texts.ts';

describe('the normal form of a string', () => {
  it.each([
    ['white space, control and format characters', '部 门\u3000合\u2003计\n\r\u0000\u200b\ufeff\u00ad\u2800\u3164', '部门合计'],
    ['compatibility forms of several units', '…㎡①ﬀ㏄㍻', '...m21ffcc平成'],
    ['full width', 'ＡＢｃ１２％（）：', 'abc12%():'],
    ['upper case', 'PPP Straße İ Σ', 'pppstraßei\u0307σ'],
    ['radicals of both blocks', '⻓期⽀出⺟⻉⼯', '长期支出母贝工'],
    ['traditional characters', '財政撥款預算執行情況後裡裏乾萬億', '财政拨款预算执行情况后里里干万亿'],
    ['a traditional character whose simplified form is longer', '㗲', '𠵾'],
    ['a compatibility ideograph', '\u{2f800}\uf900', '丽岂'],
    ['quote marks', '“三公”经费‘’"\'`´「」『』‹›«»„‟‚‛〝〞〟＂＇｢｣﹁﹂', '三公经费'],
    ['brackets', '([{〔【〖〘〚（［｛〕)]}】〗〙〛）］｝', '((((((((((()))))))))))'],
    ['zeros', '二〇二三○', '二0二三0'],
    ['minus signs', '−5﹣5－5', '-5-5-5'],
    ['separators between digits', '1,002.17 １，００２ 1, 4 1,\n4', '1002.1710021414'],
  ])('folds %s', (_, text, folded) => {
    expect(foldString(text)).toBe(folded);
  });

  it.each([
    ['book marks', '《办法》〈细则〉'],
    ['marks of Chinese sentences', '收、支。'],
    ['characters that are simplified already', '著瞭藉后里干于馀面只'],
    ['commas that part no digits', '增加,1,减少,'],
    ['lone surrogates', '\ud800财\udc00'],
    ['characters beyond U+FFFF', '\u{20bb7}野家'],
  ])('keeps %s', (_, text) => {
    expect(foldString(text)).toBe(text);
  });

  it('puts one cell mark where TABs part printed characters of a line, none at its edges', () => {
    expect(foldString('\t收入\t\t\t支出\t \t9\t\n\t\t合计\t')).toBe(`收入${CELL_MARK}支出${CELL_MARK}9合计`);
  });

  it('drops no comma beside a cell mark, in a row of commas or of a compatibility form', () => {
    expect(foldString('1,\t2 3,,4 \u{1f101}5')).toBe(`1,${CELL_MARK}23,,40,5`);
  });

  it('changes nothing when folded again, for every code point of the planes that hold characters', () => {
    const changed: string[] = [];
    for (let code = 0; code <= LAST_ASSIGNED; code++) {
      const once = foldString(String.fromCodePoint(code));
      if (once !== '' && foldString(once) !== once) changed.push(code.toString(16));
    }
    expect(changed).toEqual([]);
  });
});

/** End of the ideographic planes. */
const LAST_ASSIGNED = 0x33fff;

describe('the way back', () => {
  it('gives every unit the range of its raw character', () => {
    const { folded, from, to } = fold('a…\u{20bb7}', { start: 100 });
    expect(folded).toBe('a...\u{20bb7}');
    expect([...from]).toEqual([100, 101, 101, 101, 102, 102]);
    expect([...to]).toEqual([101, 102, 102, 102, 104, 104]);
  });

  it('gives a cell mark the range of its TABs', () => {
    const { from, to } = fold('甲\t \t乙');
    expect([from[1], to[1]]).toEqual([1, 4]);
  });

  it('leaves noise out, in offsets of the report', () => {
    const text = '支出决\n\n17\n\n算为1,\n18\n234元';
    const noise = [
      { start: 1005, end: 1007 },
      { start: 1014, end: 1016 },
    ];
    const { folded, from } = fold(text, { noise, start: 1000 });
    expect(folded).toBe('支出决算为1234元');
    expect(from[3]).toBe(1009);
  });

  it('takes noise that begins before or ends behind the text', () => {
    const noise = [
      { start: 0, end: 12 },
      { start: 14, end: 99 },
    ];
    expect(fold('甲乙丙丁戊', { noise, start: 10 }).folded).toBe('丙丁');
  });
});

describe('occurrences', () => {
  it('finds overlapping ones, over line ends and separators', () => {
    expect(occurrences(fold('1,1\n11'), '11')).toEqual([
      { start: 0, end: 3 },
      { start: 2, end: 5 },
      { start: 4, end: 6 },
    ]);
  });

  it('begins and ends on whole source characters', () => {
    expect(occurrences(fold('…'), '.')).toEqual([]);
    expect(occurrences(fold('…'), '...')).toEqual([{ start: 0, end: 1 }]);
    expect(occurrences(fold('㎡2'), '2')).toEqual([{ start: 1, end: 2 }]);
  });

  it('never cuts a surrogate pair', () => {
    expect(occurrences(fold('\u{20bb7}'), '\udfb7')).toEqual([]);
    expect(occurrences(fold('\u{20bb7}'), '\ud842')).toEqual([]);
  });

  it('finds nothing for the empty string', () => {
    expect(occurrences(fold('财政'), '')).toEqual([]);
  });
});

// Written apart from the service, slowly and plainly: the rules of search.md as replacements on whole strings.
const simplified = new Map(entries.split('|').map((entry) => entry.split(' ') as [string, string]));
const QUOTES = /["'`´«»‘-‟‹›⹂「-』〝-〟❛-❠﹁-﹄＂＇｀｢｣]/gu;
const simple = (character: string): string =>
  [...character.replace(QUOTES, '').normalize('NFKC').replace(/\s/g, '')]
    .map((one) => (one === '⻓' ? '长' : one.toLowerCase()))
    .map((one) => simplified.get(one) ?? one)
    .join('')
    .replace(QUOTES, '')
    .replace(/[([{〔【〖〘〚]/g, '(')
    .replace(/[)\]}〕】〗〙〛]/g, ')')
    .replace(/[〇○]/g, '0')
    .replaceAll('−', '-');
const BLANK = /[\s\p{Cc}\p{Cf}\u2800\u3164]/u;
const LINE_END = /[\n\v\f\r\u0085\u2028\u2029]/;

interface PlainUnit {
  readonly form: string;
  readonly start: number;
  readonly end: number;
}

/** What every character becomes, those that become nothing left out. */
function plainUnits(text: string): PlainUnit[] {
  const all: PlainUnit[] = [];
  for (const character of text) {
    const start = all.at(-1)?.end ?? 0;
    all.push({ form: BLANK.test(character) ? '' : simple(character), start, end: start + character.length });
  }
  const lines: PlainUnit[][] = [[]];
  for (const one of all) {
    if (LINE_END.test(text.slice(one.start, one.end))) lines.push([]);
    else lines.at(-1)?.push(one);
  }
  return withoutSeparators(lines.flatMap((line) => withMarks(text, line)));
}

function withMarks(text: string, line: readonly PlainUnit[]): PlainUnit[] {
  const printed = line.filter(({ form }) => form !== '');
  return printed.flatMap((one, n) => {
    const before = printed[n - 1];
    const tabs = line.filter(({ start }) => text[start] === '\t' && before !== undefined && start >= before.end && start < one.start);
    const [first, last] = [tabs[0], tabs.at(-1)];
    return first && last ? [{ form: CELL_MARK, start: first.start, end: last.end }, one] : [one];
  });
}

const withoutSeparators = (units: readonly PlainUnit[]): PlainUnit[] =>
  units.filter(({ form }, n) => !(form === ',' && /\d$/.test(units[n - 1]?.form ?? '') && /^\d/.test(units[n + 1]?.form ?? '')));

const plainFold = (text: string): string =>
  plainUnits(text)
    .map(({ form }) => form)
    .join('');

describe('the normal form, against a plain folding of its own', () => {
  const cases = 3000;

  it(`agrees on ${cases} hostile texts`, () => {
    const random = seeded(1);
    for (let n = 0; n < cases; n++) {
      const text = hostileText(random, 1 + random.below(60));
      expect(foldString(text), JSON.stringify(text)).toBe(plainFold(text));
    }
  });

  it('agrees on texts of the kind that reports print', () => {
    const random = seeded(2);
    for (let n = 0; n < 300; n++) {
      const text = reportText(random, 1 + random.below(20));
      expect(foldString(text)).toBe(plainFold(text));
    }
  });

  it('folds the slice at a mapped range to the folded slice', () => {
    const random = seeded(3);
    for (let n = 0; n < cases; n++) checkSlice(random, hostileText(random, 1 + random.below(60)));
    for (let n = 0; n < 500; n++) checkSlice(random, reportText(random, 1 + random.below(20)));
  });

  it('finds the occurrences that trying every range finds', () => {
    const random = seeded(4);
    for (let n = 0; n < 400; n++) {
      const text = hostileText(random, 4 + random.below(24));
      const folded = fold(text);
      const needle = drawSlice(random, folded);
      if (needle === null) continue;
      const wanted = folded.folded.slice(needle.first, needle.end);
      expect(occurrences(folded, wanted), JSON.stringify([text, wanted])).toEqual(tryEveryRange(text, wanted));
    }
  });
});

/** A range of units that begins and ends on whole characters and on no cell mark. */
function drawSlice(random: Random, folded: Folded): { first: number; end: number } | null {
  const size = folded.folded.length;
  if (size === 0) return null;
  let first = random.below(size);
  let end = first + 1 + random.below(Math.min(12, size - first));
  while (isSeam(folded, first)) first--;
  while (isSeam(folded, end)) end++;
  const slice = folded.folded.slice(first, end);
  return slice.startsWith(CELL_MARK) || slice.endsWith(CELL_MARK) ? null : { first, end };
}

function checkSlice(random: Random, text: string): void {
  const folded = fold(text);
  const slice = drawSlice(random, folded);
  if (slice === null) return;
  const raw = text.slice(folded.from[slice.first], folded.to[slice.end - 1]);
  expect(foldString(raw), JSON.stringify([text, raw])).toBe(folded.folded.slice(slice.first, slice.end));
}

/** Every run of characters that becomes the needle. */
function tryEveryRange(text: string, needle: string): Span[] {
  const units = plainUnits(text);
  return units.flatMap(({ start }, first) => {
    const last = units.findIndex(
      (_, n) =>
        n >= first &&
        units
          .slice(first, n + 1)
          .map(({ form }) => form)
          .join('') === needle,
    );
    return last < 0 ? [] : [{ start, end: units[last]?.end ?? start }];
  });
}

const reports = fileURLToPath(new URL('../../../shared/reports/', import.meta.url));

describe.skipIf(!existsSync(reports))('the normal form of real texts (skipped where ../shared/reports is absent)', () => {
  const files = existsSync(reports) ? readdirSync(reports).filter((name) => name.endsWith('.txt')) : [];

  it.each(files)('agrees with the plain folding on %s', (name) => {
    const text = readFileSync(`${reports}${name}`, 'utf8');
    expect(foldString(text)).toBe(plainFold(text));
  });
});
