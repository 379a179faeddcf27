/// Makes sites of random pieces: each piece is a thing that a site may contain, many of them with a mistake.
package struct RandomSite {
  private var generator: SplitMix
  /// Whether the site has sound pieces only, so that it is likely to build.
  private var isSound = false

  package init(_ input: RandomInput) {
    generator = input.generator
  }

  private static let blocks = [
    "Some *words* of **text**, and more.\n", "## Heading\n", "- a\n- b\n  - c\n", "1. one\n2. two\n",
    "> quoted\n> text\n", "| a | b |\n|---|:-:|\n| 1 | **2** |\n", "| a |\n|---|\n| b | c |\n",
    "```\ncode <b>\n```\n", "    code\n", "a[^1] b[^n]\n\n[^1]: Note.\n[^n]: Other *note*.\n",
    ":::box{title=\"Box\"}\nIn the box.\n:::\n", "::indicators\n",
    "::indicators{ids=a columns=\"name target\"}\n", "::chart{id=a}\n",
    "https://example.org/x?a=b&c=d; www.a.org\n", "<b>raw</b> <script>alert(1)</script>\n",
    "~~old~~ - [x] done\n", "- [ ] open\n- [x] done\n", "a\\\nb  \nc\n",
    "***\n", "“引号”——《书》&nbsp;\"'<>\n", "===\n",
    "\u{202E}abc\u{2028}\n",
  ]
  private static let faultyBlocks = [
    "[ref]\n\n[ref]: /x \"t\"\n",
    "\u{7}\u{B}\u{FFFE}\n",
    "<https://a.org> &amp; &#8; &copy;\n",
    "### 小标题 {#own .wide}\n", "[^2]: Unused.\n", "a[^none]\n", "::::box\n:::box{id=inner}\nx\n:::\n::::\n",
    ":::box\nopen\n", ":::\n", "::indicators{ids=\"a, b\" group=category}\n",
    "::chart{id=b type=bullet caption=\"<&>\"}\n", "::chart{id=none}\n", "::unknown{x=y}\n", "::indicators{\n",
    "The :value[a] of :target[a], :status[b], see :ref[first] and :term[green belt].\n", ":value[\n",
    ":term[belt]\n", "[link](1-first.md) [anchor](#heading) [no](none.md) ![i](i.png)\n", "<!-- open\n",
    "<div\n", "<![CDATA[ x\n", "[x](javascript:alert(1))\n", "![a *b*](i.png \"t\\\"\")\n",
  ]
  private static let fields = [
    "summary: A & B < C\n", "number: none\n",
    "date: 2024-03-05\n", "tags: [x, \"<y>\"]\n", "draft: true\n", "aliases: [/old/, /old/]\n",
    "language: en\n", "indicators:\n  - name: Own\n    unit: km\n",
    "indicators:\n  - {name: N, unit: km, baseline: 1, target: {year: 2025, value: 2}, values: {2021: 1.5}}\n",
  ]
  private static let titles = ["Page", "\"<b>&\\\"\"", "标题", "A & B"]
  private static let faultyFields = [
    "type: page\n",
    "order: 3\n", "slug: own\n", "slug: \"a b\"\n", "date: 2024-13-05\n", "department: works\n",
    "department: none\n", "titel: x\n", "x: [\n",
  ]
  private static let indicators = [

    "- {id: a, name: A, unit: km, baseline: {year: 2020, value: 1}, target: {year: 2025, value: 9}, values: {2021: 3, 2023: 5}}\n",
    "- {id: b, name: \"B <&>\", unit: \"%\", kind: ceiling, target: {year: 2025, value: 5}, values: {2022: 6.25}}\n",
    "- {id: c, name: C, kind: milestone, due: 2024, values: {2021: planned, 2024: done}}\n",
    "- {id: d, name: D, unit: t, kind: increase, target: 500, values: {2021: 90, 2022: -3}}\n",
    "- {id: e, name: E, unit: t, from: {section: first, quote: some words}}\n",
  ]
  private static let faultyIndicators = [
    "- {id: a, name: Again}\n", "- {name: No id}\n",
    "- id: f\n  name: F\n  department: works\n  programme: parks\n  category: x\n",
    "- {id: g, name: G, values: {2021: high}}\n",
    "- {id: \"i/j\", name: I}\n",
  ]
  private static let rows = [
    "2022,2.5\n", "2023-06,3\n", "2024 Q3,4\n", "2021/22,5\n", "2025,\n", "\"2019\",\"7\"\n",
  ]
  private static let faultyRows = [
    "2021,1\n", "2021,1\n", "x,1\n", "\"2018,1\n", "2017;1\n", ",\n",
  ]
  private static let templates = [
    "<p>{{title}}</p>{{{content}}}"
  ]
  private static let faultyTemplates = [
    "{{>none}}", "{{#title}}", "{{<base}}{{$main}}<i>{{title}}</i>{{/main}}{{/base}}", "{{titel}}", "{{",
  ]

  /// The files of a site, by path.
  package mutating func next() -> [String: String] {
    isSound = !isDrawn(3)
    let blocks = Self.blocks + (isSound ? [] : Self.faultyBlocks)
    let fields = Self.fields + (isSound ? [] : Self.faultyFields)
    let indicators = Self.indicators + (isSound ? [] : Self.faultyIndicators)
    let rows = Self.rows + (isSound ? [] : Self.faultyRows)
    let templates = Self.templates + (isSound ? [] : Self.faultyTemplates)
    var files = [
      "Content/site.yaml": "title: Site\nlanguages: [en]\nbase-url: https://example.org/a/\n"
        + pieces(of: ["raw-html: true\n"], 0...1),
      "Content/index.md": "---\ntype: plan\ntitle: Plan\nperiod: {start: 2021, end: 2025}\n---\n"
        + pieces(of: blocks, 0...3),
      "Content/1-first.md": "---\ntitle: First\n---\n## Heading\n\n" + pieces(of: blocks, 0...6),
      "Content/indicators.yaml": indicators[0] + "- {id: k, name: K, unit: t}\n"
        + pieces(of: Array(indicators.dropFirst()), 0...3),
    ]
    for number in 2..<4 where isDrawn(2) {
      files["Content/\(number)-page.md"] =
        "---\ntitle: \(pieces(of: Self.titles, 1...1))\n\(pieces(of: fields, 0...2))---\n" + pieces(of: blocks, 0...4)
    }
    if isDrawn(3) { files["Content/indicators/k.csv"] = "Year,Value\n" + pieces(of: rows, 0...4) }
    if isDrawn(3) { files["Content/glossary.yaml"] = "- {term: green belt, definition: \"Land <&>\"}\n" }
    if isDrawn(3) { files["Content/departments.yaml"] = "- {id: works, name: Works}\n" }
    if isDrawn(4) { files["Content/programmes.yaml"] = "- {id: parks, name: \"Parks & <more>\"}\n" }
    if isDrawn(12) { files["Templates/section.mustache"] = pieces(of: templates, 1...2) }
    if !isSound, isDrawn(2) { mutate(&files) }
    return files
  }

  private mutating func isDrawn(_ oneIn: Int) -> Bool { Int.random(in: 0..<oneIn, using: &generator) == 0 }

  /// Each piece once at most, in any order; a blank line between the blocks of a page.
  private mutating func pieces(of list: [String], _ count: ClosedRange<Int>) -> String {
    list.shuffled(using: &generator).prefix(Int.random(in: count, using: &generator))
      .joined(separator: list.count >= Self.blocks.count ? "\n" : "")
  }

  /// Changes a few characters of one file.
  private mutating func mutate(_ files: inout [String: String]) {
    let path = files.keys.sorted().randomElement(using: &generator) ?? ""
    var text = Array((files[path] ?? "").unicodeScalars)
    let special = Array("\t\n\r :-[]{}|<>&\"'`*_#\\\u{0}\u{A0}\u{200B}\u{FEFF}é字".unicodeScalars)
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      let place = Int.random(in: 0...text.count, using: &generator)
      let character = special.randomElement(using: &generator) ?? " "
      if place < text.count, isDrawn(2) { text[place] = character } else { text.insert(character, at: place) }
    }
    files[path] = String(String.UnicodeScalarView(text))
  }
}
