import DataFormats
import Diagnostics

/// An author's texts about an indicator and its figures. All texts are Markdown.
package struct IndicatorMetadata: Sendable {
  /// A text under a heading: a key that planpress knows, or one of `more`.
  package struct Entry: Sendable {
    package enum Heading: Hashable, Sendable {
      case known(Known)
      /// The author's own.
      case own(String)
    }

    /// The headings that planpress has a key for, in the order in which pages show them. The raw values are the keys.
    package enum Known: String, CaseIterable, Sendable {
      case purpose, method, limitations, coverage, context, contact
    }

    package let heading: Heading
    package let text: String
    /// Where it is written; of one under `more`, its key.
    package let range: SourceRange
  }

  package struct Link: Hashable, Sendable {
    package let title: String
    package let url: Located<String>
  }

  /// Where figures come from.
  package struct DataSource: Sendable {
    package let organisation: String?
    package let title: String?
    package let url: Located<String>?
    /// When it was published or read.
    package let date: String?
    package let contact: String?
    /// When its next figures are due.
    package let nextUpdate: Period?
  }

  /// Its own number, such as 1.a.2.
  package let code: String?
  package let tags: [String]
  package let sources: [DataSource]
  package let links: [Link]
  /// In the order in which pages show them.
  package let entries: [Entry]

  /// Every address in it.
  package var addresses: [Located<String>] { sources.compactMap(\.url) + links.map(\.url) }

  /// Nil if the entry has none of its keys.
  init?(_ reader: inout FieldReader) {
    let code = reader.string("code")?.value
    var entries: [Entry] = []
    func add(_ heading: Entry.Known, _ text: Located<String>?) {
      if let text, !text.value.isEmpty {
        entries.append(Entry(heading: .known(heading), text: text.value, range: text.range))
      }
    }
    add(.purpose, reader.string("purpose"))
    add(.method, reader.string("method"))
    add(.limitations, reader.string("limitations"))
    add(.coverage, reader.string("coverage"))
    add(.context, reader.string("context"))
    add(.contact, reader.string("contact"))
    let sources = reader.dataSources()
    let links = reader.links("links")
    let given = reader.strings("tags")
    reader.checkList("tags", given)
    let tags = given.map(\.value)
    if reader.has("more"), var more = reader.mapping("more", describing: "'more'") {
      for (key, text) in more.strings() {
        entries.append(Entry(heading: .own(key.value), text: text, range: key.range))
      }
    }
    guard code != nil || !entries.isEmpty || !sources.isEmpty || !links.isEmpty || !tags.isEmpty else { return nil }
    (self.code, self.tags, self.sources, self.links, self.entries) = (code, tags, sources, links, entries)
  }
}

extension IndicatorMetadata {
  /// The texts under headings of the author's own.
  package var ownTexts: [(name: String, value: String)] {
    entries.compactMap { entry in
      if case .own(let name) = entry.heading { (name, entry.text) } else { nil }
    }
  }
}

extension IndicatorMetadata.DataSource {
  /// In one line: `Office, Title, https://…, 2023-05-01`.
  package var text: String {
    [organisation, title, url?.value, date, contact, nextUpdate?.description].compactMap(\.self).joined(separator: ", ")
  }
}

/// Whether an indicator is reported on.
package enum Reporting: String, CaseIterable, Sendable {
  case complete
  case inProgress = "in-progress"
  case notStarted = "not-started"
  case notApplicable = "not-applicable"
}

extension FieldReader {
  /// Reads `sources: [{organisation, title, url, date, contact, next-update}]`. Reports `source` beside it
  /// (`field.conflicting-keys`).
  fileprivate mutating func dataSources() -> [IndicatorMetadata.DataSource] {
    guard let node = node("sources") else { return [] }
    if has("source") {
      report(
        .conflictingKeys, "an indicator has either 'source' or 'sources'",
        hint: "write the text of 'source' as a source of the list: '- {title: …}'", at: node.range)
    }
    return mappings("sources", describing: "a source").map { given in
      var fields = given
      let source = IndicatorMetadata.DataSource(
        organisation: fields.string("organisation")?.value, title: fields.string("title")?.value,
        url: fields.string("url"), date: fields.string("date")?.value, contact: fields.string("contact")?.value,
        nextUpdate: fields.dayOrPeriod("next-update"))
      fields.finish()
      return source
    }
  }

  /// Reads `links: [{title, url}]`.
  fileprivate mutating func links(_ key: FieldKey) -> [IndicatorMetadata.Link] {
    mappings(key, describing: "a link").compactMap { given in
      var fields = given
      let title = fields.string("title")?.value
      let url = fields.string("url")
      if !fields.has("url"), !fields.keys.contains(where: { ["link", "href", "网址", "链接"].contains($0.value) }) {
        fields.report(.missingKey, "a link needs 'url'", hint: "add its address", at: fields.range)
      }
      fields.finish()
      return url.map { IndicatorMetadata.Link(title: title ?? $0.value, url: $0) }
    }
  }
}
