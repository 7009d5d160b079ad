// A filter chosen by keyboard has the focus on the next page too: choosing several is no way from the top each time.
// The last of the scripts, because a browser may refuse the storage by throwing.
{
  const KEY = 'suzhang-chosen';
  const nameOf = (value) => `${value.closest('.facet').id} ${value.querySelector('.label').textContent.replace(/，已.*$/, '')}`;
  const kept = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  if (kept !== null) [...document.querySelectorAll('.facet a.value')].find((value) => nameOf(value) === kept)?.focus();
  document.addEventListener('click', (event) => {
    const value = event.target.closest('.facet a.value');
    if (value !== null && event.detail === 0) sessionStorage.setItem(KEY, nameOf(value));
  });
}
