import type { Category } from '../../../src/model/category.ts';
import { foldTitle } from './fold-title.ts';
import { readLineNumber } from './number.ts';
import { knownCategory } from './vocabulary.ts';

/** What a title is about when the list of known headings does not have it. The first that fits decides. */
const rules: readonly { readonly category: Category; readonly words: RegExp }[] = [
  // 附件 1    附表    项目绩效评价自评报告    部门整体绩效自评表
  { category: '附件绩效', words: /^附[件表]|自评(?:表|报告|得分)|评价报告$/ },
  { category: '名词解释', words: /名词解释|专用名词/ },
  { category: '重点工作', words: /重点工作|工作任务|工作目标|工作完成情况|工作开展情况综述/ },
  // 支出决算表    收支总表    基本支出预算表（按经济分类）
  { category: '决算表', words: /表(?:\(.{1,12}\))?$|报表/ },
  { category: '“三公”经费', words: /三公经费|公务接待费|因公出国|公务用车购置/ },
  { category: '机关运行经费', words: /机[关构]运行经费/ },
  { category: '政府采购', words: /政府采购|购买服务/ },
  { category: '国有资产', words: /国有资产|资产占[用有]/ },
  { category: '转移支付', words: /转移支付|财政专项支出/ },
  { category: '预算绩效', words: /绩效/ },
  { category: '政府性基金', words: /政府性基金/ },
  { category: '国有资本经营', words: /国有资本/ },
  { category: '基本支出', words: /基本支出/ },
  { category: '财政拨款总体', words: /^(?!.*一般公共预算).*财政拨款.*(?:收支|收入支出)/ },
  { category: '一般公共预算支出', words: /一般公共预算|财政拨款支出/ },
  { category: '收支总体', words: /收支|收入支出|决算情况说明|预算情况说明|[决预]算说明/ },
  { category: '收入', words: /收入/ },
  { category: '支出', words: /支出/ },
  { category: '部门概况', words: /概况|基本情况|职责|职能|机构设置|单位构成|内设机构|人员构成|人员情况/ },
  { category: '其他', words: /^其他|联系方式/ },
];

/** The category a heading gives to what stands under it; null where its words don't say, then its parent's holds. */
export function categoryOf(title: string): Category | null {
  const folded = foldTitle(title.slice(readLineNumber(title)?.end ?? 0));
  return knownCategory(folded) ?? rules.find((rule) => rule.words.test(folded))?.category ?? null;
}
