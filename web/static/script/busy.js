// A page under way says so: the server may need seconds. A form says it at once, a link only where the next page is not there soon.
{
  const SOON = 400;
  const forms = document.querySelectorAll('form.search');
  const main = document.getElementById('main');
  let timer = 0;

  /** Whether the browser leaves the page by this click: not for a place on it, a new tab or a file. */
  const leaves = (event, link) =>
    !event.defaultPrevented &&
    !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) &&
    !link.hasAttribute('download') &&
    !/\/api\/|\/openapi\.json/.test(link.pathname) &&
    link.origin === location.origin &&
    (link.pathname + link.search !== location.pathname + location.search || link.hash === '');

  for (const form of forms) form.addEventListener('submit', () => form.setAttribute('aria-busy', 'true'));
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href]');
    if (link !== null && leaves(event, link)) timer = setTimeout(() => main.setAttribute('aria-busy', 'true'), SOON);
  });
  addEventListener('pageshow', () => {
    clearTimeout(timer);
    for (const busy of [...forms, main]) busy.removeAttribute('aria-busy');
  });
}
