/* Words as people write them: British or American, one or many, right or nearly right. No page is touched here. */

/* Words that stand in nearly every piece tell nothing apart, and their part of the index is large. */
const COMMON = new Set(
  "a about all an and any are as at be by can do does for from has have how i if in into is it its my of on or our so that the their them then there these they this to us was we were what when where which who why will with you your".split(" "),
);

/* Words of which any one finds the others: American and British spellings, and plurals that no rule makes. */
const FAMILIES = [
  "programme program", "programmes programs", "enquiry inquiry", "enquiries inquiries", "enquire inquire", "enquirer inquirer",
  "enquiring inquiring", "centre center", "centres centers", "centred centered", "theatre theater", "fibre fiber",
  "metre meter", "metres meters", "litre liter", "litres liters", "practice practise", "practised practiced",
  "practising practicing", "licence license", "licences licenses", "defence defense", "offence offense", "pretence pretense",
  "catalogue catalog", "dialogue dialog", "dialogues dialogs", "analogue analog", "judgement judgment", "judgements judgments",
  "acknowledgement acknowledgment", "maths math mathematics", "grey gray", "mum mom", "sceptical skeptical", "ageing aging",
  "learnt learned", "enrol enroll", "enrolment enrollment", "fulfil fulfill", "skilful skillful", "wilful willful",
  "instil instill", "focused focussed", "focusing focussing", "paediatric pediatric", "encyclopaedia encyclopedia",
  "artefact artifact", "artefacts artifacts", "cheque check", "plough plow", "tyre tire", "storey story", "jewellery jewelry",
  "child children", "person people", "man men", "woman women", "foot feet", "tooth teeth", "half halves", "life lives",
  "leaf leaves", "shelf shelves", "self selves", "wife wives", "knife knives", "thief thieves",
  "criterion criteria", "phenomenon phenomena", "curriculum curricula", "medium media", "forum fora", "datum data",
  "analysis analyses", "hypothesis hypotheses", "thesis theses", "crisis crises", "basis bases", "emphasis emphases",
  "syllabus syllabi", "stimulus stimuli", "focus foci", "index indices", "appendix appendices", "matrix matrices",
  "formula formulae", "bureau bureaux",
].map((family) => family.split(" "));
const FAMILY = new Map(FAMILIES.flatMap((family) => family.map((word) => [word, family])));

const OUR = /^((?:mis)?behavi|(?:dis)?col|(?:dis)?fav|(?:dis)?hon|hum|lab|neighb|endeav|rig|vig|sav|ard|arm|harb|parl|rum|vap|cand|clam|glam|od|tum|val|splend)(ou?r)(.*)$/;
const ISE = /^(.{3,})([iy])([sz])(e|ed|es|er|ers|ing|ation|ations|ational)$/;
const ALWAYS_S = /^(adv|advert|appra|bru|chast|compr|comprom|conc|cru|dem|desp|dev|disgu|enterpr|exc|exerc|exorc|expert|franch|improv|inc|likew|merchand|otherw|parad|pra|prec|prem|prom|rev|superv|surm|surpr|telev|treat)is/;
const DOUBLED = /^(travel|model|counsel|label|cancel|level|channel|signal|marvel|quarrel|tunnel|fuel|dial)l?(ed|ing|er|ers|or|ors)$/;
const MOST_WORDS = 12;
const MOST_LISTS = 8;

/* Letters that are no letter with an accent, and what is typed for them. The index has the same: search_index_words.py. */
const FOLDED = { æ: "ae", œ: "oe", ß: "ss", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ħ: "h", ı: "i", ŋ: "n" };
const ODD = new RegExp(`[${Object.keys(FOLDED).join("")}]`, "g");

/** A word without capitals and accents, in the letters of English, as it is compared. */
export const plain = (word) =>
  word.toLowerCase().normalize("NFD").replaceAll(/\p{M}/gu, "").replaceAll(ODD, (letter) => FOLDED[letter]);

/** Whether a word is written as an acronym is: LEA, KS2, LEAs. */
export const isAcronym = (word) => /^[A-Z][A-Z0-9]{1,7}s?$/.test(word);

/* Written as one word or as two; the publication has two. */
const COMPOUNDS = /^(head|class)(teachers?)$/;

/** Every way to write a word that should find the same pieces, the word itself first. */
export function spellingsOf(word) {
  const found = new Set([word, ...(FAMILY.get(word) ?? [])]);
  let parts;
  if ((parts = OUR.exec(word))) found.add(`${parts[1]}${parts[2] === "our" ? "or" : "our"}${parts[3]}`);
  if ((parts = ISE.exec(word)) && !ALWAYS_S.test(word)) found.add(`${parts[1]}${parts[2]}${parts[3] === "s" ? "z" : "s"}${parts[4]}`);
  if ((parts = DOUBLED.exec(word))) found.add(`${parts[1]}${parts[2]}`).add(`${parts[1]}l${parts[2]}`);
  return [...found];
}

/**
 * The words of a query that are worth looking for, each once; all of them where every one is common. Acronyms keep their
 * capitals, but in a query of three words or more that is all capitals.
 */
export function wordsOf(query) {
  const undotted = query.replaceAll(/(^|[^\p{L}\p{N}])((?:\p{L}\.){2,}|(?:\p{L}\.)+\p{L}(?![\p{L}\p{N}]))/gu, (dotted) => dotted.replaceAll(".", ""));
  const joined = undotted.replaceAll(/(^|[^\p{L}\p{N}])(co|e|re)-(?=\p{L})/giu, "$1$2");
  const written = joined.match(/[\p{L}\p{M}\p{N}]+(?:['’]\p{L}+)*/gu) ?? [];
  const shouted = written.length > 2 && joined === joined.toUpperCase();
  const words = written.flatMap((word) => {
    const bare = word.replaceAll(/['’]s$|['’]/gu, "");
    return isAcronym(bare) && !shouted ? [bare] : plain(bare).replace(COMPOUNDS, "$1 $2").split(" ");
  });
  const telling = words.filter((word) => word && !COMMON.has(word));
  return [...new Set(telling.length ? telling : words)].slice(0, MOST_WORDS);
}

/** What a word of a text can be found by: the whole without the signs round and in it, and the parts of a compound. */
export function formsOf(written) {
  const parts = written.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);
  return parts.length > 1 ? [...parts, parts.join("")] : parts;
}

/** Words, each given by its spellings, in every spelling: lists of words, eight at the most. */
export function inEverySpelling(words) {
  let found = [[]];
  for (const spellings of words) {
    const longer = found.flatMap((start) => spellings.map((spelling) => [...start, spelling]));
    found = longer.length <= MOST_LISTS ? longer : found.map((start) => [...start, spellings[0]]);
  }
  return found;
}

/** Whether `word`, which stands in a text, is a form of `typed`, or begins with it. */
export const isForm = (word, typed) => word.startsWith(stemOf(typed));

/** How long a word is that is no beginning of another: "lea" is not looked for in "learning". */
export const SHORT = 3;

/** Whether a word of a text says what was typed: a form of it, or a longer word where the typed one is no short one. */
export const says = (written, typed) =>
  formsOf(written).map(plain).some((form) => (typed.length > SHORT ? isForm(form, typed) : form === typed || stemOf(form) === typed));

/* What the forms of a word have in common: rougher than Pagefind's own stems, and never longer. */
function stemOf(word) {
  const root = word.replace(/^(.{4,}?)(ab(?:ilit(?:y|ies)|le|ly)|(?:ful|ive)?ness|fully?)$/, "$1");
  const stem = root.replace(/^(.{2,}?)(ations?|ings?|ies|ied|ily|ments?|es|ed|ly|e|s|y)$/, "$1");
  return stem.replace(/([^aeiouls])\1$/, "$1");
}

/** The known word nearest to a misspelt one, the more frequent of two; none where nothing is near. */
export function nearest(word, known) {
  let best = { distance: word.length < 6 ? 2 : 3, word: undefined };
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) >= best.distance) continue;
    const distance = distanceOf(word, candidate);
    if (distance < best.distance) best = { distance, word: candidate };
  }
  return best.word;
}

/* Damerau and Levenshtein's distance: letters dropped, added, changed, or two next to each other swapped. */
function distanceOf(one, other) {
  let [before, last] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const change = one[i - 1] === other[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + change);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[other.length];
}
