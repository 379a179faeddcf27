/// The messages of planpress in another language, by their English template.
///
/// A catalogue is written as text: an English line, and below it, indented by two spaces, the line in the other
/// language. It is indexed when the first message is said in that language, so that English costs nothing.
package struct Catalogue: Sendable {
  private let parts: [String]
  private var messages: [Entry] = []
  /// A hash table of indices of `messages`; -1 where there is none. Every command of a site in Chinese reads the
  /// catalogue for its help, and a `Dictionary` of 1,600 strings took 3 ms of its start.
  private var slots: [Int32]

  private struct Entry {
    /// The index of the text.
    let part: Int32
    /// Ranges of UTF-8 in the text.
    let english, other: Range<Int32>
  }

  private typealias Bytes = UnsafeBufferPointer<UInt8>

  /// `parts` are texts as described above. A line that begins with `#` is a heading.
  package init(_ parts: [String]) {
    self.parts = parts
    // A message has two lines, so no more than half of the table is filled.
    let lines = parts.reduce(1) { $0 + 1 + $1.utf8.count { $0 == UInt8(ascii: "\n") } }
    var size = 1
    while size < lines { size *= 2 }
    slots = Array(repeating: -1, count: size)
    for index in parts.indices {
      Catalogue.withBytes(of: parts[index]) { add($0, part: Int32(index)) }
    }
  }

  package subscript(template: String) -> String? {
    guard let entry = Catalogue.withBytes(of: template, { find($0).entry }) else { return nil }
    return Catalogue.withBytes(of: parts[Int(entry.part)]) { bytes in
      String(decoding: bytes[Int(entry.other.lowerBound)..<Int(entry.other.upperBound)], as: UTF8.self)
    }
  }

  /// The English templates; in no order.
  package var templates: [String] {
    messages.map { entry in
      Catalogue.withBytes(of: parts[Int(entry.part)]) { bytes in
        String(decoding: bytes[Int(entry.english.lowerBound)..<Int(entry.english.upperBound)], as: UTF8.self)
      }
    }
  }
}

// MARK: - The index

extension Catalogue {
  private mutating func add(_ bytes: Bytes, part: Int32) {
    var english: Range<Int32> = 0..<0
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let isTranslation = end - start >= 2 && bytes[start] == UInt8(ascii: " ") && bytes[start + 1] == UInt8(ascii: " ")
      if isTranslation {
        add(Entry(part: part, english: english, other: Int32(start + 2)..<Int32(end)), bytes)
      } else {
        english = Int32(start)..<Int32(end)
      }
      start = end + 1
    }
  }

  /// Adds an entry; it replaces an earlier one with the same template.
  private mutating func add(_ entry: Entry, _ bytes: Bytes) {
    let english = Bytes(rebasing: bytes[Int(entry.english.lowerBound)..<Int(entry.english.upperBound)])
    let (slot, known) = find(english)
    if known != nil {
      messages[Int(slots[slot])] = entry
    } else {
      slots[slot] = Int32(messages.count)
      messages.append(entry)
    }
  }

  /// The slot of a template, and its message if there is one.
  private func find(_ template: Bytes) -> (slot: Int, entry: Entry?) {
    // FNV-1a, 64 bits.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in template { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
    while slots[slot] >= 0 {
      let entry = messages[Int(slots[slot])]
      if isEnglish(of: entry, template) { return (slot, entry) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return (slot, nil)
  }

  private func isEnglish(of entry: Entry, _ template: Bytes) -> Bool {
    guard entry.english.count == template.count else { return false }
    return Catalogue.withBytes(of: parts[Int(entry.part)]) { bytes in
      bytes[Int(entry.english.lowerBound)..<Int(entry.english.upperBound)].elementsEqual(template)
    }
  }

  private static func withBytes<Result>(of text: String, _ read: (Bytes) -> Result) -> Result {
    var text = text
    return text.withUTF8(read)
  }
}

extension Catalogue {
  /// The texts are in `Chinese/`, a file for each target, or for each topic of a large one.
  package static let chinese = Catalogue([
    dataFormats, dataFiles, words, markdown, slips, indicators, actions, siteModel, registers, siteSources, siteEngine,
    authoring, tableImport, collecting, comparing, manuscripts, templates, workbooks, commandLine, buildCommands,
    authoringCommands,
  ])
}
