/// The meanings of keys inside the mappings of entries, such as `value` under `target`, and of the front-matter keys that
/// are missing from the guide's tables. Those tables explain the keys of the entries themselves. A test finds a key that
/// neither explains.
enum NestedMeanings {
  static func text(of key: String, under parent: String) -> String? {
    switch parent {
    case "targets": texts["target"]?[key]
    // `earlier` is a former target, or former dates of an action.
    case "earlier": texts["target"]?[key] ?? texts["earlier"]?[key]
    case "spent": texts["budget"]?[key]
    default: texts[parent]?[key]
    }
  }

  static func text(ofFrontMatter key: String) -> String? { texts["front matter"]?[key] }

  private static let texts: [String: [String: String]] = [
    "trend": ["little-change": "the yearly change, in per cent, below which a trend counts as little change"],
    "front matter": [
      "weight": "means the same as order", "plan": "the plan that a report covers: the name of its folder",
      "stage": "yearly (the default), mid-term or final, of a report",
      "compared-with": "the earlier snapshot with which the text of a report compares",
    ],
    "downloads": [
      "excel": "whether the site offers a workbook of all indicators; the default is true",
      "charts": "true publishes each chart also as a file and as a page to embed; the default is false",
    ],
    "theme": [
      "logo": "the path of a picture in Content/", "image": "the picture with which a link to the site is shown",
      "footer": "a text at the bottom of every page", "accent": "a colour in quotes, such as \"#1d3f75\"",
      "fonts": "the fonts of texts and headings",
    ],
    "fonts": ["text": "the font of texts", "headings": "the font of headings"],
    "owner": [
      "operated-by": "who runs the site", "email": "an address to write to", "phone": "a telephone number",
      "address": "a postal address", "identification-code": "the code of a Chinese government site",
      "icp": "the ICP number", "police": "the number of the registration with the police",
      "accessibility": "the page or address of the accessibility statement",
      "licence": "the licence of the texts and data: a name, or a title and an address",
      "report-errors": "where readers report errors: an e-mail address, or the address of a form",
    ],
    "licence": ["title": "the name of the licence", "url": "the address of the licence"],
    "baseline": [
      "year": "the year of the value", "period": "the period of the value, such as 2021-06 or 2021 Q3",
      "value": "the value from which the plan starts, a number without its unit",
    ],
    "target": [
      "year": "the year of the target; without it, the last one of the plan",
      "period": "the period of the target, such as 2025-06 or 2025 Q2",
      "value": "the number to reach, without its unit", "change": "the change from the baseline: 5, or \"-50%\"",
      "between": "a range, both ends included: [25, 30]",
      "every": "the value that every period must keep: at least 50, or at most 50 with comparator \"<=\"",
      "text": "the goal in the plan's words",
      "comparator": "\">=\", \">\", \"<=\" or \"<\"", "direction": "up or down, for a goal without a number",
      "approx": "true for a number that the plan calls approximate",
      "phrase": "the plan's own wording of the date, such as within five years",
      "earlier": "what the target was before each change", "until": "the month, day or year of the change",
      "by": "who changed it", "why": "the reason, as readers see it", "kind": "the kind before the change",
      "targets": "the interim targets and the target before the change", "baseline": "the baseline before the change",
      "measure": "the measure before the change", "unit": "the unit before the change",
      "quote": "the sentence that announced the earlier target",
    ],
    "earlier": [
      "due": "the due date before the change", "start": "the start before the change",
      "until": "the month, day or year of the change", "by": "who changed it", "why": "the reason, as readers see it",
    ],
    "fiscal-year": [
      "starts": "the month in which the year begins, 1 to 12",
      "named": "the calendar year that gives its name: that of its start or of its end",
    ],
    "revisions": [
      "period": "the period of the value", "year": "the year of the value",
      "value": "the value as it was published before", "source": "where it was published",
    ],
    "judgement": [
      "status": "the status", "by": "who judged it", "on": "the day of the judgement",
    ],
    "retired": [
      "on": "the time since which it is no longer followed, such as 2026-03", "why": "the reason, as readers see it",
      "continued-by": "the id of the indicator that takes its place",
    ],
    "compare": [
      "name": "a place or group to compare with", "values": "its figures: {2021: 78.2}",
      "source": "their source",
    ],
    "sources": [
      "organisation": "who publishes the figures", "title": "the name of the publication", "url": "its address",
      "date": "its date", "contact": "whom to ask", "next-update": "the day of the next figures",
    ],
    "links": ["title": "the words of the link", "url": "the address"],
    "columns": [
      "dimensions": "columns that divide the total", "attributes": "columns that describe a value",
      "units": "the column of the units", "series": "the column of the series", "note": "the column of notes",
      "source": "the column of sources", "ignore": "columns that are not read",
      "calculation": "the column that marks rows that are only for the calculation of others, and are not shown",
    ],
    "parts": ["where": "the cells of its rows in the data file: {Sex: female}"],
    "department": ["lead": "the department in charge", "support": "the departments that support it"],
    "from": [
      "section": "the section that announces it: the name of its file, without the number and .md",
      "quote": "the sentence of the section that announces it, word by word",
    ],
    "aligns-with": [
      "plan": "the upper plan: its folder, or its name under other-plans", "indicator": "the id of its indicator",
      "same-area": "true if both are about the same area",
    ],
    "updates": [
      "date": "the day, such as 2026-03-15", "title": "a title, if it needs one", "text": "what is said",
      "department": "who says so", "status": "the status or state on that day",
    ],
    "steps": [
      "name": "what is to be done", "due": "by when: a year, a month or a day", "done": "when it was done, or true",
      "earlier": "its due date before each change, with until, by and why",
    ],
    "budget": [
      "value": "the amount, a number", "unit": "such as million or 万元", "source": "where the money comes from",
      "year": "the year of the amount",
    ],
    "period": ["start": "the first year of the plan", "end": "the last year of the plan"],
  ]
}
