// The visible part as Turtle, in the IRIs of the whole graph, so that both can be put together again.
const MODALITIES = { actual: "Actual", planned: "Planned", possible: "Possible", negated: "Negated" };

function formatIri(iri) {
  for (const [prefix, start] of Object.entries(data.prefixes)) {
    if (iri.startsWith(start) && /^[A-Za-z]\w*$/.test(iri.slice(start.length))) return `${prefix}:${iri.slice(start.length)}`;
  }
  return `<${iri.replace(/[\u0000-\u0020<>"{}|^`\\]/g, (letter) => encodeURIComponent(letter))}>`;
}

function formatLiteral(text, type = null) {
  const escaped = text.replace(/[\\"\n\r]/g, (letter) => ({ "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r" })[letter]);
  return `"${escaped}"${type ? `^^${type}` : ""}`;
}

// A term that the page holds in N-Triples.
function shortenTerm(term) {
  return term.startsWith("<") ? formatIri(term.slice(1, -1)) : term;
}

function addTriple(graph, subject, predicate, object) {
  if (!graph.has(subject)) graph.set(subject, new Set());
  graph.get(subject).add(`${predicate} ${object}`);
}

function addPassage(graph, subject, number) {
  const [document, quote, , begin] = data.passages[number];
  const { id, identifier, title, date, source, publisher } = data.documents[document];
  if (!id) return;
  const end = begin + Array.from(quote).length;
  const passage = formatIri(`${id}#char=${begin},${end}`);
  addTriple(graph, subject, "kg:evidence", passage);
  const put = (predicate, object) => addTriple(graph, passage, predicate, object);
  put("a", "kg:Passage");
  put("kg:quote", formatLiteral(quote));
  put("kg:beginIndex", begin);
  put("kg:endIndex", end);
  put("dcterms:isPartOf", formatIri(id));
  const note = (predicate, object) => addTriple(graph, formatIri(id), predicate, object);
  note("a", "kg:Document");
  note("dcterms:identifier", formatLiteral(identifier));
  if (title !== identifier) note("dcterms:title", formatLiteral(title));
  if (/^\d{4}-\d\d-\d\d$/.test(date)) note("dcterms:issued", formatLiteral(date, "xsd:date"));
  if (source) note("dcterms:source", /^https?:/.test(source) ? formatIri(source) : formatLiteral(source));
  if (publisher) note("dcterms:publisher", formatLiteral(publisher));
}

function addNode(graph, node) {
  const { id, kind, aliases, links, documents } = data.nodes[node];
  const put = (predicate, object) => addTriple(graph, formatIri(id), predicate, object);
  if (data.terms[kind]) put("a", formatIri(data.terms[kind]));
  put("rdfs:label", formatLiteral(labels[node]));
  for (const alias of aliases) put("skos:altLabel", formatLiteral(alias));
  for (const link of links) put("skos:exactMatch", formatIri(link));
  for (const number of documents) {
    if (data.documents[number].id) put("kg:mentionedIn", formatIri(data.documents[number].id));
  }
}

// A quantity or observation with what is said of it, and the quantities that it points to.
function addValue(graph, term) {
  const iri = term.startsWith("<") ? term.slice(1, -1) : null;
  if (!Object.hasOwn(data.values, iri) || graph.has(formatIri(iri))) return;
  for (const [predicate, value] of data.values[iri]) {
    addTriple(graph, formatIri(iri), formatIri(data.terms[predicate]), shortenTerm(value));
    addValue(graph, value);
  }
}

function addStatement(graph, k) {
  const { id, s, o, term, object, modality, confidence, sources, said, evidence, rules } = statements[k];
  const subject = formatIri(data.nodes[s].id);
  const target = o === undefined ? shortenTerm(object) : formatIri(data.nodes[o].id);
  const predicate = formatIri(data.terms[term]);
  if (modality === "actual") addTriple(graph, subject, predicate, target);
  if (object) addValue(graph, object);
  if (id.startsWith("plain:")) return; // a plain triple that no statement stands behind
  const statement = formatIri(id);
  const put = (name, value) => addTriple(graph, statement, name, value);
  put("a", "kg:Statement");
  put("rdf:subject", subject);
  put("rdf:predicate", predicate);
  put("rdf:object", target);
  if (Object.hasOwn(MODALITIES, modality)) put("kg:modality", `kg:${MODALITIES[modality]}`);
  put("kg:confidence", formatLiteral(String(confidence), "xsd:decimal"));
  put("kg:independentSources", sources);
  for (const rule of rules) put("kg:rule", formatLiteral(data.rules[rule]));
  for (const [name, value] of said) {
    put(formatIri(data.terms[name]), shortenTerm(value));
    addValue(graph, value);
  }
  for (const number of evidence) addPassage(graph, statement, number);
}

// The shown nodes, the statements between them, and the values and dates of each.
function visibleStatements() {
  const shown = new Set(shownNodes());
  return livingStatements().filter((k) => shown.has(statements[k].s) && (statements[k].o === undefined || shown.has(statements[k].o)));
}

function formatTurtle() {
  const graph = new Map();
  shownNodes().forEach((node) => addNode(graph, node));
  visibleStatements().forEach((k) => addStatement(graph, k));
  const heads = Object.entries(data.prefixes).map(([prefix, start]) => `@prefix ${prefix}: <${start}> .\n`).join("");
  const blocks = [...graph].map(([subject, pairs]) => `${subject} ${[...pairs].join(" ;\n    ")} .\n`);
  return `${heads}\n${blocks.join("\n")}`;
}
