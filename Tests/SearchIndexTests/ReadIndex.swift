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
  private(set) var root = ""
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
      case "t": read(terms: String(data.dropFirst().dropLast()))
      case "r": records.append(data)
      default: root = data
      }
    }
  }

  struct BrokenSite: Error {}

  private mutating func read(terms text: String) {
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
      order.append(last)
      for (number, list) in lists.split(separator: "|", omittingEmptySubsequences: false).map(String.init).enumerated()
      {
        for entry in ReadIndex.numbers(list) { terms[last, default: [:]][entry] = 2 - number }
      }
    }
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
