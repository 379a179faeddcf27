/// A sentence, or part of one, that planpress says to an author: an English template and the arguments for its holes.
///
/// It is written as a string literal, and only a literal can become one. Each interpolation is a hole, so that
/// `"indicator '\(id)' does not exist"` has the template `indicator '%1' does not exist`. `Catalogue` looks up the
/// template in another language; arguments are unchanged, but those that are messages are translated too.
public struct Message: Hashable, Sendable {
  /// English, with holes from `%1` to `%9`.
  package let template: String
  package let arguments: [Argument]

  /// A value for a hole.
  package indirect enum Argument: Hashable, Sendable {
    /// A text from the content, a name of planpress or a number: the same in all languages.
    case text(String)
    case message(Message)
    /// Separated by commas.
    case list([Argument])
  }

  package init(template: String, arguments: [Argument]) {
    self.template = template
    self.arguments = arguments
  }

  /// A text that is the same in all languages, such as an id or the output of another program.
  package init(verbatim text: String) {
    self.init(template: "%1", arguments: [.text(text)])
  }
}

// MARK: - Writing messages

extension Message: ExpressibleByStringInterpolation {
  /// A message without holes.
  public init(stringLiteral value: String) {
    self.init(template: value, arguments: [])
  }

  /// A message with a hole for each interpolation.
  public init(stringInterpolation: StringInterpolation) {
    self.init(template: stringInterpolation.template, arguments: stringInterpolation.arguments)
  }

  /// A literal inside of a hole, as in `\(count == 1 ? "row" : "rows")`, is a message: the overload for `String` is
  /// disfavoured.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var template = ""
    fileprivate var arguments: [Argument] = []

    /// Reserves memory for the template, in UTF-8 bytes, and for the arguments.
    public init(literalCapacity: Int, interpolationCount: Int) {
      template.reserveCapacity(literalCapacity + interpolationCount * 2)
      arguments.reserveCapacity(interpolationCount)
    }

    /// Appends words of the template.
    public mutating func appendLiteral(_ literal: String) { template += literal }

    /// A hole for words, which are translated, too.
    public mutating func appendInterpolation(_ message: Message) { append(.message(message)) }

    /// A hole for a text that is the same in all languages.
    @_disfavoredOverload
    public mutating func appendInterpolation(_ text: String) { append(.text(text)) }

    /// A hole for a part of a text that is the same in all languages.
    @_disfavoredOverload
    public mutating func appendInterpolation(_ text: Substring) { append(.text(String(text))) }

    /// A hole for a number, or another value that is written alike in all languages.
    @_disfavoredOverload
    public mutating func appendInterpolation(_ value: some CustomStringConvertible) { append(.text(value.description)) }

    /// `year, value, change`
    @_disfavoredOverload
    public mutating func appendInterpolation(list texts: some Sequence<String>) {
      append(.list(texts.map { .text($0) }))
    }

    /// A hole for several words, which are translated and separated by commas.
    public mutating func appendInterpolation(list messages: some Sequence<Message>) {
      append(.list(messages.map { .message($0) }))
    }

    private mutating func append(_ argument: Argument) {
      precondition(arguments.count < 9, "a message has at most nine holes")
      arguments.append(argument)
      template += "%\(arguments.count)"
    }
  }

  package static func + (a: Message, b: Message) -> Message { "\(a)\(b)" }
}

// MARK: - Reading messages

extension Message: CustomStringConvertible {
  /// English.
  public var description: String { english }
}

extension Message {
  package var english: String { text(in: .english) }

  /// The text in a language; English if the catalogue of the language lacks it.
  package func text(in language: MessageLanguage) -> String {
    let template = language.catalogue?[self.template] ?? self.template
    guard !arguments.isEmpty else { return template }
    return filled(template, in: language)
  }

  /// The templates of this message and its parts that the catalogue of a language lacks. Empty for English.
  package func untranslated(in language: MessageLanguage) -> [String] {
    guard let catalogue = language.catalogue else { return [] }
    let isWords = template.split(separator: "%").contains {
      $0.dropFirst().unicodeScalars.contains { $0.isASCII && $0.properties.isAlphabetic }
    }
    let own = isWords && catalogue[template] == nil ? [template] : []
    return own + arguments.flatMap { $0.untranslated(in: language) }
  }

  /// The message with another text in place of each of its texts.
  package func mappingTexts(_ change: (String) -> String) -> Message {
    Message(template: template, arguments: arguments.map { $0.mappingTexts(change) })
  }

  private func filled(_ template: String, in language: MessageLanguage) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(template.utf8.count + arguments.count * 16)
    var afterPercent = false
    for byte in template.utf8 {
      if afterPercent {
        afterPercent = false
        let hole = Int(byte) - Int(UInt8(ascii: "1"))
        if arguments.indices.contains(hole) {
          text.removeLast()
          text.append(contentsOf: arguments[hole].text(in: language).utf8)
          continue
        }
      }
      afterPercent = byte == UInt8(ascii: "%")
      text.append(byte)
    }
    return String(decoding: text, as: UTF8.self)
  }
}

extension Message.Argument {
  func text(in language: MessageLanguage) -> String {
    switch self {
    case .text(let text): text
    case .message(let message): message.text(in: language)
    case .list(let items):
      items.map { $0.text(in: language) }.joined(separator: language == .chinese ? "、" : ", ")
    }
  }

  fileprivate func mappingTexts(_ change: (String) -> String) -> Self {
    switch self {
    case .text(let text): .text(change(text))
    case .message(let message): .message(message.mappingTexts(change))
    case .list(let items): .list(items.map { $0.mappingTexts(change) })
    }
  }

  fileprivate func untranslated(in language: MessageLanguage) -> [String] {
    switch self {
    case .text: []
    case .message(let message): message.untranslated(in: language)
    case .list(let items): items.flatMap { $0.untranslated(in: language) }
    }
  }
}
