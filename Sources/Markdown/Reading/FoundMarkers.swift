import Diagnostics

/// Records which of the lines that were marked as directives and definitions became blocks.
///
/// A line looks like one by its first bytes alone. It is not one if libcmark reads it as code or as the continuation of
/// a paragraph: then the text is prepared again without that mark, so that no mark of ours is ever shown.
struct FoundMarkers {
  private var directives: [Bool]
  private var definitions: [Bool]

  init() {
    directives = []
    definitions = []
  }

  init(for prepared: PreparedBody) {
    directives = [Bool](repeating: false, count: prepared.directiveLines.count)
    definitions = [Bool](repeating: false, count: prepared.definitions.count)
  }

  mutating func insert(directive number: Int) {
    if directives.indices.contains(number) { directives[number] = true }
  }

  mutating func insert(definition number: Int) {
    if definitions.indices.contains(number) { definitions[number] = true }
  }

  /// The 1-based lines of the body whose marks were not found.
  func missing(in prepared: PreparedBody) -> [Int] {
    guard directives.contains(false) || definitions.contains(false) else { return [] }
    return prepared.markers.compactMap { marker in
      switch marker.kind {
      case .directive(let number): directives[number] ? nil : marker.line
      case .definition(let number): definitions[number] ? nil : marker.line
      }
    }
  }
}

extension DocumentReader {
  /// Reads the blocks, again without the lines whose marks turned out to be text and the HTML that has no end.
  mutating func readBlocksByLibrary() {
    var exceptions = PreparedBody.Exceptions()
    if source.bytes[body.start...].contains(UInt8(ascii: "*")) {
      exceptions.separatesEmphasis = true
      prepared = PreparedBody(body, exceptions)
    }
    var found: [Diagnostic] = []
    // Removing a mark may change the text after it. Three readings settle all but hostile texts; HTML of each of its
    // five kinds takes one more.
    for reading in 1...9 {
      foundMarkers = FoundMarkers(for: prepared)
      readPreparedBlocks()
      let missing = foundMarkers.missing(in: prepared)
      let open = openHTML()
      guard !missing.isEmpty || !open.isEmpty else { break }
      exceptions.plainLines.formUnion(missing)
      exceptions.areAllLinesPlain = reading > 7
      for html in open {
        exceptions.openTags.formUnion(html.tags)
        found.append(html.finding)
      }
      prepared = PreparedBody(body, exceptions)
      startOver()
    }
    for finding in found { diagnostics.append(finding) }
  }

  /// Forgets everything that was read from the prepared text.
  mutating func startOver() {
    tree = SyntaxTree()
    tableLines = []
    diagnostics = FindingList()
    blockDirectives = [:]
    notes = FootnoteRegister()
  }
}
