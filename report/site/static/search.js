// Searches the entries of the site. Without this script, the index lists everything.
'use strict';

const common = new Set(('a an and are as at be by can do does for from has have how i if in is it its me my of on or that the their them ' +
  'there this to under was what when where which who why will with would').split(' '));
const kinds = ['question', 'upgrade', 'implementation', 'behavior', 'defect'];
const boost = { question: 2.5, upgrade: 1.2, implementation: 1, behavior: 1, defect: 0.8 };

// words returns the words of a text, without common ones and without endings.
function words(text) {
  const list = text.toLowerCase().match(/[\p{L}\p{N}]+(?:[._][\p{L}\p{N}]+)*/gu) || [];
  return list.filter((word) => !common.has(word)).map((word) => word.length > 4 ? word.replace(/(?:ing|es|ed|s)$/, '') : word.replace(/s$/, ''));
}

const documents = entries.map((entry) => {
  const weights = new Map();
  for (const [text, weight] of [[entry.t.replace(/-/g, ' '), 3], [entry.w || '', 2.5], [entry.x, 1]]) {
    for (const word of words(text)) weights.set(word, Math.max(weights.get(word) || 0, weight));
  }
  return { entry, weights };
});
const frequency = new Map();
for (const { weights } of documents) for (const word of weights.keys()) frequency.set(word, (frequency.get(word) || 0) + 1);

// find returns the best entries for a query. A rare word counts more than a frequent one, and a word may be incomplete. A query with
// a dash may be the ID of a behavior.
function find(query) {
  const wanted = [...new Set(words(query))];
  const found = [];
  for (const { entry, weights } of documents) {
    let score = 0, matched = 0;
    for (const word of wanted) {
      let weight = weights.get(word) || 0;
      if (!weight && word.length > 2) {
        for (const [other, w] of weights) if (other.startsWith(word)) weight = Math.max(weight, w / 2);
      }
      if (weight) {
        matched++;
        score += weight * Math.log(1 + documents.length / (1 + (frequency.get(word) || 0)));
      }
    }
    const named = query.includes('-') && entry.k === 'behavior' && entry.t.includes(query.trim().toLowerCase());
    if (matched) found.push([score * boost[entry.k] * matched / wanted.length + (named ? 1000 / entry.t.length : 0), entry]);
  }
  found.sort((a, b) => b[0] - a[0] || kinds.indexOf(a[1].k) - kinds.indexOf(b[1].k));
  return found.slice(0, 20).map((pair) => pair[1]);
}

function show() {
  const place = document.getElementById('search');
  const input = document.createElement('input');
  input.type = 'search';
  input.placeholder = 'Search questions, behaviors, versions and defects';
  input.setAttribute('aria-label', input.placeholder);
  input.setAttribute('aria-controls', 'found');
  const list = document.createElement('ol');
  list.id = 'found';
  list.setAttribute('aria-live', 'polite');
  place.append(input, list);
  const update = () => {
    list.replaceChildren(...find(input.value).map((entry) => {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = document.body.dataset.root + entry.p;
      link.textContent = entry.t;
      const kind = document.createElement('small');
      kind.textContent = ' ' + entry.k;
      const text = document.createElement('div');
      text.textContent = entry.x;
      item.append(link, kind, text);
      return item;
    }));
  };
  input.addEventListener('input', update);
  input.value = new URLSearchParams(location.search).get('q') || '';
  update();
}

if (typeof document !== 'undefined') show();
