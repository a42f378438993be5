// Finds names in a text, so that a reader sees at once which words a statement stands on.
const IDEOGRAPHS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
const AMOUNT = /^(?:more than |less than |about |at least |up to )?([\d.,]+(?: (?:trillion|billion|million))?)/;

function namesOf(node) {
  return [labels[node], ...data.nodes[node].aliases];
}

function escapePattern(text) {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

// Names stand alone, not inside a longer word; scripts without spaces between words know no such edge.
function makePattern(text) {
  const own = escapePattern(text);
  return IDEOGRAPHS.test(text) ? own : `(?<![\\p{L}\\p{N}])${own}(?![\\p{L}\\p{N}])`;
}

// Marks [{start, end, of}] in a text, none over another; `names` are pairs of a name and what it is of.
function findMarks(text, names) {
  const owner = new Map();
  for (const [name, of] of names) {
    const least = IDEOGRAPHS.test(name) ? 1 : 2;
    if (Array.from(name).length >= least && !owner.has(name)) owner.set(name, of);
  }
  if (!owner.size) return [];
  const longest = [...owner.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const pattern = new RegExp(longest.map(makePattern).join("|"), "gu");
  return [...text.matchAll(pattern)].map((match) =>
    ({ start: match.index, end: match.index + match[0].length, of: owner.get(match[0]) }));
}

// The text in pieces: plain ones, and marked ones made by `makeMark(words, of)`.
function makeMarked(text, marks, makeMark) {
  const pieces = [];
  let at = 0;
  for (const { start, end, of } of marks) {
    if (start > at) pieces.push(text.slice(at, start));
    pieces.push(makeMark(text.slice(start, end), of));
    at = end;
  }
  if (at < text.length) pieces.push(text.slice(at));
  return pieces;
}

// The words of a statement: its ends, and its details and value as they stand in the text.
function wordsOf(statement) {
  const words = namesOf(statement.s).map((name) => [name, "subject"]);
  if (statement.o !== undefined) words.push(...namesOf(statement.o).map((name) => [name, "object"]));
  const texts = statement.details.map(([, text]) => text);
  if (statement.value !== undefined) texts.push(statement.value);
  for (const text of texts) {
    const amount = AMOUNT.exec(text);
    words.push([text, "detail"]);
    if (amount) words.push([amount[1], "detail"]);
  }
  return words;
}

function makeQuoteMarked(quote, statement) {
  const marks = findMarks(quote, wordsOf(statement));
  return make("blockquote", { dir: "auto" }, ...makeMarked(quote, marks, (words, of) => say("mark", words, of)));
}
