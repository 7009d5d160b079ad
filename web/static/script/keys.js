// `/` goes to the box, Escape leaves it. Everything works without these files.
{
  const isTyping = (target) =>
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

  document.addEventListener('keydown', (event) => {
    const box = document.getElementById('q');
    if (!(box instanceof HTMLInputElement) || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === '/' && !isTyping(event.target)) {
      event.preventDefault();
      box.focus();
      box.select();
    } else if (event.key === 'Escape' && event.target === box && !event.defaultPrevented) {
      box.blur();
    }
  });
}
