// One statement in words: what it says, how sure it is, and the sentence it stands on.
function makeNodeButton(node, className = "link") {
  const button = say("button", labels[node], className);
  button.type = "button";
  button.addEventListener("click", () => select("node", node, { look: true }));
  return button;
}

function makeBadge(statement) {
  const { badge } = data.modalities[statement.modality] || { badge: statement.modality };
  return badge ? say("span", badge, `badge ${statement.modality === "negated" ? "denied" : ""}`) : null;
}

function makeSentence(statement, own) {
  const subject = statement.s === own ? say("span", labels[own], "own") : makeNodeButton(statement.s);
  let object;
  if (statement.value !== undefined) object = say("span", statement.value, "value");
  else object = statement.o === own ? say("span", labels[own], "own") : makeNodeButton(statement.o);
  return make("p", { class: "says" }, subject, " ", say("span", statement.predicate, "predicate"), " ", object, " ", makeBadge(statement));
}

function makeDetails(statement) {
  if (!statement.details.length) return null;
  const list = make("dl", {});
  for (const [name, value] of statement.details) list.append(say("dt", name), say("dd", value));
  return list;
}

function makeQuote(number) {
  const [document, quote, speaker] = data.passages[number];
  const { title, date, identifier } = data.documents[document];
  const source = make("figcaption", {}, say("span", cut(title, 90), "title"));
  if (date) source.append(" · ", say("span", date));
  if (speaker) source.append(" · said by ", say("span", speaker));
  if (identifier !== title) source.append(make("br"), say("span", identifier, "identifier"));
  return make("figure", {}, say("blockquote", quote), source);
}

function makeCard(statement, own = null) {
  const quotes = statement.evidence.map(makeQuote);
  const rest = quotes.splice(2);
  const further = rest.length
    ? make("details", {}, say("summary", countOf(rest.length, "more passage", "more passages")), ...rest) : null;
  const known = [`confidence ${statement.confidence.toFixed(2)}`];
  if (statement.rules.length) known.push(`rule ${statement.rules.map((rule) => data.rules[rule]).join(", ")}`);
  return make("article", { class: "card" },
    makeSentence(statement, own), makeDetails(statement), ...quotes, further, say("p", known.join(" · "), "known"));
}
