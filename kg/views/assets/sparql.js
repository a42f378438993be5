// Questions in SPARQL: Oxigraph, compiled to WebAssembly, holds the graph of this page in a worker of
// its own, so that a question that never ends can be stopped. Nothing is asked of any server.
const ROWS_SHOWN = 1000;
const asked = { text: "", worker: null, ready: false };

async function inflate(base64) {
  const packed = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}

function readPart(id) {
  return JSON.parse(document.getElementById(id).textContent);
}

async function startWorker() {
  const { script, engine } = readPart("sparql-engine");
  const { graph } = readPart("sparql-graph");
  const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const worker = new Worker(address);
  asked.worker = worker;
  worker.addEventListener("message", ({ data: message }) => showAnswer(message));
  worker.addEventListener("error", (event) => showAnswer({ error: event.message || "The engine did not start." }));
  const wasm = await inflate(engine);
  worker.postMessage({ wasm, graph }, [wasm]);
}

function stopWorker() {
  asked.worker?.terminate();
  asked.worker = null;
  showAnswer({ error: "Stopped." });
}

function ask() {
  asked.text = document.getElementById("query").value;
  document.getElementById("answer").replaceChildren(say("p", "Asking …", "hint"));
  document.getElementById("stop").disabled = false;
  if (!asked.worker) startWorker();
  asked.worker.postMessage({ query: asked.text });
  saveAddress();
}

// A term for people: a thing of this page leads to its panel.
function makeTerm(term) {
  if (!term) return "";
  const node = term.type === "uri" ? data.nodes.findIndex(({ id }) => id === term.value) : -1;
  if (node >= 0) return makeNodeButton(node);
  const stem = term.type === "uri" ? Object.entries(data.prefixes).find(([, start]) => term.value.startsWith(start)) : null;
  return say("span", stem ? `${stem[0]}:${term.value.slice(stem[1].length)}` : term.value);
}

function makeAnswerTable({ head, results }) {
  const filled = head.vars.filter((name) => results.bindings.some((row) => row[name]));
  const columns = filled.length ? filled : head.vars;
  const csv = () => [columns, ...results.bindings.map((row) => columns.map((name) => row[name]?.value ?? ""))]
    .map((row) => `${row.map(formatCell).join(",")}\r\n`).join("");
  return [
    make("p", { class: "strip" }, say("span", countOf(results.bindings.length, "row", "rows")),
      makeButton("Copy as CSV", () => copyText(csv(), "Copied the answer as CSV."))),
    make("table", {}, make("thead", {}, make("tr", {}, ...columns.map((name) => make("th", { scope: "col" }, name)))),
      make("tbody", {}, ...results.bindings.slice(0, ROWS_SHOWN).map((row) =>
        make("tr", {}, ...columns.map((name) => make("td", { dir: "auto" }, makeTerm(row[name]))))))),
    results.bindings.length > ROWS_SHOWN ? make("p", { class: "hint" }, `The first ${ROWS_SHOWN} rows; copying takes all.`) : "",
  ];
}

function showAnswer({ error, text }) {
  const box = document.getElementById("answer");
  document.getElementById("stop").disabled = true;
  if (error !== undefined) box.replaceChildren(say("p", error, "error"));
  else if (!text.startsWith("{")) box.replaceChildren(say("pre", text));
  else {
    const answer = JSON.parse(text);
    if ("boolean" in answer) box.replaceChildren(say("p", answer.boolean ? "Yes." : "No."));
    else box.replaceChildren(...makeAnswerTable(answer).filter(Boolean));
  }
}

function showSparql() {
  const section = document.getElementById("sparql");
  if (section.childElementCount) return;
  const { queries } = readPart("sparql-graph");
  const field = make("textarea", { id: "query", rows: 14, spellcheck: "false", "aria-label": "SPARQL query" });
  field.value = asked.text || queries[0]?.text || "SELECT * WHERE { ?s ?p ?o } LIMIT 20";
  field.addEventListener("keydown", (event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) ask(); });
  const options = queries.map(({ name, purpose }, i) => [String(i), `${name}: ${purpose}`]);
  const choice = makeChoice("Named query", options, "0", (i) => { field.value = queries[Number(i)].text; });
  const stop = make("button", { type: "button", class: "action", id: "stop", disabled: true, onclick: stopWorker }, "Stop");
  section.replaceChildren(choice, field,
    make("p", { class: "strip" }, makeButton("Ask", ask, "Ctrl+Enter"), stop), make("div", { id: "answer" }));
}
