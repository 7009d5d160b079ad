// 发展和改革局    人民政府办公室    土地发展中心: what the names of public bodies end with
const BODY_END =
  '(?:局|委员会|委|办公室|办|厅|部|院|政府|处|中心|站|所|总队|支队|大队|学校|大学|学院|中学|小学|幼儿园|园|馆|台|社|集团|署|街道|镇|乡|会|团委|妇联|总工会|联合会|检察院|法院|管委会|医院|基地|队|库|公司|机关)';
const ENDS_AS_BODY = new RegExp(`${BODY_END}$`);
const SHAPE = /^[\u4e00-\u9fff〇·（）()“”]{3,45}$/;
// （汇总）    （本级）    本级    (汇总口径)
const SCOPE_MARK = /(?:[（(](?:汇总|本级|本部|机关|部门汇总|汇总口径)[）)]|本级|汇总)$|(?<=室|局|厅|委|部|院)机关$/;
// 市级    区级    (between body and 部门)
const LEVEL_MARK = /(?:市|区|县|省)级$/;

/** The name of a body without marks of scope behind it; null if the words are no such name. */
export function toBodyName(words: string): string | null {
  const name = words.replace(LEVEL_MARK, '').replace(SCOPE_MARK, '').replace(/的$/, '');
  return SHAPE.test(name) && ENDS_AS_BODY.test(name) ? name : null;
}

/** Whether the name was printed for the body alone, without the units under it. */
export const saysOwnLevel = (words: string): boolean => /[（(](?:本级|机关|本部)[）)]$|本级$|(?:室|局|厅|委|部|院)机关$/.test(words);
