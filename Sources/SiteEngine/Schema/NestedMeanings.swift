/// The meanings of keys of mappings inside of entries, such as `value` under `target`, and the keys of front matter that the
/// tables of the guide's page on it do not have. The tables have the keys of the entries themselves. A test finds a key that
/// neither has.
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
      "weight": "the same as order", "plan": "the plan that a report is on: the name of its folder",
      "stage": "yearly (the default), mid-term or final, of a report",
      "compared-with": "the earlier snapshot that the text of a report compares with",
    ],
    "downloads": [
      "excel": "whether the site offers a workbook of all indicators; true unless it says false",
      "charts": "whether each chart is a file of its own, too, and a page for other sites",
    ],
    "theme": [
      "logo": "the path of a picture in Content/", "image": "the picture that links to the site are shown with",
      "footer": "a text at the bottom of every page", "accent": "a colour in quotes, such as \"#1d3f75\"",
      "fonts": "the fonts of texts and headings",
    ],
    "fonts": ["text": "the font of texts", "headings": "the font of headings"],
    "owner": [
      "operated-by": "who runs the site", "email": "an address to write to", "phone": "a telephone number",
      "address": "a postal address", "identification-code": "the code of a Chinese government site",
      "icp": "the ICP number", "police": "the number of the record at the police",
      "accessibility": "the page of the accessibility statement", "licence": "the licence of the texts and data",
      "report-errors": "where readers report errors",
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
      "between": "a range: [25, 30]", "every": "one more in so many years", "text": "the goal in the plan's words",
      "comparator": "\">=\", \">\", \"<=\" or \"<\"", "direction": "up or down, for a goal without a number",
      "approx": "true for a number that the plan calls approximate", "phrase": "the words that pages show for it",
      "earlier": "what the target was before it was changed", "until": "the month in which it was changed",
      "by": "who changed it", "why": "the reason, as readers see it", "kind": "the kind that it had",
      "targets": "the steps that it had", "baseline": "the baseline that it had",
      "measure": "the measure that it had", "unit": "the unit that it had", "quote": "the sentence that announced it",
    ],
    "earlier": [
      "due": "the due date that the action had", "start": "the start that it had",
      "until": "the month in which it was changed", "by": "who changed it", "why": "the reason, as readers see it",
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
      "status": "how the indicator stands", "by": "who says so", "on": "the day on which it was said",
    ],
    "retired": [
      "on": "the month since which it is no longer followed", "why": "the reason, as readers see it",
      "continued-by": "the id of the indicator that takes its place",
    ],
    "compare": [
      "name": "a place or group to compare with", "values": "its figures: {2021: 78.2}",
      "source": "where they are from",
    ],
    "sources": [
      "organisation": "who publishes the figures", "title": "the name of the publication", "url": "its address",
      "date": "its date", "contact": "whom to ask", "next-update": "the day of the next figures",
    ],
    "links": ["title": "the words of the link", "url": "the address"],
    "columns": [
      "dimensions": "columns that divide the total", "attributes": "columns that describe a value",
      "units": "the column of the units", "series": "the column of the series", "note": "the column of notes",
      "source": "the column of sources", "ignore": "columns that are left out",
      "calculation": "the column that says how a value was made",
    ],
    "parts": ["where": "which cells of the data file the part has: {Sex: female}"],
    "department": ["lead": "the department in charge", "support": "those that help"],
    "from": [
      "section": "the section that announces it: the name of its file, without number and ending",
      "quote": "the sentence of the section that announces it, word by word",
    ],
    "aligns-with": [
      "plan": "the plan above", "indicator": "the id of its indicator",
      "same-area": "true if both are about the same area",
    ],
    "updates": [
      "date": "the day, such as 2026-03-15", "title": "a title, if it needs one", "text": "what is said",
      "department": "who says so", "status": "how it stood on that day",
    ],
    "steps": [
      "name": "what is to be done", "due": "by when: a year, a month or a day", "done": "when it was done, or true",
      "earlier": "what it was due before, with 'until', 'by' and 'why'",
    ],
    "budget": [
      "value": "the amount, a number", "unit": "such as million or 万元", "source": "where the money comes from",
      "year": "the year of the amount",
    ],
    "period": ["start": "the first year of the plan", "end": "the last year of the plan"],
  ]
}
