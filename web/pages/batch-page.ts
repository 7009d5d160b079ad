import { type BatchAnswer, MOST_QUERIES } from '../../src/search/batch.ts';
import { BATCH_FORM, batchMatrix, type Grouping, groupings } from '../parts/batch-matrix.ts';
import type { Frame } from '../parts/frame.ts';
import { type Html, html } from '../parts/html.ts';
import { layout, SERVICE_NAME } from '../parts/layout.ts';
import { showCount } from '../parts/show.ts';

/** The form as it was filled in. */
export interface BatchForm {
  /** One term a line. */
  readonly typed: string;
  readonly by: Grouping;
  readonly literal: boolean;
  /** Of the columns of the matrix, from 1. */
  readonly page: number;
}

const example = '公务接待费\n"因公出国"\n纾困贷款 | 贷款贴息\n131.79万元';

const MOST_LINES = 10;

/** Once there is an answer the list is no higher than it needs to be. */
const linesOf = (typed: string): number => Math.min(MOST_LINES, Math.max(3, typed.split('\n').length + 1));

/** A list of terms searched at once, and where each stands. Works without scripts. */
export function batchPage(frame: Frame, form: BatchForm, answer: BatchAnswer | null): Html {
  const main = html`<h1>批量检索</h1>
<p>每行一个检索词，最多 ${MOST_QUERIES} 行；写法与检索框相同。结果是各词在各部门、各年度的条数，与逐个检索的结果一致。</p>
<form class="batch" id="${BATCH_FORM}" method="post" action="${frame.site.url('/batch')}">
<label for="terms">检索词</label>
<textarea id="terms" name="q" rows="${answer === null ? MOST_LINES : linesOf(form.typed)}" cols="48" placeholder="${example}" spellcheck="false" autocomplete="off" required>${form.typed}</textarea>
<fieldset><legend>表的各列</legend>${Object.entries(groupings).map(
    ([name, label]) =>
      html`<label><input type="radio" name="by" value="${name}"${name === form.by ? html` checked` : ''}> ${label}</label> `,
  )}</fieldset>
<label><input type="checkbox" name="literal" value="1"${form.literal ? html` checked` : ''}> 只算逐字含有的</label>
<button type="submit">检索全部</button>
</form>
${answer === null ? '' : showAnswer(answer, form)}`;
  return layout(frame, {
    title: `批量检索 - ${SERVICE_NAME}`,
    description: '一次检索许多词，看各词在各部门、各年度的报告中出现多少次',
    place: 'batch',
    kind: 'wide-page',
    main,
  });
}

function showAnswer(answer: BatchAnswer, { by, page }: BatchForm): Html {
  const found = answer.queries.filter(({ total }) => total > 0).length;
  return html`<h2>结果</h2>
<p class="total">${showCount(answer.queries.length)} 个词，${showCount(found)} 个有结果，见于 ${showCount(answer.reports.length)} 份报告</p>
${batchMatrix(answer, by, page)}`;
}
