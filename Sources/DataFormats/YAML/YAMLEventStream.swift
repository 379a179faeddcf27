import CYAML

/// An event of libyaml's parser, with copies of its strings.
struct YAMLEvent {
  enum Kind {
    case scalar(String, isPlain: Bool)
    case sequenceStart(isFlow: Bool)
    case mappingStart(isFlow: Bool)
    case collectionEnd
    case alias(String)
    case documentStart, documentEnd, streamEnd
  }

  let kind: Kind
  /// The name after `&`.
  var anchor: String?
  /// The full tag: `tag:yaml.org,2002:str` for `!!str`.
  var tag: String?
  /// In characters from the start of the input, as libyaml counts.
  let start: Int
  let end: Int
}

/// Why libyaml stopped.
struct YAMLProblem: Error {
  enum Position {
    /// In characters from the start of the input.
    case character(Int)
    /// In bytes, for a problem of libyaml's decoder.
    case byte(Int)
  }

  let text: String
  let position: Position
  /// What libyaml was parsing, such as `while scanning a quoted scalar`; empty if it does not say.
  let context: String
  /// The character at which that began.
  let contextStart: Int
}

/// Runs libyaml over bytes, which must outlive the stream.
struct YAMLEventStream: ~Copyable {
  // On the heap, because libyaml stores the address.
  private let parser: UnsafeMutablePointer<yaml_parser_t>

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    parser = .allocate(capacity: 1)
    precondition(yaml_parser_initialize(parser) == 1, "memory for a YAML parser")
    // Otherwise libyaml would decode bytes that look like UTF-16.
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  mutating func next() throws(YAMLProblem) -> YAMLEvent {
    var event = yaml_event_t()
    while true {
      guard yaml_parser_parse(parser, &event) == 1 else { throw problem() }
      if event.type == YAML_STREAM_START_EVENT { continue }
      defer { yaml_event_delete(&event) }
      return YAMLEvent(event)
    }
  }

  private func problem() -> YAMLProblem {
    let state = parser.pointee
    precondition(state.error != YAML_MEMORY_ERROR, "memory for a YAML file")
    return YAMLProblem(
      text: state.problem.map { String(cString: $0) } ?? "",
      position: state.error == YAML_READER_ERROR
        ? .byte(state.problem_offset) : .character(state.problem_mark.index),
      context: state.context.map { String(cString: $0) } ?? "",
      contextStart: state.context_mark.index)
  }
}

extension YAMLEvent {
  fileprivate init(_ event: yaml_event_t) {
    start = event.start_mark.index
    end = event.end_mark.index
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      kind = .scalar(text, isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE)
      anchor = string(scalar.anchor)
      tag = string(scalar.tag)
    case YAML_SEQUENCE_START_EVENT:
      kind = .sequenceStart(isFlow: event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE)
      anchor = string(event.data.sequence_start.anchor)
      tag = string(event.data.sequence_start.tag)
    case YAML_MAPPING_START_EVENT:
      kind = .mappingStart(isFlow: event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE)
      anchor = string(event.data.mapping_start.anchor)
      tag = string(event.data.mapping_start.tag)
    case YAML_ALIAS_EVENT: kind = .alias(string(event.data.alias.anchor) ?? "")
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: kind = .collectionEnd
    case YAML_DOCUMENT_START_EVENT: kind = .documentStart
    case YAML_DOCUMENT_END_EVENT: kind = .documentEnd
    default: kind = .streamEnd
    }
  }
}

private func string(_ text: UnsafeMutablePointer<yaml_char_t>?) -> String? {
  text.map { String(cString: $0) }
}
