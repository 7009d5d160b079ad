// Values of a facet without leaving the page: a long one brings all its values from the server, the box leaves those that hold what is typed.
for (const facet of document.querySelectorAll('.facet[id]')) {
  const box = facet.querySelector('.narrow');
  let brought = null;

  const fetchWhole = async (href) => {
    const answer = await fetch(href);
    if (!answer.ok) throw new Error(`${answer.status}`);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    facet.querySelector('.values').replaceWith(page.getElementById(facet.id).querySelector('.values'));
  };

  /** Afterwards all values are on this page; where they cannot be had, the page that has them is opened. */
  const bringWhole = async () => {
    const link = facet.querySelector('a.whole');
    if (link === null && brought === null) return;
    facet.setAttribute('aria-busy', 'true');
    brought ??= fetchWhole(link.href).catch(() => location.assign(link.href));
    await brought;
    facet.removeAttribute('aria-busy');
  };

  const narrow = () => {
    const typed = box.value.trim();
    for (const value of facet.querySelectorAll('li')) value.hidden = typed !== '' && !value.textContent.includes(typed);
    for (const fold of facet.querySelectorAll('details')) fold.open = typed !== '' || fold.querySelector('[aria-current]') !== null;
  };

  facet.addEventListener('click', async (event) => {
    const link = event.target.closest('a.whole');
    if (link === null || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    await bringWhole();
    const place = document.getElementById(new URL(link.href).hash.slice(1)) ?? facet;
    for (let fold = place.closest('details'); fold !== null; fold = fold.parentElement.closest('details')) fold.open = true;
    place.querySelector('a.value').focus();
  });

  const onTyped = async (event) => {
    if (event.isComposing) return;
    await bringWhole();
    narrow();
  };
  box?.addEventListener('input', onTyped);
  box?.addEventListener('compositionend', onTyped);
}
