import { departmentsCalled, LONGEST_NAME, mayEndName } from './department-alias.ts';

/** What a term says of whose report is meant and how it asks, and what it is about. Everything is in normal form, departments are as the index has them. */
export interface Mentions {
  readonly departments: readonly string[];
  readonly year: string | null;
  /** The term without them; empty where it is nothing but a department or a year. Who asks what was spent asks for 支出合计. */
  readonly gist: string;
}

// 2023年 2023年度的
const YEAR = /^((?:19|20)\d{2})年(?:度|全年|的)*/;
// 的公务接待费
const JOINT = /^(?:的|在|[,，:：])+/;
// 请问教育局 / 什么是机关运行经费 / 哪个部门的三公经费
const ASKING = /^(?:请问|查一下|查询|查找|我想知道|想知道|什么是|何谓|有没有|哪[个些家](?:部门|单位)?的?)/;
// 教育局有几辆公务用车
const HOW_MANY = /^(?:一共|总共|共)?有?(?:多少|几)(?:辆|人|名|个|项|次|批次?|户|家|万?元)?(?:的)?/;
// 花了多少钱 / 一共用了多少: nothing else is asked for
const TOTAL = /^(?:全年)?(?:一共|总共|共|总)?(?:花|用|支出|开支|(收入))了?(?:多少|几)(?:钱|万?元|亿元?)?[了呢吗?？。]*$/;

/**
 * What asks, at the end of a term; each is taken off once, in this order. 支出 and 投入 are things as well: 基本支出多少 asks for 基本支出,
 * and only 支出了 asks. A verb that says what was done stays: 粮食挂账消化了多少 asks for 粮食挂账消化.
 */
const endings: readonly RegExp[] = [
  // 呢？
  /[呢吗?？。]+$/,
  // 是多少 / 各花了多少钱 / 共有几辆 / 得了多少分
  /(?:[,，]|一共|总共|共计|共|各|分别|是|为|有|花|占|达到?|[用给发拨付投收得]了|投入了|支出了|开支了|了)*(?:多少|几(?=[^了]))(?:[万亿]?元|[钱万亿个辆次批户家名项台套件起分篇条场亩]|人次?|批次|公里|平方米|个?百分点)?了?$/,
  // 为什么大幅增加
  /为(?:什么|何)(?:会|要)?(?:大幅|大量|突然|明显|没有?|未)?(?:增加|增长|上升|减少|下降|降低|超支|超过?预算|变化|完成)?了?$/,
  // 有哪些 / 接待了哪些人 / 用在哪些方面 / 是什么
  /(?:都|主要)?(?:有|包括|是|用于|用在|花在|了)?(?:哪些|什么)(?:人|项目|单位|方面|部门|企业|内容|地方|事项|工作|用途|措施)?$/,
  // 怎么样 / 是怎么花的 / 如何使用
  /是?(?:怎么样?|如何)(?:花|用|算|来|安排|使用)?的?$/,
  // 同比下降的主要原因
  /(?:比?上年|同比|大幅|明显)*(?:增加|增长|上升|减少|下降|降低|超支|变化)?的(?:主要)?原因$/,
  // 最高的
  /最[高低多少大小]的?$/,
];
/** Longer texts are no questions, and nobody is named in front of them. */
const LONGEST_READ = 400;

/** Reads whose report is named at the beginning of a term, and question words off both ends: 教育局2023年公务接待费是多少 asks for 公务接待费. */
export function readMentions(folded: string, departments: readonly string[]): Mentions {
  if (folded.length > LONGEST_READ) return { departments: [], year: null, gist: folded };
  let gist = folded.replace(ASKING, '');
  let [named, year]: [readonly string[], string | null] = [[], null];
  for (let more = true; more && gist !== ''; ) {
    const [said, ofYear] = YEAR.exec(gist) ?? [];
    const body = named.length === 0 ? departmentAtStart(gist, departments) : null;
    const length = body?.length ?? said?.length ?? 0;
    if (body !== null) named = body.departments;
    else if (ofYear !== undefined) year = ofYear;
    gist = length === 0 ? gist : gist.slice(length).replace(JOINT, '');
    more = length > 0;
  }
  return { departments: named, year, gist: askedFor(gist) };
}

/** A term without what asks, where enough is left of it. */
function askedFor(term: string): string {
  const total = TOTAL.exec(term);
  if (total !== null) return total[1] === undefined ? '支出合计' : '收入合计';
  let asked = term;
  for (const ending of endings) asked = asked.replace(ending, '');
  asked = asked.replace(HOW_MANY, '');
  return asked.length >= SHORTEST_GIST ? asked : term;
}

const SHORTEST_GIST = 2;

interface DepartmentAtStart {
  readonly departments: readonly string[];
  readonly length: number;
}

/** The longest beginning that is a name or short name of a department. */
function departmentAtStart(text: string, departments: readonly string[]): DepartmentAtStart | null {
  for (let length = Math.min(LONGEST_NAME, text.length); length > 1; length--) {
    const name = text.slice(0, length);
    if (!mayEndName(name)) continue;
    const called = departmentsCalled(name, departments);
    if (called.length > 0) return { departments: called, length };
  }
  return null;
}
