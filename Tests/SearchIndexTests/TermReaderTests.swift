import Testing

@testable import SearchIndex

/// How texts are cut into terms. `search.js` has the same rules; a test in a browser compares the two.
@Suite struct TermReaderTests {
  /// The terms of a text, sorted as in the index.
  private func terms(_ text: String, as field: TermTable.Field = .text) -> [String] {
    var reader = TermReader()
    reader.table.entry = 0
    reader.read(text, as: field)
    let run = reader.run
    return run.terms.map { term in
      var bytes: [UInt8] = []
      run.append(term, to: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  @Test("Chinese is cut into overlapping pairs, without a dictionary")
  func pairs() {
    #expect(terms("高技能人才").sorted() == ["人才", "技能", "能人", "高技"].sorted())
    #expect(terms("教育，卫生").sorted() == ["卫生", "教育"].sorted())
  }

  @Test("One character alone is a term of titles only")
  func single() {
    #expect(terms("水") == [])
    #expect(terms("水", as: .title) == ["水"])
  }

  @Test("Words lose case and accents")
  func words() {
    #expect(terms("Émissions de CO₂") == ["2", "co2", "de", "emissions"])
    #expect(terms("Straße Ølen Łódź") == ["lodz", "olen", "strasse"])
    #expect(terms("ＰＭ１０") == ["10", "pm10"])
  }

  @Test("A word of letters and digits is found from each place where the one follows the other")
  func mixed() {
    #expect(terms("PM2.5浓度") == ["2.5", "pm2.5", "浓度"])
    #expect(terms("5G基站") == ["5g", "g", "基站"])
  }

  @Test("A decimal point stays in a number, a comma between thousands goes")
  func numbers() {
    #expect(terms("1,200 and 3.5, then 7.") == ["1200", "3.5", "7", "and", "then"])
  }

  @Test("A word is cut at 40 bytes")
  func long() {
    #expect(terms(String(repeating: "a", count: 60)) == [String(repeating: "a", count: 40)])
  }

  @Test("An entry counts once for each term, with the best field, and blocks grow with the list")
  func postings() {
    var reader = TermReader()
    for entry in 0..<1000 {
      reader.table.entry = Int32(entry)
      if entry % 2 == 0 { reader.read("water", as: .title) }
      reader.read("water and water", as: .text)
    }
    let run = reader.run
    #expect(run.terms.count == 2)
    var found: [(Int32, UInt32)] = []
    run.arena.withUnsafeBufferPointer { arena in run.visit(run.terms[1], arena) { found.append(($0, $1)) } }
    #expect(found.map(\.0) == Array(0..<1000))
    #expect(found.map(\.1) == (0..<1000).map { $0 % 2 == 0 ? 0 : 2 })
  }
}
