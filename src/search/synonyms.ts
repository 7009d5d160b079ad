import { namesOf, subjectByCode, subjectsNamed } from '../subjects/lookup.ts';
import { foldString } from '../text/normal-form.ts';

/**
 * What people call things and what reports print, in normal form, each line one thing. General language of public accounts, written for this project.
 */
const sameThings: readonly (readonly string[])[] = [
  ['公务用车', '公车', '公务车'],
  ['公务用车保有量', '公车保有量', '车辆保有量', '共有车辆', '保有公务用车', '保有车辆'],
  ['公务用车运行维护费', '公务用车运行费'],
  ['三公经费', '三公支出', '三公费用'],
  ['公务接待', '公款接待', '公款招待'],
  ['因公出国(境)', '公款出国', '公费出国'],
  ['住房公积金', '公积金'],
  ['政府采购', '政采'],
  ['机关运行经费', '机关运转经费'],
  ['支出合计', '支出总计', '总支出'],
  ['收入合计', '收入总计', '总收入'],
  ['医疗保险', '医保'],
  ['最低生活保障', '低保'],
  ['绩效自评', '绩效自我评价'],
  ['固定资产投资', '固投'],
  ['规模以上工业', '规上工业'],
  ['高新技术企业', '高企'],
  ['专项债券', '专项债'],
];

/** What a figure is made of by the rules of the accounts, or what its numbers are stated of: who asks for the whole is answered by that too. */
const parts: ReadonlyMap<string, readonly string[]> = new Map([
  ['三公经费', ['因公出国(境)费', '公务用车购置', '公务用车运行', '公务接待', '外宾接待']],
  ['三公', ['因公出国(境)费', '公务用车购置', '公务用车运行', '公务接待', '外宾接待']],
  ['公务接待费', ['国内公务接待', '外宾接待']],
  ['公务用车', ['共有车辆', '保有车辆']],
  ['公务用车购置及运行维护费', ['公务用车购置费', '公务用车运行']],
  ['公务用车购置及运行费', ['公务用车购置费', '公务用车运行']],
  ['政府采购支出', ['政府采购货物', '政府采购工程', '政府采购服务']],
]);

/** The parts of what a folded term names as a whole; none where it is not such a name. */
export const partsOf = (folded: string): readonly string[] => parts.get(folded) ?? [];

const MOST_SYNONYMS = 5;

/**
 * The folded term said otherwise: 公车购置费 -> 公务用车购置费, a subject by its former names, a code by its name. At most five, what the
 * whole term is called before what a part of it is; never the term itself.
 */
export function synonymsOf(folded: string): string[] {
  const whole = sameThings.filter((names) => names.includes(folded)).flatMap((names) => names.filter((name) => !folded.includes(name)));
  const said = sameThings.flatMap((names) => saidOtherwise(folded, names));
  const renamed = subjectsNamed(folded).flatMap(namesOf).map(foldString);
  return [...new Set([...whole, ...renamed, ...namesOfCode(folded), ...said])]
    .filter((other) => !other.includes(folded))
    .slice(0, MOST_SYNONYMS);
}

/**
 * 2170302 -> 利息费用补贴支出; of a name that other codes bear too, with the name above it, as the items of a report print a functional subject
 * without its code: 2010401 -> 发展与改革事务(款)行政运行.
 */
function namesOfCode(folded: string): string[] {
  const subject = subjectByCode(folded);
  if (subject === null) return [];
  if (subjectsNamed(subject.name).length === 1) return [foldString(subject.name)];
  const above = subject.parent === null || subject.classification !== 'functional' ? null : subjectByCode(subject.parent);
  if (above === null) return [];
  const names = namesOf(subject).map(foldString);
  return namesOf(above).flatMap((name) => names.map((own) => `${foldString(name)}(${above.level})${own}`));
}

// 招商引资工作经费 防汛抗旱资金 物业管理费
const MONEY_ENDING = /(?:专项资金|补助资金|工作经费|项目经费|专项经费|资金|经费|费用|支出|投入|开支|费)$/;
const SHORTEST_CORE = 4;

/** What the money is for, where a folded term ends in a word for money and enough is left: reports call the thing itself, or name its money otherwise. */
export function coreOf(folded: string): string | null {
  const core = folded.replace(MONEY_ENDING, '');
  return core !== folded && core.length >= SHORTEST_CORE ? core : null;
}

/** The term with the longest of the names in it replaced by each other one. A name that holds the other, or is held by it, is found by the letters anyway. */
function saidOtherwise(folded: string, names: readonly string[]): string[] {
  const said = names.filter((name) => folded.includes(name)).sort((a, b) => b.length - a.length)[0];
  if (said === undefined) return [];
  return names.filter((name) => !folded.includes(name) && !name.includes(said)).map((name) => folded.replace(said, name));
}
