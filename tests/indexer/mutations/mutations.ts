import { Decimal } from 'decimal.js';

/** Another printing of a report that says the same: its identity, sections, rows and facts must be read as before. */
export interface Mutation {
  readonly name: string;
  readonly apply: (text: string) => string;
  /** Only for reports that have no page numbers of their own. */
  readonly numbersPages?: true;
}

const eachLine = (text: string, change: (line: string) => string): string => text.split('\n').map(change).join('\n');
const isCells = (line: string): boolean => line.includes('\t');
// cells parted by TABs, not one cell behind a TAB
const isRow = (line: string): boolean => /\S\t/.test(line);
const isProse = (line: string): boolean => !isCells(line) && /[，。；]/.test(line);
const ofProse = (text: string, change: (line: string) => string): string => eachLine(text, (line) => (isProse(line) ? change(line) : line));
const ofWords = (text: string, change: (line: string) => string): string => eachLine(text, (line) => (isCells(line) ? line : change(line)));
const ofRows = (text: string, change: (line: string) => string): string => eachLine(text, (line) => (isRow(line) ? change(line) : line));
const indented = (line: string, indent: string): string => (line.trim() === '' ? line : indent + line.trimStart());

const CHARACTERS_ON_PAGE = 700;

/** More lines at the end of each page: `of` says what the page ends with. */
function atPageEnds(text: string, of: (page: number) => string): string {
  let page = 1;
  let held = 0;
  return eachLine(text, (line) => {
    held += line.length + 1;
    if (held < CHARACTERS_ON_PAGE) return line;
    held = 0;
    return `${line}\n${of(page++)}`;
  });
}

const fullWidth = (character: string): string => String.fromCharCode(character.charCodeAt(0) + 0xfee0);
const kangxi: ReadonlyMap<string, string> = new Map(
  Array.from({ length: 0xd6 }, (_, at) => String.fromCharCode(0x2f00 + at)).map((radical) => [radical.normalize('NFKC'), radical]),
);

// 1,234.50
const THOUSANDS = /(?<=\d),(?=\d{3}(?!\d))/g;
// 1234.50
const LONG_FIGURE = /(?<![\d.,])(\d{4,9})(?=\.\d{1,6}(?!\d))/g;
const separated = (digits: string): string => digits.replace(/\B(?=(?:\d{3})+$)/g, ',');
// 一、 | （一） | 1. | 第一部分, at the start of a line
const CHAPTER = /^(\s*[一二三四五六七八九十]{1,3})、\s*/;
const SECTION = /^(\s*)[（(]([一二三四五六七八九十]{1,3})[）)]/;
const ITEM = /^(\s*\d{1,2})[.、](?=[\u4e00-\u9fff])/;
const PART = /^(\s*)第([一二三四五六七八九十])部分[\s：]*/;
// 收入12.5万元, 共 3 个
const FIGURE_IN_PROSE = /(?<=[\u4e00-\u9fff]) ?(\d[\d,.]*%?) ?(?=[\u4e00-\u9fff])/g;

const WIDTH = 38;

/** A paragraph as a page prints it: set in by two characters, broken at the right edge, but not inside a figure. */
const PRINTED_LINE = new RegExp(`.{1,${WIDTH}}(?![\\d.,%％])|.{1,${WIDTH}}`, 'gu');
const wrapped = (line: string): string => `\u3000\u3000${line.trimStart()}`.match(PRINTED_LINE)?.join('\n') ?? line;

// 单位：万元, 金额单位：万元
const STATED_UNIT = /(单位[：:]\s?)万元/;
// 9,377.52 alone in its cell
const MONEY_CELL = /^\s?(-?[\d,]+\.\d{2})\s?$/;

/** The standard tables in 元; percentages, codes and 行次 have no two decimals. Only the tables of a report whose tables all stand in 万元. */
function inYuan(text: string): string {
  if (/单位[：:]\s?元/.test(text)) return text;
  let money = false;
  return eachLine(text, (line) => {
    if (STATED_UNIT.test(line)) money = true;
    else if (isProse(line) || /(?:自评|绩效).*表$/.test(line)) money = false;
    if (!money) return line;
    const cells = line.replace(STATED_UNIT, '$1元').split('\t');
    return cells
      .map((cell) => cell.replace(MONEY_CELL, (_, figure: string) => new Decimal(figure.replaceAll(',', '')).times(10_000).toFixed(2)))
      .join('\t');
  });
}

export const mutations: readonly Mutation[] = [
  { name: 'lines that end in CRLF', apply: (text) => text.replaceAll('\n', '\r\n') },
  { name: 'a byte order mark', apply: (text) => `\ufeff${text}` },
  { name: 'a blank line after each line', apply: (text) => text.replaceAll('\n', '\n\n') },
  { name: 'a line of one space after each line', apply: (text) => text.replaceAll('\n', '\n \n') },
  { name: 'white space at line ends', apply: (text) => ofWords(text, (line) => `${line} `) },
  { name: 'ideographic indents', apply: (text) => ofWords(text, (line) => indented(line, '\u3000\u3000')) },
  { name: 'no-break indents', apply: (text) => ofWords(text, (line) => indented(line, '\u00a0\u00a0')) },
  { name: 'lines wrapped at 38 characters', apply: (text) => ofWords(text, (line) => (line.length > 2 * WIDTH ? wrapped(line) : line)) },
  { name: 'form feeds', apply: (text) => atPageEnds(text, () => '\f') },
  { name: 'page numbers between dashes', apply: (text) => atPageEnds(text, (page) => `- ${page} -`), numbersPages: true },
  { name: 'page numbers between long dashes', apply: (text) => atPageEnds(text, (page) => `— ${page} —`), numbersPages: true },
  { name: 'page numbers in words', apply: (text) => atPageEnds(text, (page) => `第${page}页 共40页`), numbersPages: true },
  { name: 'page numbers of all', apply: (text) => atPageEnds(text, (page) => `${page}/40`), numbersPages: true },
  { name: 'page numbers alone and form feeds', apply: (text) => atPageEnds(text, (page) => `${page}\n\f`), numbersPages: true },
  { name: 'a running line and form feeds', apply: (text) => atPageEnds(text, () => '云川市财政信息公开平台\n\f') },
  { name: 'full-width digits', apply: (text) => text.replace(/\d/g, fullWidth) },
  { name: 'full-width percent signs', apply: (text) => text.replaceAll('%', '％') },
  { name: 'half-width percent signs', apply: (text) => text.replaceAll('％', '%') },
  { name: 'half-width commas', apply: (text) => text.replaceAll('，', ',') },
  { name: 'half-width colons and semicolons', apply: (text) => text.replaceAll('：', ':').replaceAll('；', ';') },
  { name: 'half-width brackets', apply: (text) => text.replaceAll('（', '(').replaceAll('）', ')') },
  { name: 'full-width brackets', apply: (text) => text.replaceAll('(', '（').replaceAll(')', '）') },
  { name: 'no thousands separators', apply: (text) => text.replace(THOUSANDS, '') },
  { name: 'thousands separators', apply: (text) => text.replace(LONG_FIGURE, separated) },
  { name: 'full-width thousands separators', apply: (text) => text.replace(THOUSANDS, '，') },
  { name: 'a space before the mark of a chapter', apply: (text) => eachLine(text, (line) => line.replace(CHAPTER, '$1 、')) },
  { name: 'a space behind the mark of a chapter', apply: (text) => eachLine(text, (line) => line.replace(CHAPTER, '$1、 ')) },
  { name: 'spaces inside the mark of a section', apply: (text) => ofWords(text, (line) => line.replace(SECTION, '$1（ $2 ）')) },
  { name: 'half-width marks of sections', apply: (text) => ofWords(text, (line) => line.replace(SECTION, '$1($2)')) },
  { name: 'a full-width stop behind numbers', apply: (text) => ofWords(text, (line) => line.replace(ITEM, '$1．')) },
  { name: 'a colon behind parts', apply: (text) => ofWords(text, (line) => line.replace(PART, '$1第$2部分：')) },
  { name: 'spaces inside parts', apply: (text) => ofWords(text, (line) => line.replace(PART, '$1第 $2 部 分 ')) },
  { name: 'spaces around figures', apply: (text) => ofProse(text, (line) => line.replace(FIGURE_IN_PROSE, ' $1 ')) },
  { name: 'no spaces around figures', apply: (text) => ofProse(text, (line) => line.replace(FIGURE_IN_PROSE, '$1')) },
  { name: 'straight quote marks', apply: (text) => text.replace(/[“”]/g, '"') },
  { name: 'corner brackets for quote marks', apply: (text) => text.replaceAll('“', '「').replaceAll('”', '」') },
  { name: 'Kangxi radicals', apply: (text) => text.replace(/[\u4e00-\u9fff]/g, (character) => kangxi.get(character) ?? character) },
  { name: 'empty cells at the end of rows', apply: (text) => ofRows(text, (line) => `${line}\t\t`) },
  { name: 'no empty cells at the end of rows', apply: (text) => ofRows(text, (line) => line.replace(/\t+$/, '')) },
  { name: 'spaces beside cells', apply: (text) => text.replaceAll('\t', ' \t ') },
  { name: 'an empty cell before each row', apply: (text) => ofRows(text, (line) => `\t${line}`) },
  { name: 'tables in 元', apply: inYuan },
];
