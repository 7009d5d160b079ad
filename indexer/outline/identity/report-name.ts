import type { ReportKind, Scope } from '../../../src/model/report.ts';
import { saysOwnLevel, toBodyName } from './body-name.ts';

/** A report's name taken apart: 云川市财政局2024年度部门决算. Offsets count in the words that were read. */
export interface ReportName {
  readonly start: number;
  readonly end: number;
  readonly body: { readonly value: string; readonly start: number; readonly end: number } | null;
  readonly year: { readonly value: number; readonly start: number; readonly end: number };
  readonly kind: { readonly value: ReportKind; readonly start: number; readonly end: number };
  readonly scope: { readonly value: Scope; readonly start: number; readonly end: number } | null;
}

const CHINESE_DIGITS = '〇一二三四五六七八九';

// …局2024年度部门决算    …局（汇总）2026年部门预算    …区2026年区级单位预算    …局二〇二四年部门决算
const BODY_FIRST =
  /([\u4e00-\u9fff·（）()“”]{0,45}?)(20\d\d|二[〇○零O0][一二三四五六七八九〇○零]{2})年?度?((?:市|区|县|省)?级?)(部门综合|单位综合|部门|单位|综合)?(决算|预算)/;
// 2019年…局部门决算    2026年…局部门预算
const YEAR_FIRST = /(20\d\d)年度?([\u4e00-\u9fff·（）()“”]{3,45}?)(部门综合|单位综合|部门|单位|综合)(决算|预算)/;

const scopes: Readonly<Record<string, Scope>> = {
  部门: '部门汇总',
  部门综合: '部门汇总',
  综合: '部门汇总',
  单位: '单位',
  单位综合: '单位',
};

/** The first report's name in the words; null if there is none. */
export function readReportName(words: string): ReportName | null {
  return readYearFirst(words) ?? readBodyFirst(words);
}

function readYearFirst(words: string): ReportName | null {
  const found = YEAR_FIRST.exec(words);
  const [, year = '', body = '', level = '', kind = ''] = found ?? [];
  const value = toBodyName(body);
  if (!found || value === null) return null;
  const bodyStart = found.index + found[0].indexOf(body, 4);
  const end = found.index + found[0].length;
  return toName({ start: found.index, end, body: { printed: body, start: bodyStart }, year, yearAt: found.index, level, kind });
}

function readBodyFirst(words: string): ReportName | null {
  const found = BODY_FIRST.exec(words);
  if (!found) return null;
  const [, body = '', year = '', , level = '', kind = ''] = found;
  const end = found.index + found[0].length;
  return toName({
    start: found.index,
    end,
    body: { printed: body, start: found.index },
    year,
    yearAt: found.index + body.length,
    level,
    kind,
  });
}

interface Parts {
  readonly start: number;
  readonly end: number;
  readonly body: { readonly printed: string; readonly start: number };
  readonly year: string;
  readonly yearAt: number;
  readonly level: string;
  readonly kind: string;
}

function toName({ start, end, body, year, yearAt, level, kind }: Parts): ReportName {
  const value = toBodyName(body.printed);
  const scope = saysOwnLevel(body.printed) ? '本级' : (scopes[level] ?? null);
  return {
    start,
    end,
    body: value === null ? null : { value, start: body.start, end: body.start + value.length },
    year: { value: readYear(year), start: yearAt, end: yearAt + year.length },
    kind: { value: kind === '预算' ? '预算' : '决算', start: end - 2, end },
    scope: scope === null ? null : { value: scope, start: body.start, end },
  };
}

/** 2024 or 二〇二四. */
function readYear(printed: string): number {
  const digits = [...printed].map((one) => (/\d/.test(one) ? one : String(Math.max(0, CHINESE_DIGITS.indexOf(one)))));
  return Number.parseInt(digits.join(''), 10);
}
