// Suggestions under the box: a listbox that the arrow keys walk, as in the combobox pattern of WAI-ARIA.
{
  const box = document.querySelector('form.search[data-suggest] input[name="q"]');
  const list = document.createElement('ul');
  const PAUSE = 120;
  let asked = 0;
  let timer = 0;
  let chosen = -1;

  const close = () => {
    list.hidden = true;
    chosen = -1;
    box.setAttribute('aria-expanded', 'false');
    box.removeAttribute('aria-activedescendant');
  };

  /** What was typed, under the filters in force: suggestions count what these let through, and keep them, the order and the grouping. */
  const question = () => {
    const asked = new URLSearchParams({ q: box.value });
    for (const { name, value } of box.form.querySelectorAll('input[type="hidden"]')) asked.append(name, value);
    return asked;
  };

  const option = ({ text, note, code, count, url }, kind, n) => {
    const item = document.createElement('li');
    const parts = [
      ['what', kind],
      ['label', code === undefined ? text : `${code} ${text}`],
      ['note', note ?? ''],
      ['count', `${count.toLocaleString('zh-CN')} 条`],
    ];
    for (const [name, said] of parts) {
      const part = document.createElement('span');
      part.className = name;
      part.textContent = said;
      item.append(part, ' ');
    }
    item.id = `suggestion-${n}`;
    item.dataset.url = url;
    item.setAttribute('role', 'option');
    item.setAttribute('aria-selected', 'false');
    return item;
  };

  const show = ({ subjects, departments, terms, didYouMean }) => {
    const rows = [
      ...(didYouMean === null ? [] : [[didYouMean, '是否指']]),
      ...terms.slice(0, 6).map((one) => [one, '词语']),
      ...subjects.slice(0, 5).map((one) => [one, '科目']),
      ...departments.slice(0, 4).map((one) => [one, '部门']),
    ];
    list.replaceChildren(...rows.map(([one, kind], n) => option(one, kind, n)));
    chosen = -1;
    list.hidden = rows.length === 0;
    box.setAttribute('aria-expanded', String(rows.length > 0));
    box.removeAttribute('aria-activedescendant');
  };

  const ask = async () => {
    const number = ++asked;
    if (box.value.trim() === '') return close();
    try {
      const answer = await fetch(`${box.form.dataset.suggest}?${question()}`);
      if (answer.ok && number === asked && document.activeElement === box) show(await answer.json());
    } catch {
      close(); // No connection: the box works as before.
    }
  };

  const choose = (to) => {
    const options = list.children;
    options[chosen]?.setAttribute('aria-selected', 'false');
    chosen = (to + options.length) % options.length;
    options[chosen].setAttribute('aria-selected', 'true');
    options[chosen].scrollIntoView({ block: 'nearest' });
    box.setAttribute('aria-activedescendant', options[chosen].id);
  };

  const onKey = (event) => {
    if (event.isComposing || list.hidden) return;
    if (event.key === 'ArrowDown') choose(chosen + 1);
    else if (event.key === 'ArrowUp') choose(chosen < 0 ? -1 : chosen - 1);
    else if (event.key === 'Enter' && chosen >= 0) location.assign(list.children[chosen].dataset.url);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  };

  if (box !== null) {
    list.id = 'suggestions';
    list.className = 'suggestions';
    list.hidden = true;
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', '检索建议');
    box.form.append(list);
    for (const [name, value] of [
      ['role', 'combobox'],
      ['aria-controls', list.id],
      ['aria-expanded', 'false'],
      ['aria-autocomplete', 'list'],
    ])
      box.setAttribute(name, value);
    box.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(ask, PAUSE);
    });
    box.addEventListener('keydown', onKey);
    box.addEventListener('blur', close);
    list.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      const item = event.target.closest('[data-url]');
      if (item !== null && event.button === 0) location.assign(item.dataset.url);
    });
  }
}
