import type { Random } from '../tests/support/seeded.ts';
import { kindsOfPlace, streets, works } from './names.ts';
import type { Skeleton } from './samples.ts';

/** Whose report of which year one becomes. */
export interface ReportPlan {
  readonly city: string;
  readonly district: string;
  readonly body: string;
  readonly short: string;
  readonly year: number;
}

// 1,234.56 / 98.70
const FIGURE = /\d{1,3}(?:,\d{3})+\.\d{2}|\d+\.\d{2}/g;
// 2023 / ２０２３
const YEAR = /20[12]\d|２０[１２][０-９]/g;
const PLACES: readonly (readonly [RegExp, keyof ReportPlan])[] = [
  [/云川市/g, 'city'],
  [/临溪区|望江区/g, 'district'],
  [/经济和信息化局|卫生健康局|教育局|人民政府办公室|农业农村局|农业技术推广中心/g, 'body'],
  [/经信局|卫健局|农技中心/g, 'short'],
];
/** A line of so many characters that ends a sentence is a paragraph that may be lengthened. */
const LEAST_PARAGRAPH = 50;

/** The sentences of a sample's paragraphs, to lengthen others with. */
export const sentencesOf = ({ text }: Skeleton): string[] =>
  text
    .split('\n')
    .filter(isParagraph)
    .flatMap((line) => line.match(/[^。]+。/g) ?? [])
    .filter((sentence) => sentence.length > 15 && sentence.length < 120);

const isParagraph = (line: string): boolean => line.length >= LEAST_PARAGRAPH && line.endsWith('。') && !line.includes('\t');

/** One report made from a sample. The same figure becomes the same other figure throughout, as text and tables repeat each other. */
export function makeReport(skeleton: Skeleton, plan: ReportPlan, sentences: readonly string[], random: Random): string {
  const figures = new Map<string, string>();
  const lengthened = skeleton.text
    .split('\n')
    .map((line) => (isParagraph(line) ? line + moreSentences(sentences, random) : line))
    .join('\n');
  const shift = plan.year - yearOf(skeleton.name);
  const moved = lengthened
    .replace(YEAR, (year) => String(Number.parseInt(year.normalize('NFKC'), 10) + shift))
    .replace(FIGURE, (figure) => {
      const other = figures.get(figure) ?? otherFigure(figure, random);
      figures.set(figure, other);
      return other;
    });
  return PLACES.reduce((text, [pattern, name]) => text.replace(pattern, String(plan[name])), moved);
}

const yearOf = (name: string): number => Number.parseInt(name.match(YEAR)?.[0] ?? '2023', 10);

/** One to three sentences of others, and now and then one that stands nowhere else. */
function moreSentences(sentences: readonly string[], random: Random): string {
  const more = Array.from({ length: 1 + random.below(3) }, () => random.pick(sentences));
  if (random.below(3) === 0) more.push(rareSentence(random));
  return more.join('');
}

/** Places and works are drawn apart, so that a sentence has strings that few others have. */
function rareSentence(random: Random): string {
  const place = `${random.pick(streets)}${random.pick(streets)}${random.pick(kindsOfPlace)}`;
  return `${place}${random.pick(works)}项目${1 + random.below(9)}期投入${random.below(9000) + 10}.${random.below(90) + 10}万元，惠及${random.below(900) + 20}户。`;
}

/** As many digits, drawn anew; nothing and hundred stay, they mean what they say. */
function otherFigure(figure: string, random: Random): string {
  if (figure === '0.00' || figure === '100.00') return figure;
  return figure.replace(/\d/g, (digit, at: number) =>
    digit === '0' && at === 0 ? '0' : String(at === 0 ? 1 + random.below(9) : random.below(10)),
  );
}
