import { describe, expect, it } from 'vitest';
import { readAssets } from '../../../web/assets.ts';
import { printFootPath, printFootStyle } from '../../../web/parts/print-foot.ts';
import { describeSite } from '../../../web/site.ts';
import { finance } from '../support/house.ts';

const { report } = finance;
const site = describeSite('https://example.org/suzhang');
const frame = { site, assets: readAssets(), address: '', permalink: (path: string) => site.permalink(path, '') };

describe('the foot of each sheet of paper', () => {
  it('says file, digest and link', () => {
    expect(printFootStyle(frame, { report, at: { start: 3, end: 9 } })).toBe(
      `@page { @bottom-left { content: "原文件 ${report.file}（来源未登记）" "\\a " "SHA-256 ${report.sha256}" "\\a " "https://example.org/suzhang/reports/${report.id}?at=3-9"; } }\n`,
    );
  });

  it('holds no name that ends its string or the style sheet', () => {
    const style = printFootStyle(frame, { report: { ...report, file: '甲"; } \\ </style>\n*.txt' } });
    expect(style).toContain('"原文件 甲\\22 ; } \\5c  \\3c /style>\\a *.txt（来源未登记）"');
  });

  it('is found beside the report', () => {
    expect(printFootPath({ report, from: 300 })).toBe(`/reports/${report.id}/print.css?from=300`);
  });
});
