// 年度部 门决算: white space between two Chinese characters, left by the layout of a cover
const STRAY_SPACE = /(?<=[\u3000-\u9fff\uff00-\uffef])\s+(?=[\u3000-\u9fff\uff00-\uffef])/g;

/** A title or name for display, without the white space that the layout of the source left inside it. */
export const showTitle = (title: string): string => title.trim().replace(STRAY_SPACE, '');

/** What a report is called where there is room for one name. */
export const nameOf = (report: { readonly title: string | null; readonly department: string | null; readonly file: string }): string =>
  showTitle(report.title ?? report.department ?? report.file);
