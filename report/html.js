//<![CDATA[
'use strict';
// Adds search, filters, permalinks and arrow keys to the report. The page is complete without this script.
{
  const byID = id => document.getElementById(id);
  const search = byID('search'), outcome = byID('outcome'), group = byID('group'), implementation = byID('implementation');
  const different = byID('different'), shown = byID('shown');
  const unexpected = ['fail', 'crash', 'timeout', 'error'];

  const groups = Array.from(document.querySelectorAll('details.group'), element => {
    const columns = Array.from(element.querySelectorAll('thead tr:first-child th')).slice(1);
    const owners = columns.flatMap((th, n) => Array(th.colSpan).fill(String(n)));
    const methods = Array.from(element.querySelectorAll('thead tr:last-child th'));
    const rows = Array.from(element.querySelectorAll('tbody tr'), row => ({
      row, text: (row.id + ' ' + row.cells[0].title).toLowerCase(), cells: Array.from(row.cells).slice(1),
    }));
    return {element, columns, owners, methods, rows, open: element.open, column: ''};
  });
  const total = groups.reduce((sum, one) => sum + one.rows.length, 0);

  // outcomeOf returns the verdict of a cell, or '' if the behavior does not apply to the start method.
  const outcomeOf = cell => cell.firstElementChild ? cell.className || 'pass' : '';

  function wanted(entry, words, owners) {
    if (!words.every(word => entry.text.includes(word))) return false;
    if (outcome.value === '' && !different.checked) return true;
    const cells = entry.cells.filter((cell, n) => implementation.value === '' || owners[n] === implementation.value);
    const outcomes = cells.map(outcomeOf).filter(Boolean);
    const broken = outcomes.some(one => unexpected.includes(one));
    const asked = outcome.value === 'unexpected' ? broken : outcome.value === '' || outcomes.includes(outcome.value);
    return asked && (!different.checked || broken ||
      new Set(cells.filter(outcomeOf).map(cell => cell.textContent)).size > 1);
  }

  function showColumns(one) {
    if (one.column === implementation.value) return;
    one.column = implementation.value;
    const hides = n => one.column !== '' && one.owners[n] !== one.column;
    one.columns.forEach((th, n) => { th.hidden = one.column !== '' && String(n) !== one.column; });
    one.methods.forEach((th, n) => { th.hidden = hides(n); });
    for (const entry of one.rows) entry.cells.forEach((cell, n) => { cell.hidden = hides(n); });
  }

  function apply() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const active = words.length + outcome.value.length + group.value.length > 0 || different.checked;
    let count = 0;
    for (const one of groups) {
      showColumns(one);
      let kept = 0;
      const here = group.value === '' || group.value === one.element.id;
      for (const entry of one.rows) {
        entry.row.hidden = !here || !wanted(entry, words, one.owners);
        if (!entry.row.hidden) kept++;
      }
      const stop = one.element.querySelector('tbody a[tabindex="0"]'), first = one.rows.find(entry => !entry.row.hidden);
      if (first && (!stop || stop.closest('[hidden]'))) {
        if (stop) stop.tabIndex = -1;
        first.row.querySelector('a').tabIndex = 0;
      }
      one.element.hidden = kept === 0;
      one.element.open = active ? kept > 0 : one.open;
      count += kept;
    }
    shown.textContent = count + ' of ' + total + ' behaviors';
  }

  function clear() {
    search.value = outcome.value = group.value = implementation.value = '';
    different.checked = false;
    apply();
  }

  // reveal unfolds and highlights what the address names: a behavior, the beginning of one, or any other part of the page.
  function reveal() {
    let id = location.hash.slice(1);
    try { id = decodeURIComponent(id); } catch { return; }
    if (id === '') return;
    const target = byID(id) || document.querySelector('tr[id^="' + CSS.escape(id) + '"]');
    if (!target) return;
    if (target.closest('[hidden]')) clear();
    for (const old of document.querySelectorAll('.target')) old.classList.remove('target');
    for (let part = target; part; part = part.parentElement) if (part.tagName === 'DETAILS') part.open = true;
    if (target.tagName === 'TR') {
      target.classList.add('target');
      focusOn(target.querySelector('a'));
    }
    target.scrollIntoView({block: 'center'});
  }

  // One link of each table is a stop of the Tab key. The arrow keys move to the others.
  function focusOn(link) {
    for (const old of link.closest('table').querySelectorAll('tbody a[tabindex="0"]')) old.tabIndex = -1;
    link.tabIndex = 0;
    link.focus({preventScroll: true});
    link.scrollIntoView({block: 'nearest', inline: 'nearest'});
  }

  function move(link, key) {
    const cell = link.closest('th, td'), row = cell.parentElement;
    const linked = one => one && !one.hidden && one.querySelector('a');
    const inRow = Array.from(row.cells).filter(linked);
    const inColumn = Array.from(row.parentElement.rows).filter(one => !one.hidden).map(one => one.cells[cell.cellIndex]).filter(linked);
    const next = {
      ArrowLeft: inRow[inRow.indexOf(cell) - 1], ArrowRight: inRow[inRow.indexOf(cell) + 1],
      ArrowUp: inColumn[inColumn.indexOf(cell) - 1], ArrowDown: inColumn[inColumn.indexOf(cell) + 1],
      Home: inRow[0], End: inRow[inRow.length - 1],
    };
    if (!(key in next)) return false;
    if (next[key]) focusOn(linked(next[key]));
    return true;
  }

  addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const link = event.target.closest('.matrix tbody a');
    if (link && move(link, event.key)) event.preventDefault();
    if (event.key === '/' && !event.target.closest('input, select')) {
      search.focus();
      event.preventDefault();
    }
    if (event.key === 'Escape' && byID('controls').contains(event.target)) clear();
  });

  // The reason of a result is a tooltip of its cell already. Others get their verdict as tooltip.
  addEventListener('pointerover', event => {
    const link = event.target.closest('.matrix td a');
    if (link && !link.title) link.title = link.getAttribute('aria-label');
  });

  let folded = [];
  addEventListener('beforeprint', () => {
    folded = Array.from(document.querySelectorAll('details:not([open])'));
    for (const one of folded) one.open = true;
  });
  addEventListener('afterprint', () => { for (const one of folded) one.open = false; });

  for (const one of [outcome, group, implementation, different]) one.addEventListener('change', apply);
  search.addEventListener('input', apply);
  byID('clear').addEventListener('click', () => { clear(); search.focus(); });
  for (const link of document.querySelectorAll('.matrix tbody a')) link.tabIndex = -1;
  byID('controls').hidden = false;
  apply();
  addEventListener('hashchange', reveal);
  addEventListener('load', reveal); // not before: the browser itself scrolls, and takes the focus away
}
//]]>
