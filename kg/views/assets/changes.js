// What changed between two dates of articles: what was told for the first time, and what became of it.
const span = { from: "", to: "" };

function reportDays() {
  return [...new Set(data.documents.map(({ date }) => date.slice(0, 10)).filter(Boolean))].sort();
}

// What is said, whatever its status.
function gistOf({ s, term, o, value }) {
  return JSON.stringify([s, term, o ?? value]);
}

// New statements, and those whose gist stood before with another status: [{k, before}].
function listChanges(from, to) {
  const firsts = statements.map((statement) => (daysOf(statement)[0] || "").slice(0, 10));
  const earlier = new Map();
  statements.forEach((statement, k) => {
    if (firsts[k] && firsts[k] <= from) earlier.set(gistOf(statement), [...(earlier.get(gistOf(statement)) || []), k]);
  });
  const fresh = [];
  const turned = [];
  for (const k of livingStatements()) {
    if (!firsts[k] || firsts[k] <= from || firsts[k] > to) continue;
    const before = (earlier.get(gistOf(statements[k])) || []).filter((old) => statements[old].modality !== statements[k].modality);
    if (before.length) turned.push({ k, before });
    else fresh.push(k);
  }
  return { fresh, turned, undated: firsts.filter((day) => !day).length };
}

function makeDay(label, value, days, change) {
  return makeChoice(label, days.map((day) => [day, day]), value, change);
}

function makeTurn({ k, before }) {
  const was = [...new Set(before.map((old) => statusOf(statements[old]).label))].join(", ");
  return make("div", {}, makeStatementButton(k), say("p", `was ${was}, now ${statusOf(statements[k]).label}`, "hint"));
}

function makeOwners(numbers) {
  const owners = [...new Set(numbers.map((k) => statements[k].s))];
  return owners.map((node) => make("section", { class: "owner" }, make("h4", {}, makeNodeButton(node)),
    makeList(numbers.filter((k) => statements[k].s === node), makeStatementButton, 12)));
}

function showChanges() {
  const days = reportDays();
  const sheet = make("div", { class: "sheet" }, say("h2", "What changed between two dates"));
  document.getElementById("changes").replaceChildren(sheet);
  if (days.length < 2) {
    sheet.append(say("p", "Fewer than two articles here have different dates, so nothing can be compared.", "hint"));
    return;
  }
  if (!days.includes(span.from)) [span.from] = days;
  if (!days.includes(span.to)) span.to = days[days.length - 1];
  const turn = (end) => (value) => { span[end] = value; showChanges(); saveAddress(); };
  const { fresh, turned, undated } = listChanges(span.from, span.to);
  const left = undated ? ` ${countOf(undated, "statement has", "statements have")} no date and ${undated === 1 ? "is" : "are"} left out.` : "";
  sheet.append(
    make("p", { class: "strip" }, makeDay("After", span.from, days, turn("from")), makeDay("up to", span.to, days, turn("to"))),
    say("p", `By the dates of the articles.${left}`, "hint"),
    say("h3", `Changed status (${turned.length})`),
    turned.length ? makeList(turned, makeTurn) : say("p", "None.", "hint"),
    say("h3", `Told for the first time (${fresh.length})`),
    ...(fresh.length ? makeOwners(fresh) : [say("p", "None.", "hint")]));
}
