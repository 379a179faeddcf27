import Testing

@testable import SearchIndex

/// The rules by which texts are cut into terms. `search.js` has the same ones; a test in a browser compares the two.
@Suite struct TermReaderTests {
  /// The terms of a text, sorted as in the index.
  private func terms(_ text: String, as field: Posting.Field = .text) -> [String] {
    var reader = TermReader()
    reader.terms.begin(0)
    reader.read(text, as: field)
    return ReadIndex.terms(of: reader.run()).map(\.term)
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

  @Test("Arabic words are found without their article, their vowels, and with the forms of letters that people type")
  func arabic() {
    #expect(terms("المدينة") == ["المدينه", "مدينه"].sorted())
    #expect(terms("والحدائق للمدينة") == ["والحدائق", "حدائق", "للمدينه", "مدينه"].sorted())
    #expect(terms("أيّام كـتاب مستوى ٢٠٢٤") == ["ايام", "كتاب", "مستوي", "2024"].sorted())
    #expect(terms("ال الم") == ["ال", "الم"])
  }

  @Test("A Russian word is found without its dots")
  func russian() {
    #expect(terms("Ещё") == ["еще"])
  }

  @Test("A word with a hyphen is found without it as well, unless it is long")
  func hyphens() {
    #expect(terms("Wi-Fi, e-mail") == ["e", "email", "fi", "mail", "wi", "wifi"])
    #expect(terms("mid-term-") == ["mid", "midterm", "term"])
    #expect(terms("2021-2025 PM-2 self-administration") == ["2", "2021", "2025", "administration", "pm", "self"])
  }

  @Test("Roman numerals are letters")
  func numerals() {
    #expect(terms("Ⅲ类 ⅻ", as: .text) == ["iii", "xii"])
  }

  @Test("A decimal point is kept in a number, a comma between thousands is dropped")
  func numbers() {
    #expect(terms("1,200 and 3.5, then 7.") == ["1200", "3.5", "7", "and", "then"])
  }

  @Test("A word is cut at 40 bytes")
  func long() {
    #expect(terms(String(repeating: "a", count: 60)) == [String(repeating: "a", count: 40)])
    // Never inside a letter.
    #expect(terms(String(repeating: "ก", count: 20) + "a") == [String(repeating: "ก", count: 13)])
  }

  @Test("An entry counts once for each term, with the best field, and blocks grow with the list")
  func postings() {
    var reader = TermReader()
    for entry in 0..<1000 {
      reader.terms.begin(entry)
      if entry % 2 == 0 { reader.read("water 水质", as: .title) }
      reader.read("water 水质 and water 水质", as: .text)
    }
    let terms = ReadIndex.terms(of: reader.run())
    #expect(terms.map(\.term) == ["and", "water", "水", "水质", "质"])
    for term in terms where ["water", "水质"].contains(term.term) {
      #expect(term.fields == Dictionary(uniqueKeysWithValues: (0..<1000).map { ($0, $0 % 2 == 0 ? 0 : 2) }))
    }
  }

  @Test("Pairs of characters above U+FFFF, and words between the pairs of their bucket, are sorted as code points are")
  func planes() {
    #expect(terms("𠀀𠀁 中𠀀 𠀀中 〇々", as: .text) == ["〇々", "中𠀀", "𠀀中", "𠀀𠀁"])
    #expect(terms("中中 中 丁 丁丁 ㄅㄆ", as: .title) == ["ㄅㄆ", "丁", "丁丁", "中", "中中"])
  }

  @Test("A page of more pairs than its set has room for has each once")
  func manyPairs() {
    var text = ""
    for number: UInt32 in 0..<9000 {
      guard let scalar = Unicode.Scalar(0x4E00 + number * 7 % 20_000) else { continue }
      text.unicodeScalars.append(scalar)
    }
    let all = terms(text + "。" + text)
    #expect(all.count == Set(all).count)
    #expect(Set(all) == Set(zip(text, text.dropFirst()).map { "\($0)\($1)" }))
  }

  @Test("Words with equal beginnings are distinguished by their ends")
  func longWords() {
    let letters = "abcdefghijklmnopqrstuvwxyz"
    let words = letters.flatMap { first in
      letters.flatMap { second in letters.map { "internal\(first)\(second)\($0)" } }
    }
    #expect(terms(words.joined(separator: " ")) == words)
  }
}
