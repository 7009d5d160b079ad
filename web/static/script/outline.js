// The outline beside the text begins at the section that is open, not at the first.
{
  const rail = document.querySelector('.report-page .rail');
  const current = rail?.querySelector('[aria-current]');
  if (current) rail.scrollTop += current.getBoundingClientRect().top - rail.getBoundingClientRect().top - rail.clientHeight / 3;
}
