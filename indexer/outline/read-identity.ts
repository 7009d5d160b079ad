import type { Issue } from '../../src/model/issue.ts';
import { type Identity, identitySchema } from '../../src/model/report.ts';
import type { Text } from '../../src/model/text.ts';
import { unifyRadicals } from '../../src/text/radicals.ts';
import { foldTitle } from './headings/fold-title.ts';
import { readPlace } from './identity/places.ts';
import { readCover } from './identity/read-cover.ts';
import { readFileName } from './identity/read-file-name.ts';
import { readBodyText } from './identity/read-text.ts';
import type { Statement } from './identity/statement.ts';
import type { Outline } from './outline.ts';

/** Who published what, for which year: from the content, each with its place. The file name only where the content is silent. */
export function readIdentity(source: Text, outline: Outline, fileName: string): { identity: Identity; issues: Issue[] } {
  const text = unifyRadicals(source.text);
  const statements = [...readCover(text, outline), ...readBodyText(text, outline), ...readFileName(fileName)];
  const chosen = choose(statements);
  const all = [...chosen.values(), ...placesOf(chosen.get('department'))];
  const identity = identitySchema.parse(Object.fromEntries(all.map(({ field, value, from, at }) => [field, { value, from, at }])));
  return { identity, issues: [...conflicts(statements, chosen), ...unstated(chosen)] };
}

// 云川市    湖北省武汉市    (what a fuller name has in front)
const PLACE_BEFORE = /^[\u4e00-\u9fff]{1,12}(?:省|市|州|盟|自治区|区|县|旗)$/;

type Chosen = ReadonlyMap<Statement['field'], Statement>;

/** The first statement of each field: they stand in the order in which they are believed. */
function choose(statements: readonly Statement[]): Chosen {
  const chosen = new Map<Statement['field'], Statement>();
  for (const statement of statements) {
    const believed = chosen.get(statement.field);
    if (believed === undefined || isFuller(statement, believed)) chosen.set(statement.field, statement);
  }
  return chosen;
}

/** The same body with its place before it: 云川市临溪区卫生健康局 for 临溪区卫生健康局. A file name is never fuller. */
function isFuller(statement: Statement, believed: Statement): boolean {
  if (statement.field !== 'department' || statement.from === 'file-name') return false;
  const [name, short] = [String(statement.value), String(believed.value)];
  return name.endsWith(short) && PLACE_BEFORE.test(name.slice(0, name.length - short.length));
}

/** City and district as the department's full name says them. */
function placesOf(department: Statement | undefined): Statement[] {
  if (department === undefined) return [];
  const { city, district } = readPlace(String(department.value));
  const said = (field: 'city' | 'district', value: string | null): Statement[] => (value === null ? [] : [{ ...department, field, value }]);
  return [...said('district', district), ...said('city', city)];
}

const checked: ReadonlySet<Statement['field']> = new Set<Statement['field']>(['department', 'year', 'reportKind']);

/** What another place of the report, or the file name, says otherwise. */
function conflicts(statements: readonly Statement[], chosen: Chosen): Issue[] {
  const issues = new Map<string, Issue>();
  for (const statement of statements) {
    const believed = chosen.get(statement.field);
    if (!checked.has(statement.field) || !believed || believed === statement || agree(believed, statement)) continue;
    const message = `${names[statement.field]}：${sources[believed.from]}为“${believed.value}”，${sources[statement.from]}为“${statement.value}”`;
    issues.set(message, { kind: 'identity-conflict', message, at: statement.at ?? believed.at });
  }
  return [...issues.values()];
}

/** What nobody can list a report without, and the report does not say. */
function unstated(chosen: Chosen): Issue[] {
  const needed = (['department', 'year', 'reportKind'] as const).filter(
    (field) => (chosen.get(field)?.from ?? 'file-name') === 'file-name',
  );
  return needed.map((field) => ({ kind: 'identity-unstated', message: `正文未载明${names[field]}`, at: null }));
}

/** The same, or one name is the end of the other (洪山区发展和改革局 of 武汉市洪山区发展和改革局), or its beginning (cut by a line end). */
function agree(a: Statement, b: Statement): boolean {
  const [first, second] = [foldTitle(String(a.value)), foldTitle(String(b.value))];
  return first === second || (a.field === 'department' && (first.endsWith(second) || second.endsWith(first) || first.startsWith(second)));
}

const names: Readonly<Record<Statement['field'], string>> = {
  title: '标题',
  department: '部门',
  district: '区县',
  city: '城市',
  year: '年度',
  reportKind: '报告种类',
  scope: '口径',
};

const sources: Readonly<Record<Statement['from'], string>> = {
  title: '标题',
  cover: '封面',
  table: '表头',
  text: '正文',
  'file-name': '文件名',
  person: '人工更正',
};
