// What does the page's script do, where one may run? It makes headings buttons that sort their table. Without it the rows stand in the order of the report.

/** No element `button`: engines that print leave its text out where a heading is repeated. What is empty or not known comes last either way; of figures the largest come first, of texts those at the start of the alphabet; equal rows keep their order. */
export const SCRIPT = `
(() => {
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const isFigure = (cell) => 'v' in cell.dataset;
  const valueOf = (cell, ofFigures) => isFigure(cell) ? Number(cell.dataset.v) : ofFigures || cell.textContent === '' ? undefined : cell.textContent;
  const compare = (a, b) => typeof a === 'number' ? a - b : collator.compare(a, b);
  for (const table of document.querySelectorAll('table')) {
    const heads = [...table.tHead.rows[0].cells];
    const body = table.tBodies[0];
    if (body.rows.length < 2) continue;
    for (const [at, head] of heads.entries()) {
      const button = document.createElement('span');
      button.setAttribute('role', 'button');
      button.tabIndex = 0;
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener('keydown', (event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        button.click();
      });
      button.addEventListener('click', () => {
        const ofFigures = [...body.rows].some((row) => isFigure(row.cells[at]));
        const rows = [...body.rows].map((row) => [valueOf(row.cells[at], ofFigures), row]);
        const before = head.getAttribute('aria-sort');
        const down = before === null ? ofFigures : before === 'ascending';
        for (const other of heads) other.removeAttribute('aria-sort');
        head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
        rows.sort(([a], [b]) => a === undefined || b === undefined ? (a === undefined) - (b === undefined) : down ? compare(b, a) : compare(a, b));
        body.append(...rows.map(([, row]) => row));
      });
    }
  }
})();
`;
