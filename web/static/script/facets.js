// The box above a long facet leaves only the values that hold what is typed.
for (const box of document.querySelectorAll('.facet .narrow')) {
  const facet = box.closest('.facet');
  const rest = facet.querySelector('details');
  box.addEventListener('input', () => {
    const typed = box.value.trim();
    for (const value of facet.querySelectorAll('li')) value.hidden = typed !== '' && !value.textContent.includes(typed);
    if (rest !== null) rest.open = typed !== '';
  });
}
