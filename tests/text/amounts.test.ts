import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import { amountSchema } from '../../src/model/amount.ts';
import { readAmounts } from '../../src/text/amounts.ts';
import { seeded } from '../support/seeded.ts';
import { hostileText, reportText } from '../support/texts.ts';

const short = (text: string): string[] => readAmounts(text).map(({ value, unit, yuan }) => `${value} ${unit} ${yuan}`);

describe('amounts of money in prose', () => {
  it.each([
    ['共计13608.60万元', '13608.60 万元 136086000'],
    ['共计13,608.60万元', '13608.60 万元 136086000'],
    ['共计13，608.60 万元', '13608.60 万元 136086000'],
    ['共计１３，６０８．６０万元', '13608.60 万元 136086000'],
    ['共计1.36086亿元', '1.36086 亿元 136086000'],
    ['共计136,086,000元', '136086000 元 136086000'],
    ['共计136086千元', '136086 千元 136086000'],
    ['共计136.086百万元', '136.086 百万元 136086000'],
    ['共计13608.60 万\n\n元', '13608.60 万元 136086000'],
    ['共计 13608. 60 萬 元', '13608.60 万元 136086000'],
    ['共计9.840000 万元', '9.840000 万元 98400'],
    ['共计0万元', '0 万元 0'],
    ['共计0.01元', '0.01 元 0.01'],
    ['拨付500万用于设备', '500 万 5000000'],
    ['税收1.8亿。', '1.8 亿 180000000'],
    ['税收1.8亿\n中央', '1.8 亿 180000000'],
    ['资金 1 000万元', '1000 万元 10000000'],
    ['约1.36亿元', '1.36 亿元 136000000'],
    ['≥7000元', '7000 元 7000'],
    ['投入1000余万元', '1000 万元 10000000'],
    ['投入300万余元', '300 万元 3000000'],
    ['减少-5.00万元', '-5.00 万元 50000'],
    ['①5万元', '5 万元 50000'],
    ['3.1234.56万元', '1234.56 万元 12345600'],
    ['1，234，567.89元', '1234567.89 元 1234567.89'],
  ])('reads %j', (text, wanted) => {
    expect(short(text)).toEqual([wanted]);
  });

  it.each([
    ['100万美元', '100 万美元 null'],
    ['1.2亿美元', '1.2 亿美元 null'],
    ['50万欧元', '50 万欧元 null'],
  ])('keeps the currency of %s', (text, wanted) => {
    expect(short(text)).toEqual([wanted]);
  });
});

describe('other figures in prose', () => {
  it.each([
    ['增长12.5%', '12.5 % null'],
    ['增长 12.5 ％', '12.5 % null'],
    ['下降-3.2%', '-3.2 % null'],
    ['提高0.5个百分点', '0.5 个百分点 null'],
    ['公务用车12 辆', '12 辆 null'],
    ['接待41人次', '41 人次 null'],
    ['接待2批次', '2 批次 null'],
    ['在职235人', '235 人 null'],
    ['设备0 台（套）', '0 台（套） null'],
    ['得分99.04分', '99.04 分 null'],
    ['面积16000m²', '16000 平方米 null'],
    ['面积1.2万㎡', '1.2 万平方米 null'],
    ['服务10万余人次', '10 万人次 null'],
    ['惠及3.5万户', '3.5 万户 null'],
    ['发表80万字', '80 万字 null'],
    ['历时10个月', '10 个月 null'],
  ])('reads %s', (text, wanted) => {
    expect(short(text)).toEqual([wanted]);
  });
});

describe('ranges', () => {
  it.each([
    ['5-10万元', ['5 万元 50000', '10 万元 100000']],
    ['5—10万元', ['5 万元 50000', '10 万元 100000']],
    ['5～10万元', ['5 万元 50000', '10 万元 100000']],
    ['500万元至800万元', ['500 万元 5000000', '800 万元 8000000']],
    ['5%-10%', ['5 % null', '10 % null']],
    ['2至3个', ['2 个 null', '3 个 null']],
    ['2010301-5万元', ['5 万元 50000']],
  ])('reads both ends of %s', (text, wanted) => {
    expect(short(text)).toEqual(wanted);
  });

  it('anchors the first figure on itself', () => {
    expect(readAmounts('共5-10万元').map(({ text, start, end }) => [text, start, end])).toEqual([
      ['5', 1, 2],
      ['10万元', 3, 7],
    ]);
  });
});

describe('no amounts', () => {
  it.each([
    '2023年度',
    '2023年12月30日',
    '第3批次',
    '第5项',
    '12时30分',
    '公开01表',
    '电话027-87654321',
    '2010301行政运行',
    'A4个',
    '17\n人员经费',
    '万元',
    '5人员',
    '830万粉丝',
    '5万达广场',
    '3元旦',
    '1.2023 年度',
  ])('are in %j', (text) => {
    expect(short(text)).toEqual([]);
  });

  it.each([
    ['a blank between digits', '3 5万元'],
    ['groups parted by blanks', '1 234 567元'],
    ['a comma that parts no thousands', '1,4万元'],
    ['an amount in two units', '1亿3000万元'],
    ['an amount in small units', '3万5千元'],
    ['a list number or a decimal', '如下。1.500万元以上的设备'],
  ])('are read where %s leaves two readings', (_, text) => {
    expect(short(text)).toEqual([]);
  });
});

describe('line ends', () => {
  it('break a number of prose in two: digits right behind a word at the end of a long line', () => {
    expect(short('全区本年用于乡镇道路养护的财政拨款支出为135\n49.92万元')).toEqual(['13549.92 万元 135499200']);
    expect(short('全区本年用于乡镇道路养护的财政拨款支出为1,\n002.17万元')).toEqual(['1002.17 万元 10021700']);
    expect(short('全区本年用于乡镇道路养护的财政拨款支出为18557.\n84万元')).toEqual(['18557.84 万元 185578400']);
  });

  it('keep a page number or a cell above apart', () => {
    expect(short('支出为\n135\n49.92万元')).toEqual(['49.92 万元 499200']);
  });

  it('leave no amount where a short line ends in digits behind a word', () => {
    expect(short('得分12\n3.5分')).toEqual([]);
  });

  it('part columns of figures', () => {
    expect(short('8 7.12 89% 18')).toEqual(['89 % null']);
  });
});

describe('anchors', () => {
  it('span the figure with its unit in the report, noise inside left out of the text', () => {
    const text = '支出为18557.84 万\n\n17\n\n元。';
    const [amount] = readAmounts(text, { noise: [{ start: 1015, end: 1017 }], start: 1000 });
    expect(amount).toMatchObject({ value: '18557.84', yuan: '185578400', start: 1003, end: 1020, measure: null });
    expect(amount?.text.replace(/\s/g, '')).toBe('18557.84万元');
  });

  it('hold for seeded texts: the slice is the figure, read again it is the same', () => {
    const random = seeded(8);
    for (let n = 0; n < 1500; n++) {
      const text = n % 3 === 0 ? hostileText(random, random.below(80)) : reportText(random, 1 + random.below(6));
      for (const amount of readAmounts(text, { start: 50 })) {
        expect(amountSchema.safeParse(amount).success, JSON.stringify([text, amount])).toBe(true);
        expect(text.slice(amount.start - 50, amount.end - 50)).toBe(amount.text);
        const again = readAmounts(amount.text)[0];
        if (again !== undefined)
          expect(new Decimal(again.value).abs().equals(new Decimal(amount.value).abs()), JSON.stringify([text, amount])).toBe(true);
      }
    }
  });

  it('rise', () => {
    const random = seeded(9);
    for (let n = 0; n < 300; n++) {
      const starts = readAmounts(reportText(random, 8)).map(({ start }) => start);
      expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    }
  });
});
