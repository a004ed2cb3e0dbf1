// The script of the report: it adds the filter, the player and the switch of colours to a page that says everything without it.
const all = (selector, within = document) => [...within.querySelectorAll(selector)];

// Colours.
const theme = document.getElementById('theme');
const isDark = () => (document.documentElement.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
const nameTheme = () => {
  theme.textContent = isDark() ? 'Light colours' : 'Dark colours';
};
theme.hidden = false;
nameTheme();
theme.addEventListener('click', () => {
  document.documentElement.dataset.theme = isDark() ? 'light' : 'dark';
  nameTheme();
});

// Drawings. What would make the page slow is drawn when it is looked at; each then shows where its journey begins.
const calm = matchMedia('(prefers-reduced-motion: reduce)');
const draw = (view) => {
  const template = view.querySelector('template');
  if (template !== null) view.replaceChildren(template.content.cloneNode(true));
};
const look = (view, ring, behavior) => {
  if (ring === null) return;
  const [box, frame] = [ring.getBoundingClientRect(), view.getBoundingClientRect()];
  view.scrollBy({
    left: box.left + box.width / 2 - frame.left - frame.width / 2,
    top: box.top + box.height / 2 - frame.top - frame.height / 2,
    behavior,
  });
};
const views = all('.view');
const watch = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      draw(target);
      look(target, target.querySelector('.at1 .ring'), 'instant');
      watch.unobserve(target);
    }
  },
  { rootMargin: '300px' },
);
for (const view of views) watch.observe(view);
addEventListener('beforeprint', () => views.forEach(draw));

// The player.
const show = (view, number) => {
  draw(view);
  for (const stop of all('.stop', view)) stop.classList.toggle('now', stop.classList.contains(`at${number}`));
  look(view, view.querySelector('.now .ring'), calm.matches ? 'instant' : 'smooth');
};
const go = (player, by) => {
  const article = player.closest('article');
  const stations = all('li[value]:not(.gap)', article.querySelector('ol.journey'));
  const before = stations.findIndex((station) => station.hasAttribute('aria-current'));
  const at = Math.min(stations.length - 1, Math.max(0, before + by));
  stations[before]?.removeAttribute('aria-current');
  stations[at].setAttribute('aria-current', 'step');
  article.classList.add('playing');
  player.querySelector('[role=status]').textContent =
    `Station ${stations[at].value} of ${stations.at(-1).value}: ${stations[at].querySelector('.told').textContent}`;
  for (const button of all('button', player)) {
    button.setAttribute('aria-disabled', String(at + Number(button.dataset.go) < 0 || at + Number(button.dataset.go) >= stations.length));
  }
  const view = article.querySelector('.view');
  if (view !== null) show(view, stations[at].value);
};
for (const player of all('.player')) {
  player.hidden = false;
  player.addEventListener('click', ({ target }) => {
    const button = target.closest('button');
    if (button !== null) go(player, Number(button.dataset.go));
  });
  player.addEventListener('keydown', (event) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key];
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    go(player, by);
  });
}

// The filter.
const form = document.querySelector('.filter');
if (form !== null) {
  form.hidden = false;
  const articles = all('article');
  const texts = new Map();
  const textOf = (article) => {
    if (!texts.has(article)) texts.set(article, article.textContent.toLowerCase());
    return texts.get(article);
  };
  const filter = () => {
    const { words = '', ...wanted } = Object.fromEntries(new FormData(form));
    const said = words.trim().toLowerCase();
    let shown = 0;
    for (const article of articles) {
      const fits =
        Object.entries(wanted).every(([name, value]) => value === '' || article.dataset[name] === value) &&
        (said === '' || textOf(article).includes(said));
      article.hidden = !fits;
      if (fits) shown++;
    }
    for (const home of all('.home')) home.hidden = all('article:not([hidden])', home).length === 0;
    form.querySelector('[role=status]').textContent = `${shown} of ${articles.length} shown`;
  };
  form.addEventListener('input', filter);
  form.addEventListener('reset', () => setTimeout(filter));
  form.addEventListener('submit', (event) => event.preventDefault());
  filter();
}
