// All statements as a table: for screen readers, for reading in order, for copying.
const tableSection = document.getElementById("table");
const ROWS = 200;
const COLUMNS = ["Subject", "Relation", "Object", "Status", "Details", "Sentence", "Source"];

function makeRow(statement) {
  const passage = statement.evidence.length ? data.passages[statement.evidence[0]] : null;
  const modality = data.modalities[statement.modality];
  const speaker = passage && passage[2] ? ` (said by ${passage[2]})` : "";
  const cells = [
    statement.predicate,
    statement.value === undefined ? labels[statement.o] : statement.value,
    modality ? modality.label : statement.modality,
    statement.details.map(([name, value]) => `${name}: ${value}`).join("; "),
    passage ? passage[1] : "",
    passage ? documentName(data.documents[passage[0]]) + speaker : "",
  ];
  const head = make("th", { scope: "row" }, makeNodeButton(statement.s));
  return make("tr", {}, head, ...cells.map((cell) => say("td", cell)));
}

function fillTable() {
  if (tableSection.childElementCount) return;
  const statements = [...data.edges, ...data.facts].sort((a, b) => rankOf[a.s] - rankOf[b.s]);
  const body = make("tbody");
  let next = 0;
  const more = make("button", { type: "button", class: "more", onclick: () => add() });
  function add() {
    body.append(...statements.slice(next, next + ROWS).map(makeRow));
    next = Math.min(next + ROWS, statements.length);
    more.textContent = `Show more rows (${next.toLocaleString("en")} of ${statements.length.toLocaleString("en")} shown)`;
    more.hidden = next === statements.length;
  }
  add();
  tableSection.append(
    make("table", {},
      say("caption", `${countOf(statements.length, "statement", "statements")}, by the importance of their subject`),
      make("thead", {}, make("tr", {}, ...COLUMNS.map((name) => make("th", { scope: "col" }, name)))), body),
    more);
}

function showTable(on) {
  document.getElementById("as-table").setAttribute("aria-pressed", String(on));
  document.getElementById("as-table").textContent = on ? "Drawing" : "Table";
  document.getElementById("drawing").hidden = on;
  document.body.classList.toggle("tabled", on);
  tableSection.hidden = !on;
  if (on) {
    fillTable();
    tableSection.focus();
  } else network.redraw();
}
