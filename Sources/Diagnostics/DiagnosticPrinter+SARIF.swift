extension DiagnosticPrinter {
  /// OASIS SARIF 2.1.0.
  func sarif(_ diagnostics: [Diagnostic]) -> String {
    let codes = Set(diagnostics.map(\.code)).sorted { $0.rawValue < $1.rawValue }
    let rules = codes.map { "{\"id\":\(quoted($0.rawValue))}" }.joined(separator: ",")
    let results = diagnostics.map { diagnostic in
      let place = diagnostic.location.cell.map { "\($0.description): " } ?? ""
      let text = [place + diagnostic.message, hint(of: diagnostic).map { "hint: \($0)" }].compactMap(\.self).joined(
        separator: "\n")
      var result = "{\"ruleId\":\(quoted(diagnostic.code.rawValue)),\"level\":\"\(diagnostic.severity.rawValue)\","
      result += "\"message\":{\"text\":\(quoted(text))},\"locations\":[{\(physical(diagnostic.location))}]"
      if !diagnostic.related.isEmpty {
        let related = diagnostic.related.map {
          "{\"message\":{\"text\":\(quoted($0.message))},\(physical($0.location))}"
        }
        result += ",\"relatedLocations\":[\(related.joined(separator: ","))]"
      }
      return result + "}"
    }
    return """
      {"version":"2.1.0","$schema":"https://json.schemastore.org/sarif-2.1.0.json","runs":[{"columnKind":"unicodeCodePoints",\
      "tool":{"driver":{"name":"planpress","version":\(quoted(version)),"rules":[\(rules)]}},\
      "results":[\(results.joined(separator: ","))]}]}

      """
  }

  private func physical(_ location: SourceLocation) -> String {
    var members = "\"artifactLocation\":{\"uri\":\(quoted(reference(outerPath(location))))}"
    if location.cell == nil, location.line > 0 {
      members += ",\"region\":{\"startLine\":\(location.line),\"startColumn\":\(location.column),"
      members += "\"endColumn\":\(location.column + location.length)}"
    }
    return "\"physicalLocation\":{\(members)}"
  }

  /// The path as a relative URL. RFC 3986 §2.
  private func reference(_ path: String) -> String {
    path.utf8.reduce(into: "") { result, byte in
      let character = Unicode.Scalar(byte)
      if byte < 0x80,
        character.properties.isAlphabetic || ("0"..."9").contains(character)
          || "-._~/".unicodeScalars.contains(character)
      {
        result.unicodeScalars.append(character)
      } else {
        result += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
  }
}
