import { withoutStraySpace } from '../../src/text/stray-space.ts';

/** A title or name for display. */
export const showTitle = withoutStraySpace;

/** What a report is called where there is room for one name. */
export const nameOf = (report: { readonly title: string | null; readonly department: string | null; readonly file: string }): string =>
  showTitle(report.title ?? report.department ?? report.file);
