// All statements that pass the filters as a table: for screen readers, for sorting, for copying.
const ROWS = 200;
const COLUMNS = ["Subject", "Relation", "Object", "Status", "Details", "Sentence", "Article", "Date", "Confidence"];
const order = { column: -1, down: false };
let wantedText = "";

function cellsOf(statement) {
  const passage = statement.evidence.length ? data.passages[statement.evidence[0]] : null;
  const source = passage ? data.documents[passage[0]] : null;
  const speaker = passage && passage[2] ? ` (said by ${passage[2]})` : "";
  return [
    labels[statement.s],
    statement.predicate,
    statement.value === undefined ? labels[statement.o] : statement.value,
    statusOf(statement).label,
    statement.details.map(([name, value]) => `${name}: ${value}`).join("; "),
    passage ? passage[1] : "",
    source ? cut(source.title, 90) + speaker : "",
    source ? source.date : "",
    statement.confidence.toFixed(2),
  ];
}

function makeRow(k) {
  const [, ...cells] = cellsOf(statements[k]);
  const why = say("button", cells[0], "link");
  why.type = "button";
  why.title = "Why?";
  why.addEventListener("click", () => select("statement", k, { look: true }));
  return make("tr", {}, make("th", { scope: "row" }, makeNodeButton(statements[k].s)),
    make("td", {}, why), ...cells.slice(1).map((cell) => say("td", cell)));
}

// What the table holds now, in its order.
function tabledStatements() {
  const wanted = fold(wantedText.trim());
  const rows = livingStatements().map((k) => ({ k, cells: cellsOf(statements[k]) }))
    .filter(({ cells }) => !wanted || cells.some((cell) => fold(cell).includes(wanted)));
  if (order.column >= 0) {
    const compare = new Intl.Collator("en", { numeric: true }).compare;
    rows.sort((a, b) => compare(a.cells[order.column], b.cells[order.column]) * (order.down ? -1 : 1) || a.k - b.k);
  }
  return rows.map(({ k }) => k);
}

function makeHead(name, column) {
  const sorted = order.column === column ? (order.down ? "descending" : "ascending") : "none";
  const button = make("button", { type: "button", class: "sort", onclick: () => {
    order.down = order.column === column && !order.down;
    order.column = column;
    showTable();
    document.querySelectorAll("#table .sort")[column].focus();
  } }, name, make("span", { "aria-hidden": "true" }, { ascending: " ▲", descending: " ▼", none: "" }[sorted]));
  return make("th", { scope: "col", "aria-sort": sorted }, button);
}

function makeTableTools(rows) {
  const input = make("input", { type: "search", id: "table-search", placeholder: "Rows that hold …", "aria-label": "Rows that hold", autocomplete: "off" });
  input.value = wantedText;
  input.addEventListener("input", () => {
    wantedText = input.value;
    showTable();
    const next = document.getElementById("table-search");
    next.focus();
    next.setSelectionRange(next.value.length, next.value.length);
  });
  return make("p", { class: "strip" }, input,
    makeButton("Copy as CSV", () => copyText(formatCsv(rows), "Copied the rows as CSV.")),
    makeButton("Save as CSV", () => saveText(formatCsv(rows), "statements.csv", "text/csv")));
}

function showTable() {
  const rows = tabledStatements();
  const body = make("tbody");
  let next = 0;
  const more = make("button", { type: "button", class: "more", onclick: () => add() });
  function add() {
    body.append(...rows.slice(next, next + ROWS).map(makeRow));
    next = Math.min(next + ROWS, rows.length);
    more.textContent = `Show more rows (${next.toLocaleString("en")} of ${rows.length.toLocaleString("en")} shown)`;
    more.hidden = next === rows.length;
  }
  add();
  const sorted = order.column < 0 ? "by the importance of their subject" : `by ${COLUMNS[order.column].toLowerCase()}`;
  document.getElementById("table").replaceChildren(
    makeTableTools(rows),
    make("table", {},
      say("caption", `${countOf(rows.length, "statement", "statements")}, ${sorted}`),
      make("thead", {}, make("tr", {}, ...COLUMNS.map(makeHead))), body),
    more);
}
