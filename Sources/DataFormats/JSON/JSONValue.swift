/// A JSON value without fractions, as planpress writes it for itself.
package enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  case string(String)
  case array([JSONValue])
  /// Unique keys, in the order of the file.
  case object([Member])

  package struct Member: Hashable, Sendable {
    package let key: String
    package let value: JSONValue

    package init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }
}

// MARK: - Access

extension JSONValue {
  /// The value of a key; nil if it is absent or this is not an object.
  package subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  package var asString: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  package var asInteger: Int? {
    guard case .integer(let number) = self else { return nil }
    return number
  }

  package var asArray: [JSONValue]? {
    guard case .array(let items) = self else { return nil }
    return items
  }

  package var asObject: [Member]? {
    guard case .object(let members) = self else { return nil }
    return members
  }
}
