// Cards without leaving the place: a figure that is clicked or a text that is selected brings its card from the server.
{
  const text = document.querySelector('.report-page .window');
  const status = document.createElement('p');
  const quote = document.createElement('button');

  let timer = 0;

  const say = (message) => {
    clearTimeout(timer);
    status.textContent = message;
    timer = setTimeout(() => status.replaceChildren(), 3_000);
  };

  const copy = async (words) => {
    try {
      await navigator.clipboard.writeText(words);
    } catch {
      // Without the right to the clipboard (plain http) the old way is tried.
      const area = document.createElement('textarea');
      area.value = words;
      document.body.append(area);
      area.select();
      const done = document.execCommand('copy');
      area.remove();
      if (!done) return say('浏览器不允许复制，请手工选取');
    }
    say('已复制');
  };

  /** Puts the card of a link to a place into the page. Fails where the server does. */
  const bring = async (href) => {
    const at = new URL(href, location.href);
    at.pathname += '/card';
    at.hash = '';
    const answer = await fetch(at);
    if (!answer.ok) throw new Error(`${answer.status}`);
    const card = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('.card');
    document.getElementById('card')?.remove();
    text.append(card);
    history.replaceState(null, '', href);
    return card;
  };

  const unmark = () => {
    for (const mark of text.querySelectorAll('mark.at')) mark.replaceWith(...mark.childNodes);
  };

  const mark = (link) => {
    unmark();
    const at = document.createElement('mark');
    at.className = 'at';
    at.id = 'at';
    at.append(...link.childNodes);
    link.append(at);
  };

  /** A card that comes over its own figure, or a figure behind the bar, moves the page just so far that it is seen. */
  const keepInSight = (card) => {
    const GAP = 16;
    const place = text.querySelector('mark.at').getBoundingClientRect();
    const top = document.querySelector('.tools').getBoundingClientRect().bottom;
    const bottom = innerHeight - card.offsetHeight;
    if (place.bottom > bottom) scrollBy(0, place.bottom - bottom + GAP);
    else if (place.top < top) scrollBy(0, place.top - top - GAP);
  };

  /** The offset in the report's text of a point inside a leaf. */
  const offsetIn = (leaf, node, offset) => {
    const before = document.createRange();
    before.setStart(leaf, 0);
    before.setEnd(node, offset);
    return Number(leaf.dataset.start) + before.toString().length;
  };

  /** What is selected of the text, without white space at its ends: offsets, or null. */
  const selectedPlace = () => {
    const selection = getSelection();
    if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
    const range = selection.getRangeAt(0);
    const leaves = [...text.querySelectorAll('[data-start]')].filter((leaf) => range.intersectsNode(leaf));
    const [first, last] = [leaves[0], leaves.at(-1)];
    if (first === undefined) return null;
    const start = first.contains(range.startContainer)
      ? offsetIn(first, range.startContainer, range.startOffset)
      : Number(first.dataset.start);
    const end = last.contains(range.endContainer)
      ? offsetIn(last, range.endContainer, range.endOffset)
      : Number(last.dataset.start) + last.textContent.length;
    const whole = leaves.map((leaf) => leaf.textContent).join('');
    const from = Number(first.dataset.start);
    const words = whole.slice(start - from, end - from);
    const trimmed = words.trim();
    if (trimmed === '') return null;
    const begin = start + words.indexOf(trimmed);
    return { start: begin, end: begin + trimmed.length, box: range.getBoundingClientRect() };
  };

  const offerQuote = () => {
    const place = selectedPlace();
    quote.hidden = place === null;
    if (place === null) return;
    quote.dataset.at = `${place.start}-${place.end}`;
    quote.style.top = `${place.box.bottom + scrollY + 6}px`;
    quote.style.left = `${Math.max(8, Math.min(place.box.left + scrollX, innerWidth - 160))}px`;
  };

  const takeQuote = async () => {
    const to = new URL(location.href);
    to.searchParams.set('at', quote.dataset.at);
    to.searchParams.delete('h');
    to.hash = '';
    try {
      const card = await bring(to.href);
      unmark();
      await copy(card.querySelector('.copy').textContent.trim());
      quote.hidden = true;
    } catch {
      say('未能取得引文，请稍后再试');
    }
  };

  const onClick = async (event) => {
    const copier = event.target.closest('.copier');
    if (copier !== null) return copy(copier.parentElement.querySelector('.copy').textContent.trim());
    const link = event.target.closest('a.cell, a.figure-link');
    if (link === null || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (getSelection()?.isCollapsed === false) return;
    event.preventDefault();
    try {
      const card = await bring(link.href);
      mark(link);
      keepInSight(card);
      // By keyboard the way to the card would lead over every figure between.
      if (event.detail === 0) card.querySelector('summary').focus({ preventScroll: true });
    } catch {
      location.assign(link.href);
    }
  };

  /** Escape folds the card and goes back to its place. */
  const onKey = (event) => {
    const open = text.querySelector('.card details[open]');
    if (event.key !== 'Escape' || open === null || event.target.matches('input, textarea')) return;
    open.open = false;
    const place = text.querySelector('mark.at');
    (place?.closest('a') ?? place)?.focus({ preventScroll: true });
  };

  if (text !== null) {
    status.className = 'said';
    status.setAttribute('role', 'status');
    quote.type = 'button';
    quote.className = 'quote-button';
    quote.textContent = '复制引文';
    quote.hidden = true;
    quote.addEventListener('pointerdown', (event) => event.preventDefault());
    quote.addEventListener('click', takeQuote);
    document.body.append(status, quote);
    text.addEventListener('click', onClick);
    document.addEventListener('keydown', onKey);
    document.addEventListener('pointerup', () => setTimeout(offerQuote));
    document.addEventListener('keyup', offerQuote);
  }
}
