'use strict';

// What changes by itself is fetched anew each second; what somebody has opened stays open.
const parts = [...document.querySelectorAll('[data-part]')].map(element => ({ element, last: null }));

async function refresh(part) {
  const answer = await fetch('/parts/' + part.element.dataset.part);
  const text = await answer.text();
  // Not under somebody's finger.
  if (!answer.ok || text === part.last || part.element.matches(':active')) return;
  const open = [...part.element.querySelectorAll('details[open]')].map(details => details.id);
  const focused = part.element.contains(document.activeElement) ? document.activeElement.closest('details')?.id : null;
  part.element.innerHTML = text;
  part.last = text;
  for (const id of open) document.getElementById(id)?.setAttribute('open', '');
  if (focused) document.getElementById(focused)?.querySelector('summary').focus();
}

async function run() {
  try {
    if (!document.hidden) await Promise.all(parts.map(refresh));
    setTimeout(run, 1000);
  } catch {
    document.querySelector('[data-part=clock]').textContent = 'The sandbox has ended.';
  }
}

run();
