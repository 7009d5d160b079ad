// A search under way says so: the server may need seconds.
{
  const forms = document.querySelectorAll('form.search');
  for (const form of forms) form.addEventListener('submit', () => form.setAttribute('aria-busy', 'true'));
  addEventListener('pageshow', () => {
    for (const form of forms) form.removeAttribute('aria-busy');
  });
}
