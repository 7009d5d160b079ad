// 公开01表 | 公开表3 | 表5 | 附表2 | 表14-1 | 表十三 | (表5) | 财决公开02表
const TABLE_LABEL =
  /^[(]?(?:(?:部门|单位)?(?:预算|决算)公开|(?:财决|财预)?公开|附件?|财决|财预)?(?:\d{1,2}(?:-\d{1,2})?表|表\d{1,2}(?:-\d{1,2})?|[一二三四五六七八九十]{1,3}表|表[一二三四五六七八九十]{1,3})[)]?$/;

/** 公开01表, 表5: the number of a table. `key` is folded. */
export const isTableLabel = (key: string): boolean => key.length <= 14 && TABLE_LABEL.test(key);
