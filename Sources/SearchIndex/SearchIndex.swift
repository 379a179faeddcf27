import Bytes
import DataFormats
import Files
import SiteModel
import SiteOutput
import SiteSources

/// The index that `search.js` of the theme reads in a browser: for each term the entries that hold it, and for each
/// entry the data of a result. Both are cut into pieces of a few kilobytes, so that a query loads only what it needs. A
/// piece is a script that calls a function with its data: a browser refuses to fetch files from a disk, but loads
/// scripts from there.
package struct SearchIndex: Sendable {
  private let site: ResolvedSite
  private let entries: SearchEntries
  private let buckets: [EncodedBucket]
  private let records: [Records]
  private let termPieces: [TermPiece]
  private let recordPieces: [Range<Int>]
  private let version: String

  /// The records of a run of entries.
  private struct Records: Sendable {
    let first: Int
    let bytes: [UInt8]
    let ends: [Int32]
    /// A sum, so that it does not matter where the runs are cut.
    let hash: UInt64
  }

  /// Blocks of terms that follow each other; they may be in several buckets.
  private struct TermPiece: Sendable {
    let first: (bucket: Int, block: Int)
    var blocks: Int
  }

  /// In bytes, before compression. A query loads one piece of terms for each pair of characters, and one of records for
  /// each result.
  private static let (termPieceSize, recordPieceSize) = (4096, 1280)

  /// The folder of the index, below the top of the site. Each language has its own.
  package static func folder(of language: Language) -> String { "assets/search/\(language.tag)" }

  package static func build(_ site: ResolvedSite, jobs: Int) async throws -> SearchIndex {
    let entries = SearchEntries(site)
    let ranges = ranges(of: entries.entries, site, count: min(max(1, jobs), 8))
    let read = try await concurrentMap(ranges, jobs: jobs, longestRun: 1) { range in
      (terms: terms(of: range, entries.entries, site), records: records(of: range, entries.entries, site))
    }
    let runs = read.map(\.terms)
    let buckets = try await concurrentMap(Array(0..<TermBucket.count), jobs: jobs, longestRun: 1) {
      EncodedBucket(runs, number: $0)
    }
    return SearchIndex(site, entries, buckets.filter { !$0.blocks.isEmpty }, read.map(\.records))
  }

  private init(_ site: ResolvedSite, _ entries: SearchEntries, _ buckets: [EncodedBucket], _ records: [Records]) {
    self.site = site
    self.entries = entries
    self.buckets = buckets
    self.records = records
    termPieces = SearchIndex.termPieces(buckets)
    recordPieces = SearchIndex.recordPieces(records)
    var hash = ContentHash()
    for bucket in buckets { hash.combine(bucket.hash.value) }
    hash.combine(records.reduce(0) { $0 &+ $1.hash })
    let homes = site.plans.indices.map(SearchHome.plan) + site.reports.indices.map(SearchHome.report)
    SearchIndex.json(homes, site).withUnsafeBytes { hash.combine($0) }
    version = withUnsafeBytes(of: hash.value.littleEndian) { Fingerprint(Array($0)).text }
  }
}

// MARK: - Reading

extension SearchIndex {
  /// Runs of entries whose texts are of about equal length. The output does not depend on where they are cut.
  private static func ranges(of entries: [SearchEntry], _ site: ResolvedSite, count: Int) -> [Range<Int>] {
    let lengths = entries.map { entry in
      if case .page(let ref) = entry.subject { site.pages[ref].parsed.document.body.length + 500 } else { 500 }
    }
    let share = lengths.reduce(0, +) / count + 1
    var ranges: [Range<Int>] = []
    var (start, length) = (0, 0)
    for index in lengths.indices {
      length += lengths[index]
      guard length >= share else { continue }
      ranges.append(start..<index + 1)
      (start, length) = (index + 1, 0)
    }
    if start < entries.count { ranges.append(start..<entries.count) }
    return ranges
  }

  private static func terms(of range: Range<Int>, _ entries: [SearchEntry], _ site: ResolvedSite) -> TermRun {
    var reader = EntryReader(site)
    for number in range { reader.read(entries[number], number: number) }
    return reader.terms.run()
  }

  private static func records(of range: Range<Int>, _ entries: [SearchEntry], _ site: ResolvedSite) -> Records {
    var buffer = ByteBuffer(capacity: 1 << 16)
    var ends: [Int32] = []
    ends.reserveCapacity(range.count)
    var sum: UInt64 = 0
    for number in range {
      let start = buffer.count
      var json = JSONWriter(.compact, appendingTo: buffer)
      EntryRecord.append(entries[number], site, to: &json)
      buffer = json.finish()
      ends.append(Int32(buffer.count))
      var hash = ContentHash()
      hash.combine(UInt64(number))
      buffer.withBytes(from: start) { hash.combine(UnsafeRawBufferPointer($0)) }
      sum &+= hash.value
    }
    return Records(first: range.lowerBound, bytes: buffer.array, ends: ends, hash: sum)
  }
}

// MARK: - Cutting

extension SearchIndex {
  private static func termPieces(_ buckets: [EncodedBucket]) -> [TermPiece] {
    var pieces: [TermPiece] = []
    var length = termPieceSize
    for (number, bucket) in buckets.enumerated() {
      for block in bucket.blocks.indices {
        let more = bucket.length(of: block)
        if length + more > termPieceSize {
          pieces.append(TermPiece(first: (number, block), blocks: 0))
          length = 0
        }
        pieces[pieces.count - 1].blocks += 1
        length += more
      }
    }
    return pieces
  }

  private static func recordPieces(_ records: [Records]) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var length = recordPieceSize
    for run in records {
      var start: Int32 = 0
      for (offset, end) in run.ends.enumerated() {
        let (number, more) = (run.first + offset, Int(end - start))
        start = end
        if length + more > recordPieceSize {
          pieces.append(number..<number + 1)
          length = 0
        } else {
          pieces[pieces.count - 1] = pieces[pieces.count - 1].lowerBound..<number + 1
        }
        length += more
      }
    }
    return pieces
  }
}

// MARK: - Writing

extension SearchIndex {
  /// The files of the index. Each is written when its turn comes.
  package var files: [OutputFile] {
    let folder = SearchIndex.folder(of: site.settings.language)
    func file(_ name: String, _ write: @escaping @Sendable (inout ByteBuffer) -> Void) -> OutputFile {
      OutputFile(path: "\(folder)/\(name).js", content: .rendered { SearchIndex.wrap(name, into: &$0, write) })
    }
    return [file("index") { writeRoot(into: &$0) }]
      + termPieces.indices.map { number in file("t\(number)") { write(termPieces[number], into: &$0) } }
      + recordPieces.indices.map { number in file("r\(number)") { write(recordPieces[number], into: &$0) } }
  }

  private static func wrap(
    _ name: String, into output: inout ByteBuffer, _ write: (inout ByteBuffer) -> Void
  ) {
    output.append(text: "planpressSearch(\"\(name)\",")
    write(&output)
    output.append(literal: ");\n")
  }

  private func write(_ piece: TermPiece, into output: inout ByteBuffer) {
    output.append(UInt8(ascii: "\""))
    var ((bucket, block), left) = (piece.first, piece.blocks)
    while left > 0 {
      let own = min(left, buckets[bucket].blocks.count - block)
      let range = Int(buckets[bucket].blocks[block].start)..<buckets[bucket].end(of: block + own - 1)
      buckets[bucket].bytes[range].withUnsafeBufferPointer { output.append(contentsOf: $0) }
      (bucket, block, left) = (bucket + 1, 0, left - own)
    }
    output.append(UInt8(ascii: "\""))
  }

  /// First the plans and reports of the records, each as its number, name and path; then the records.
  private func write(_ piece: Range<Int>, into output: inout ByteBuffer) {
    output.append(UInt8(ascii: "["))
    var homes: [SearchHome] = []
    for case let home? in entries.entries[piece].lazy.map(\.home) where !homes.contains(home) { homes.append(home) }
    output.append(contentsOf: SearchIndex.json(homes, site))
    for number in piece {
      output.append(UInt8(ascii: ","))
      guard let run = records.last(where: { $0.first <= number }) else {
        preconditionFailure("every entry has a record")
      }
      let offset = number - run.first
      let start = offset == 0 ? 0 : Int(run.ends[offset - 1])
      run.bytes[start..<Int(run.ends[offset])].withUnsafeBufferPointer { output.append(contentsOf: $0) }
    }
    output.append(UInt8(ascii: "]"))
  }

  /// The plans and reports, each as its number, name and path.
  private static func json(_ homes: [SearchHome], _ site: ResolvedSite) -> [UInt8] {
    var json = JSONWriter(.compact)
    json.array { json in
      for home in homes {
        let page = site.pages[home.page(in: site)]
        json.value(home.number(in: site))
        json.value(page.shortTitle)
        json.value(page.route.path)
      }
    }
    return json.bytes
  }

  /// Writes the data that a browser needs before the first query.
  private func writeRoot(into output: inout ByteBuffer) {
    var json = JSONWriter(.compact)
    json.object { json in
      json.member("version", version)
      json.member("entries", entries.entries.count)
      json.member("suffix", site.settings.baseURL == nil ? "index.html" : "")
      json.array("kinds") { json in for kind in SearchKind.allCases { json.value(kind.rawValue) } }
      json.array("starts") { json in for start in entries.starts { json.value(start) } }
      json.member("terms", separators)
      json.member("records") { output in
        recordPieces.map { Int32($0.lowerBound) }.withUnsafeBufferPointer { EntryList.append($0, to: &output) }
      }
    }
    output.append(contentsOf: json.finish())
  }

  /// Texts that separate the pieces of terms: each is at or below the first term of its piece, and above all terms before.
  /// A leading tilde repeats the first character of the previous text.
  private var separators: String {
    var texts: [String] = []
    var last: Unicode.Scalar?
    for piece in termPieces {
      let text = buckets[piece.first.bucket].separator(of: piece.first.block)
      texts.append(text.unicodeScalars.first == last ? "~" + String(text.unicodeScalars.dropFirst()) : text)
      last = text.unicodeScalars.first
    }
    return texts.joined(separator: " ")
  }
}
