import { asNoise, isPlain, type MarkedLine, printedText } from '../marked-line.ts';

// 咨询电话：027-87370000    联系方式: 0571-88880000    监督电话：12345
const CONTACT = /^(?:咨询|联系|监督|举报|服务)(?:电话|方式|热线)\s*[：:]\s*[\d\s()（）转、—-]{5,40}$/;
// 打印本页    【关闭窗口】
const PAGE_BUTTON = /^[[【]?\s?(?:打印本页|打印|关闭窗口|关闭|返回顶部|分享到)\s?[\]】]?$/;
const LONGEST = 60;
/** How many printed lines at the end may be a footer. */
const LAST_LINES = 5;

/** Is the line a telephone number or a button under the end of the report? */
export function markFooters(lines: readonly MarkedLine[]): MarkedLine[] {
  const result = [...lines];
  let seen = 0;
  for (let index = result.length - 1; index >= 0 && seen < LAST_LINES; index--) {
    const line = result[index];
    if (line === undefined || !isPlain(line)) continue;
    seen++;
    if (isFooter(printedText(line))) result[index] = asNoise(line, 'footer');
  }
  return result;
}

const isFooter = (printed: string): boolean => printed.length <= LONGEST && (CONTACT.test(printed) || PAGE_BUTTON.test(printed));
