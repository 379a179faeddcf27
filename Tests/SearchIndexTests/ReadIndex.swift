import SiteModel
import SiteSources
import TestSupport

@testable import SearchIndex

/// An index read back from its files, as `search.js` reads it.
struct ReadIndex {
  /// For each term the entries that hold it, each with its field: 0 for the title, 1 for a place, 2 for the text.
  private(set) var terms: [String: [Int: Int]] = [:]
  /// The terms in the order of the files.
  private(set) var order: [String] = []
  /// The JSON of each piece of records.
  private(set) var records: [String] = []
  /// The JSON of the root, and of it the first entry of each kind, with the number of entries at the end.
  private(set) var root = ""
  private(set) var starts: [Int] = []
  /// The beginnings of the pieces of terms, as the root lists them.
  private(set) var separators: [String] = []
  /// The terms of each piece.
  private(set) var pieces: [Int: [String]] = [:]
  private(set) var bytes: [String: [UInt8]] = [:]

  init(_ files: [String: String], jobs: Int = 1) async throws {
    let folder = TemporaryFolder(files)
    let tree = try await SiteReader(siteDirectory: folder.path, jobs: 1).sourceTree().value
    var cache = SourceCache(isKept: false)
    guard let tree, let parsed = try await SiteParser(tree: tree, jobs: 1).parse(&cache).value,
      let site = try await SiteResolver(parsed, includesDrafts: false, jobs: 1).resolve().value
    else { throw BrokenSite() }
    for file in try await SearchIndex.build(site, jobs: jobs).files {
      let content = try file.bytes() ?? []
      bytes[file.path] = content
      let text = String(decoding: content, as: UTF8.self)
      let name = file.path.split(separator: "/").last.map { String($0.dropLast(3)) } ?? ""
      let data = String(text.dropFirst("planpressSearch(\"\(name)\",".count).dropLast(");\n".count))
      switch name.first {
      case "t":
        let first = order.count
        read(terms: String(data.dropFirst().dropLast()))
        pieces[Int(name.dropFirst()) ?? -1] = Array(order[first...])
      case "r": records.append(data)
      default:
        root = data
        starts = ReadIndex.member("starts", of: data, in: "[]").split(separator: ",").compactMap { Int($0) }
        starts += ReadIndex.member("entries", of: data, in: ":,").split(separator: ",").compactMap { Int($0) }
        for text in ReadIndex.member("terms", of: data, in: "\"\"").split(separator: " ") {
          let last = separators.last?.unicodeScalars.first.map { String($0) } ?? ""
          separators.append(text.first == "~" ? last + text.dropFirst() : String(text))
        }
      }
    }
  }

  /// A member of the root between two marks.
  private static func member(_ name: String, of root: String, in marks: String) -> Substring {
    guard let member = root.firstRange(of: "\"\(name)\":"), let open = marks.first, let close = marks.last else {
      return ""
    }
    let rest = open == ":" ? root[member.upperBound...] : root[member.upperBound...].drop { $0 != open }.dropFirst()
    return rest.prefix { $0 != close }
  }

  struct BrokenSite: Error {}

  /// A term, and for each entry that holds it the field.
  struct Term {
    let term: String
    var fields: [Int: Int] = [:]
  }

  /// The terms of a run in the order of the index.
  static func terms(of run: TermRun) -> [Term] {
    (0..<TermBucket.count).flatMap { bucket in
      read(terms: String(decoding: EncodedBucket([run], number: bucket).bytes, as: UTF8.self))
    }
  }

  private mutating func read(terms text: String) {
    for one in ReadIndex.read(terms: text) {
      order.append(one.term)
      terms[one.term, default: [:]].merge(one.fields) { min($0, $1) }
    }
  }

  private static func read(terms text: String) -> [Term] {
    var terms: [Term] = []
    var last = ""
    var start = text.startIndex
    while start < text.endIndex {
      let end = text[text.index(after: start)...].firstIndex { $0 == " " || $0 == "\t" } ?? text.endIndex
      let entry = text[text.index(after: start)..<end]
      var lists: Substring
      if text[start] == " " {
        let (step, rest) = ReadIndex.number(entry)
        let scalars = Array(last.unicodeScalars)
        last = String(scalars[0]) + (Unicode.Scalar(scalars[1].value + UInt32(step) + 1).map(String.init) ?? "")
        lists = rest
      } else {
        let bar = entry.firstIndex(of: "|") ?? entry.endIndex
        let shared = Int(entry.prefix(1)) ?? 0
        last = String(decoding: Array(last.utf16.prefix(shared)), as: UTF16.self) + entry[..<bar].dropFirst()
        lists = entry[bar...].dropFirst()
      }
      start = end
      var term = Term(term: last)
      for (number, list) in lists.split(separator: "|", omittingEmptySubsequences: false).map(String.init).enumerated()
      {
        for entry in ReadIndex.numbers(list) { term.fields[entry] = 2 - number }
      }
      terms.append(term)
    }
    return terms
  }

  /// The number at the start of a text, and what follows it.
  static func number(_ text: Substring) -> (Int, Substring) {
    for length in 1...5 {
      let first = EntryList.digits.firstIndex(of: text.utf8.first ?? 0) ?? 0
      guard length == (first < 60 ? 1 : first < 88 ? 2 : first == 88 ? 3 : 5) else { continue }
      return (numbers(String(text.prefix(length)))[0], text.dropFirst(length))
    }
    return (0, text)
  }

  static func numbers(_ text: String) -> [Int] {
    var rest = text.utf8.map { EntryList.digits.firstIndex(of: $0) ?? -1 }[...]
    func number() -> Int {
      let first = rest.removeFirst()
      if first < 60 { return first }
      if first < 88 { return 60 + (first - 60) * 90 + rest.removeFirst() }
      var value = rest.removeFirst() * 90 + rest.removeFirst()
      if first == 89 { value = (value * 90 + rest.removeFirst()) * 90 + rest.removeFirst() + 8100 }
      return value + 60 + 28 * 90
    }
    guard text.utf8.first != UInt8(ascii: "~") else {
      rest.removeFirst()
      var (result, base): ([Int], Int) = ([], number())
      while !rest.isEmpty {
        let bits = rest.removeFirst()
        result += (0..<6).filter { bits & 1 << $0 != 0 }.map { base + $0 }
        base += 6
      }
      return result
    }
    var (result, last): ([Int], Int) = ([], -1)
    while !rest.isEmpty {
      last += number() + 1
      result.append(last)
    }
    return result
  }
}
