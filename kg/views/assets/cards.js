// One statement in words: what it says, how sure it is, and the sentence it stands on.
function makeNodeButton(node, className = "link") {
  const button = say("button", labels[node], className);
  button.type = "button";
  button.addEventListener("click", () => select("node", node, { look: true }));
  return button;
}

function makeBadge(statement) {
  const { badge } = statusOf(statement);
  return badge ? say("span", badge, `badge ${statement.modality === "negated" ? "denied" : ""}`) : null;
}

// A measured value in words that go with its owner: "output, 2024: 2.72 trillion CNY".
function figureText({ figure, details }) {
  const known = new Map(details);
  const amount = known.get("value") || known.get("change");
  if (!figure || !amount) return null;
  return `${figure.measure}${figure.period ? `, ${figure.period}` : ""}: ${amount}`;
}

function makeSentence(statement, own) {
  const subject = statement.s === own ? say("span", labels[own], "own") : makeNodeButton(statement.s);
  const figure = figureText(statement);
  if (figure) return make("p", { class: "says" }, subject, ": ", say("span", figure, "value"), " ", makeBadge(statement));
  let object;
  if (statement.value !== undefined) object = say("span", statement.value, "value");
  else object = statement.o === own ? say("span", labels[own], "own") : makeNodeButton(statement.o);
  return make("p", { class: "says" }, subject, " ", say("span", statement.predicate, "predicate"), " ", object, " ", makeBadge(statement));
}

// One line that leads to the statement.
function makeStatementButton(k) {
  const { s, o, value, predicate } = statements[k];
  const figure = figureText(statements[k]);
  const text = figure ? `${labels[s]}: ${figure}` : `${labels[s]} ${predicate} ${value === undefined ? labels[o] : value}`;
  const button = say("button", text, "link");
  button.type = "button";
  button.addEventListener("click", () => select("statement", k, { look: true }));
  return make("p", {}, button, " ", makeBadge(statements[k]));
}

function makeDetails(statement) {
  if (!statement.details.length) return null;
  const list = make("dl", {});
  for (const [name, value] of statement.details) list.append(say("dt", name), say("dd", value));
  return list;
}

// An address as a link that a reader may follow; anything but the web is shown as text alone.
function makeLink(address, text = address) {
  if (!/^https?:\/\/[^\s]+$/i.test(address)) return say("span", text, "identifier");
  const link = say("a", text);
  link.href = address;
  link.rel = "noopener noreferrer";
  link.target = "_blank";
  return link;
}

function makeQuote(number, statement) {
  const [document, quote, speaker] = data.passages[number];
  const { title, date, identifier, source, publisher } = data.documents[document];
  const open = say("button", cut(title, 90), "link title");
  open.type = "button";
  open.title = "Read it in the article";
  open.addEventListener("click", () => openArticle(document, number));
  const caption = make("figcaption", {}, open);
  if (date) caption.append(" · ", say("span", date));
  if (publisher) caption.append(" · ", say("span", publisher));
  if (speaker) caption.append(" · said by ", say("span", speaker));
  if (identifier !== title) caption.append(make("br"), say("span", identifier, "identifier"));
  if (source) caption.append(make("br"), makeLink(source, cut(source, 70)));
  return make("figure", {}, makeQuoteMarked(quote, statement), caption);
}

function makeCard(k, own = null) {
  const statement = statements[k];
  const quotes = statement.evidence.map((number) => makeQuote(number, statement));
  const rest = quotes.splice(2);
  const further = rest.length
    ? make("details", {}, say("summary", countOf(rest.length, "more passage", "more passages")), ...rest) : null;
  const known = [`confidence ${statement.confidence.toFixed(2)}`];
  if (statement.sources > 1) known.unshift(`${statement.sources} independent texts`);
  if (statement.rules.length) known.push(`rule ${statement.rules.map((rule) => data.rules[rule]).join(", ")}`);
  return make("article", { class: "card" },
    makeSentence(statement, own), makeDetails(statement), ...quotes, further, say("p", known.join(" · "), "known"));
}
