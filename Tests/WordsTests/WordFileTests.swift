import BuiltInTheme
import Diagnostics
import TestSupport
import Testing

@testable import Words

/// The findings as a terminal shows them.
private func printed(_ diagnostics: [Diagnostic]) -> String {
  DiagnosticPrinter(format: .text).print(diagnostics)
}

struct WordFileTests {
  private static func findings(_ text: String, over base: WordFile? = BuiltInWords.file("en")) -> String {
    let source = SourceText(path: "Templates/words/en.yaml", text: text)
    return printed(WordFile.parse(source, over: base).diagnostics)
  }

  @Test("Each built-in file can be read, has no unknown name, and is complete")
  func builtIn() throws {
    for tag in BuiltInWords.tags {
      let bytes = try #require(builtInWords.first { $0.tag == tag }).bytes()
      let read = WordFile.parse(SourceText(path: "words/\(tag).yaml", bytes: bytes))
      let found = read.diagnostics.filter { $0.code != .wordsMissing }
      #expect(found.isEmpty, "\(tag): \(printed(found))")
      let file = try #require(read.value)
      #expect(file.missing == [], "\(tag)")
    }
  }

  @Test("An unknown word is an error with its line and the nearest name")
  func unknown() {
    #expect(
      Self.findings("contents: Index\ncontnets: Index\n") == """
        Templates/words/en.yaml:2:1: error: planpress has no word 'contnets' [words.unknown]
            2 | contnets: Index
              | ^~~~~~~~
        hint: did you mean 'contents'?

        """)
  }

  @Test("A place that a sentence does not have is an error, and one that it lost a warning")
  func places() {
    #expect(
      Self.findings("not-judged: \"{count} of {all} cannot be judged\"\n") == """
        Templates/words/en.yaml:1:13: error: 'not-judged' has no place {all} [words.place]
            1 | not-judged: "{count} of {all} cannot be judged"
              |             ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        hint: it has {count}, {total}

        """)
    #expect(
      Self.findings("not-judged: \"{count} cannot be judged\"\nmessage-now: \"{period}: {value}\"\n") == """
        Templates/words/en.yaml:1:13: warning: 'not-judged' does not say {total} [words.place]
            1 | not-judged: "{count} cannot be judged"
              |             ^~~~~~~~~~~~~~~~~~~~~~~~~~
        hint: the English text is "{count} of {total} cannot be judged: no figures yet, no number to reach, or nothing to compare."

        """)
  }

  @Test("A sentence has all forms of the language's plurals, and no other")
  func plurals() {
    #expect(
      Self.findings("left-out: {one: \"1 row ({lines})\"}\nanswer-lead: {few: \"{count}\", other: \"{count}\"}\n")
        == """
        Templates/words/en.yaml:1:1: error: 'left-out' lacks the form 'other' [words.plural]
            1 | left-out: {one: "1 row ({lines})"}
              | ^~~~~~~~
        hint: add other: "…"
        Templates/words/en.yaml:2:1: error: 'answer-lead' lacks the form 'one' [words.plural]
            2 | answer-lead: {few: "{count}", other: "{count}"}
              | ^~~~~~~~~~~
        hint: add one: "…"
        Templates/words/en.yaml:2:15: error: 'few' is not a form of this language's plurals [words.plural]
            2 | answer-lead: {few: "{count}", other: "{count}"}
              |               ^~~
        hint: its forms are one, other; 'plurals' at the beginning of the file has the rules

        """)
    #expect(
      Self.findings("plurals: {one: \"count is 1\"}\n") == """
        Templates/words/en.yaml:1:16: error: 'count is 1' is not a rule of plurals [words.plural]
            1 | plurals: {one: "count is 1"}
              |                ^~~~~~~~~~~~
        hint: write it as CLDR does, such as "n % 10 = 2..4 and n % 100 != 12..14"

        """)
  }

  @Test("A language that lacks words is reported once, and uses the English ones")
  func missing() throws {
    let source = SourceText(path: "Templates/words/de.yaml", text: "language: Deutsch\ncontents: Inhalt\n")
    let read = WordFile.parse(source)
    let all = Word.allCases.count + Sentence.allCases.count + 9
    #expect(
      printed(read.diagnostics) == """
        Templates/words/de.yaml:1:1: warning: the words are not complete: \(all - 2) appear in English, such as 'direction', 'plurals', 'numbers', 'scales', 'scale-decimals' [words.missing]
            1 | language: Deutsch
              | ^
        hint: Templates/words/en.yaml of planpress has them all; 'planpress words en' prints it

        """)
    let language = try #require(read.value).language()
    #expect(language.name == "Deutsch" && language[.contents] == "Inhalt" && language[.home] == "Home")
    #expect(language.text(.answerLead, count: 1) == "1 target: ")
  }

  @Test("A unit takes the form of the number beside it, and a site adds its own units")
  func units() throws {
    let text = "units: {allotments: {one: allotment}, jobs: {one: post}}\n"
    let read = WordFile.parse(
      SourceText(path: "Templates/words/en.yaml", text: text), over: BuiltInWords.file("en"))
    #expect(read.diagnostics.isEmpty)
    let language = try #require(read.value).language()
    let one = PluralOperands(1)
    #expect(language.unit("allotments", beside: one) == "allotment" && language.unit("jobs", beside: one) == "post")
    #expect(
      language.unit("years", beside: one) == "year" && language.unit("years", beside: PluralOperands(2)) == "years")
    #expect(language.unit("years", beside: PluralOperands(1, decimals: 1)) == "years")
    #expect(language.unit("years", beside: nil) == "years" && language.unit("km", beside: one) == "km")
    let spanish = BuiltInWords.file("es").language()
    #expect(
      ["viviendas al año", "días por año", "metros cuadrados"].map { spanish.unit($0, beside: one) } == [
        "vivienda al año", "día por año", "metro cuadrado",
      ])
    let arabic = BuiltInWords.file("ar").language()
    #expect(
      [1, 2, 3, 14, 100].map { arabic.counted(.countedActions, $0).number } == ["", "", "3", "14", "100"]
        && [1, 2, 3, 14, 100].map { arabic.counted(.countedActions, $0).word }
          == ["إجراء واحد", "إجراءان", "إجراءات", "إجراءً", "إجراء"]
    )
    #expect(
      [0, 1, 2, 3, 11, 100].map { arabic.unit("سنة", beside: PluralOperands($0)) } == [
        "سنة", "سنة", "سنة", "سنوات", "سنة", "سنة",
      ])
    let russian = BuiltInWords.file("ru").language()
    for unit in ["лет", "год"] {
      #expect(
        [1, 2, 5, 11, 21, 22].map { russian.unit(unit, beside: PluralOperands($0)) } == [
          "год", "года", "лет", "лет", "год", "года",
        ])
      #expect(russian.unit(unit, beside: PluralOperands(1.5, decimals: 1)) == "года")
      #expect(russian.unit(unit, beside: nil) == unit)
    }
    #expect(russian.unit("минут в день", beside: PluralOperands(41)) == "минута в день")
  }

  @Test("A file of a site changes the words that it has, and leaves the others")
  func overriding() throws {
    let source = SourceText(
      path: "Templates/words/en.yaml",
      text: """
        contents: Table of contents
        numbers: {group: "\u{202F}", group-from: 10000}
        answer-lead: {one: "One promise: ", other: "{count} promises: "}
        """)
    let read = WordFile.parse(source, over: BuiltInWords.file("en"))
    #expect(read.diagnostics.isEmpty)
    let language = try #require(read.value).language()
    #expect(language[.contents] == "Table of contents" && language[.home] == "Home")
    #expect(language.numbers.decimal == "." && language.numbers.group == "\u{202F}")
    #expect(language.text(.answerLead, count: 1) == "One promise: ")
    #expect(language.text(.answerLead, count: 7) == "7 promises: ")
  }

  @Test(
    "Settings of another form are refused",
    arguments: [
      ("direction: left", "Templates/words/en.yaml:1:12: error: 'left' is not a direction [field.invalid-value]"),
      (
        "numbers: {comma: \",\"}",
        "Templates/words/en.yaml:1:11: error: numbers have no 'comma' [words.unknown]"
      ),
      (
        "numbers: {currency: middle}",
        "Templates/words/en.yaml:1:21: error: 'middle' is not a place of the sign of a currency [field.invalid-value]"
      ),
      (
        "months: [January]",
        "Templates/words/en.yaml:1:1: error: 'months' must be a list of 12 names [field.wrong-type]"
      ),
      (
        "scales: {million: six}",
        "Templates/words/en.yaml:1:19: error: 'million' must be a whole number from 1 to 15 [field.invalid-value]"
      ),
      (
        "scales: {millions: {one: million}}",
        "Templates/words/en.yaml:1:10: error: 'millions' lacks its 'power' of ten [field.missing-key]"
      ),
      (
        "units: {years: year}",
        "Templates/words/en.yaml:1:16: error: 'years' must be names with values [field.wrong-type]"
      ),
      (
        "units: {years: {few: year}}",
        "Templates/words/en.yaml:1:17: error: 'few' is not a form of this language's plurals [words.plural]"
      ),
      ("contents: [a]", "Templates/words/en.yaml:1:11: error: 'contents' must be a text [field.wrong-type]"),
      (
        "- contents",
        "Templates/words/en.yaml:1:1: error: a file of words is a list of names with their texts [field.wrong-type]"
      ),
    ])
  func settings(_ text: String, _ finding: String) {
    #expect(Self.findings(text + "\n").split(separator: "\n").first.map(String.init) == finding)
  }
}
