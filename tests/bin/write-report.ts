/** A small report of the fictional 云川市, different for every number: what the tests of the command index. */
export function writeReport(number: number, year = 2023): string {
  const amount = `${1000 + number}.${String(number % 100).padStart(2, '0')}`;
  const body = Array.from(
    { length: 12 },
    (_, index) =>
      `（${'一二三四五六七八九十'[index % 10]}）第${number}号事项之${index + 1}。支出决算为${amount}万元，用于第${index + 1}批纾困贷款贴息，比上年增加${index}.50万元。`,
  );
  return [
    `云川市第${number}事务局${year}年度部门决算`,
    '第一部分 部门概况',
    `本局承办第${number}类公共事务，编号为标记${number}号。`,
    '第三部分 部门决算情况说明',
    '一、收入支出决算总体情况说明',
    `${year}年度收、支总计均为${amount}万元。`,
    ...body,
    '第五部分 名词解释',
    '财政拨款收入：指本级财政部门当年拨付的资金。',
    '',
  ].join('\n');
}
