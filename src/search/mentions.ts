import { departmentsCalled, LONGEST_NAME, mayEndName } from './department-alias.ts';

/** What a term says of whose report is meant and how it asks, and what it is about. Everything is in normal form, departments are as the index has them. */
export interface Mentions {
  readonly departments: readonly string[];
  readonly year: string | null;
  /** The term without them; empty where it is nothing but a department or a year. */
  readonly gist: string;
}

// 2023年 2023年度的
const YEAR = /^((?:19|20)\d{2})年(?:度|全年|的)*/;
// 的公务接待费
const JOINT = /^(?:的|在|[,，:：])+/;
// 是多少 / 花了多少钱 / 共有几辆 / 为什么减少 stays
const QUESTION =
  /(?:[,，]?(?:一共|总共|共|是|为|有|花了?|用了?|投入了?|支出了?|占了?|达到?)*(?:多少|几)(?:钱|元|万元|亿元|辆|人|次|个|批|批次|户|家)?|怎么样|如何|有哪些|是什么)[了呢吗?？。]*$/;
// 教育局有几辆公务用车
const HOW_MANY = /^(?:一共|总共|共)?有?(?:多少|几)(?:辆|人|名|个|项|次|批次?|户|家|万?元)?(?:的)?/;
// 应急处置为什么大幅增加
const WHY =
  /为(?:什么|何)(?:会|要)?(?:大幅|大量|突然|明显|没有?|未)?(?:增加|增长|上升|减少|下降|降低|超支|超过预算|变化|完成)?[了呢吗?？。]*$/;
// 请问教育局
const ASKING = /^(?:请问|查一下|查询|我想知道|想知道|查)/;
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
  const asked = gist.replace(QUESTION, '').replace(WHY, '').replace(HOW_MANY, '');
  return { departments: named, year, gist: asked.length >= SHORTEST_GIST ? asked : gist };
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
