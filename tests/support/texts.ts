import type { Random } from './seeded.ts';

/** What breaks folding, cutting and reading: blanks, marks, widths, forms that fold to several units, lone surrogates, NUL. */
const hostile = [
  ...'财政拨款支出决算萬億區發展㗲臺灣⻓⽀“”‘’"\'「」『』《》〈〉()（）[]【】〔〕{}｛｝',
  ...'0123456789０１２３４５６７８９,，.．、。；：%％-−﹣—~〇○①②㈠㎡㏄…‥ﬀ½㍻ＡＢＣａｂｃABCİßΣÅ',
  '\t',
  '\t\t',
  '\n',
  '\r\n',
  ' ',
  '\u3000',
  '\u2003',
  '\u200b',
  '\ufeff',
  '\u00ad',
  '\u2800',
  '\u3164',
  '\u0000',
  '\ud800',
  '\udc00',
  '\ud842\udfb7',
  '\u{1f101}',
  '\u{2f800}',
  '\u241f',
  '\ufffd',
  '\uffff',
  '万元',
  '亿元',
  '1,234.50',
  '２０２３年',
];

/** Any mixture of what breaks things. */
export function hostileText(random: Random, length: number): string {
  let text = '';
  for (let n = 0; n < length; n++) text += random.pick(hostile);
  return text;
}

const openings = ['本年', '上年', '全年', '年初', '项目', '区财政局', '中小企业', '园区', '档案馆', '乡镇'];
const middles = ['财政拨款收入', '基本支出', '公用经费', '纾困贷款贴息', '公务接待费', '设备购置', '养老保险缴费', '道路养护'];
const verbs = ['为', '共计', '增加', '减少', '比上年增长', '完成年初预算的', '主要用于'];
const figures = ['1,234.56万元', '98.7%', '３４５．６０ 万\n元', '12辆', '0.00 万元', '2,000,000.00元', '1.36亿元', '三项', '5-10万元'];
const ends = ['。\n', '；', '，', '，\n\n', '。\n\n7\n\n', '；\n '];

/** Sentences of the kind that reports print, with their hard line ends and stray blanks, written for the tests. */
export function reportText(random: Random, sentences: number): string {
  let text = '';
  for (let n = 0; n < sentences; n++) {
    text += random.pick(openings) + random.pick(middles) + random.pick(verbs) + random.pick(figures) + random.pick(ends);
    if (random.below(8) === 0) text += `${random.pick(middles)}\t${random.below(100000)}.${random.below(10)}\t\t${random.below(1000)}\n`;
  }
  return text;
}
