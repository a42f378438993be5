// Measured values as small charts: over time where their periods are known, side by side elsewhere.
const BOX = { width: 320, height: 132, left: 12, right: 12, top: 24, bottom: 24 };

function drawSvg(tag, attributes, text = null) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (text !== null) element.textContent = text;
  return element;
}

function shorten(value) {
  return new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 2 }).format(value);
}

// The points of one thing and measure, with a unit: a value, or else a change in per cent.
function listSeries(numbers) {
  const series = new Map();
  for (const k of numbers) {
    const { figure, s } = statements[k];
    if (!figure || !lives.statements[k]) continue;
    const [kind, value, unit] = figure.value ? ["value", figure.value, figure.unit] : ["change", figure.change, "%"];
    if (value === "" || !Number.isFinite(Number(value))) continue;
    const key = JSON.stringify([figure.measure.toLowerCase(), unit, kind]);
    if (!series.has(key)) series.set(key, { measure: figure.measure, unit, kind, points: [] });
    series.get(key).points.push({ k, node: s, value: Number(value), start: figure.start, period: figure.period });
  }
  return [...series.values()];
}

function overTime(points) {
  const dated = points.filter(({ start }) => /^\d{4}-\d\d-\d\d/.test(start)).sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.k - b.k));
  return new Set(dated.map(({ start }) => start)).size > 1 ? dated : [];
}

function makePoint({ k, value, period }, x, y, unit) {
  const planned = statements[k].modality !== "actual";
  const dot = drawSvg("circle", { cx: x, cy: y, r: 5, class: planned ? "dot open" : "dot" });
  dot.append(drawSvg("title", {}, `${period || "no date"}: ${shorten(value)} ${unit}${planned ? ` (${statusOf(statements[k]).label})` : ""}`));
  dot.addEventListener("click", () => select("statement", k));
  return dot;
}

function makeTimeChart(points, unit, title) {
  const { width, height, left, right, top, bottom } = BOX;
  const times = points.map(({ start }) => Date.parse(start.slice(0, 10)));
  const values = points.map(({ value }) => value);
  const low = Math.min(0, ...values);
  const high = Math.max(...values, low + 1e-9);
  const x = (i) => left + 24 + ((times[i] - times[0]) / (times[times.length - 1] - times[0])) * (width - left - right - 48);
  const y = (value) => height - bottom - ((value - low) / (high - low)) * (height - top - bottom);
  const chart = drawSvg("svg", { viewBox: `0 0 ${width} ${height}`, class: "chart", role: "img", "aria-label": title });
  chart.append(drawSvg("line", { x1: left, x2: width - right, y1: y(low), y2: y(low), class: "axis" }));
  chart.append(drawSvg("polyline", { points: points.map((point, i) => `${x(i)},${y(point.value)}`).join(" "), class: "trend" }));
  let free = -Infinity; // where words may begin again
  points.forEach((point, i) => {
    chart.append(makePoint(point, x(i), y(point.value), unit));
    if (x(i) < free) return;
    free = x(i) + 56;
    chart.append(drawSvg("text", { x: x(i), y: y(point.value) - 10, class: "number" }, shorten(point.value)));
    chart.append(drawSvg("text", { x: x(i), y: height - 7, class: "number soft" }, cut(point.period, 10)));
  });
  return chart;
}

function makeBar(point, most) {
  const share = most > 0 ? Math.max(Math.abs(point.value) / most, 0.01) : 0;
  const bar = drawSvg("svg", { viewBox: "0 0 100 8", preserveAspectRatio: "none", class: "bar", "aria-hidden": "true" });
  bar.append(drawSvg("rect", { x: 0, y: 0, width: 100 * share, height: 8, class: statements[point.k].modality === "actual" ? "full" : "full open" }));
  const button = say("button", labels[point.node], "link");
  button.type = "button";
  button.addEventListener("click", () => select("statement", point.k, { look: true }));
  const period = point.period ? say("span", point.period, "kind") : null;
  return make("li", {}, make("span", {}, button, " ", period, " ", makeBadge(statements[point.k])), bar, say("span", shorten(point.value), "amount"));
}

function titleOf({ measure, unit, kind }) {
  const told = !unit || measure.toLowerCase().includes(unit.toLowerCase()); // "berths" are counted in berths
  return kind === "change" ? `${measure}, change in %` : `${measure}${told ? "" : `, ${unit}`}`;
}

function makeBars(points) {
  const most = Math.max(...points.map(({ value }) => Math.abs(value)));
  return make("ul", { class: "bars" }, ...[...points].sort((a, b) => b.value - a.value || a.k - b.k).map((point) => makeBar(point, most)));
}

// For the panel of a thing: its measures that have several values.
function makeCharts(node) {
  return listSeries(statementsOf[node].facts).filter(({ points }) => overTime(points).length)
    .map((series) => make("section", {}, say("h3", titleOf(series)), makeTimeChart(overTime(series.points), series.unit, titleOf(series))));
}

function makeFigure(series) {
  const owners = [...new Set(series.points.map(({ node }) => node))].sort((a, b) => rankOf[a] - rankOf[b]);
  const drawn = new Set();
  const charts = owners.flatMap((node) => {
    const points = overTime(series.points.filter((point) => point.node === node));
    for (const { k } of points) drawn.add(k);
    return points.length ? [make("p", {}, makeNodeButton(node)), makeTimeChart(points, series.unit, `${titleOf(series)}: ${labels[node]}`)] : [];
  });
  const rest = series.points.filter(({ k }) => !drawn.has(k));
  return make("section", { class: "figure" }, say("h3", titleOf(series)), ...charts, rest.length ? makeBars(rest) : null);
}

function showFigures() {
  const all = listSeries([...statements.keys()].slice(data.edges.length));
  const weight = ({ points }) => (overTime(points).length ? 1000 : 0) + points.length;
  all.sort((a, b) => weight(b) - weight(a) || (titleOf(a) < titleOf(b) ? -1 : 1));
  const count = all.reduce((sum, { points }) => sum + points.length, 0);
  const none = "No figures are told of here.";
  document.getElementById("figures").replaceChildren(
    make("p", { class: "hint" }, count ? `${countOf(count, "figure", "figures")} of ${countOf(all.length, "measure", "measures")}; a hollow mark is no fact yet. Select one for its sentence.` : none),
    make("div", { class: "grid" }, ...all.slice(0, 300).map(makeFigure)),
    ...(all.length > 300 ? [make("p", { class: "hint" }, "The first 300 measures; the table holds all.")] : []));
}
