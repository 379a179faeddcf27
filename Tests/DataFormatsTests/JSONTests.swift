import Bytes
import DataFormats
import TestSupport
import Testing

@Suite("JSON")
struct JSONTests {
  @Test("Pretty: two spaces, members in order, without nil members")
  func pretty() {
    var json = JSONWriter(.pretty)
    json.object {
      $0.member("id", "技能")
      $0.member("note", nil as String?)
      $0.object("target") { $0.member("value", 1.5) }
      $0.array("years") { for year in 2021...2022 { $0.value(year) } }
      $0.array("none") { _ in }
      $0.object("nothing") { _ in }
      $0.member("approx", false)
    }
    #expect(
      String(decoding: json.bytes, as: UTF8.self) == """
        {
          "id": "技能",
          "target": {
            "value": 1.5
          },
          "years": [
            2021,
            2022
          ],
          "none": [],
          "nothing": {},
          "approx": false
        }

        """)
  }

  @Test("An object on one line stays on it in every layout, with its contents and members of other writers")
  func objectsOnLines() {
    var copied = JSONWriter(.compact)
    copied.object {
      $0.member("note", "late")
      $0.object("by") { $0.member(named: "OBS", "E") }
    }
    var json = JSONWriter(.pretty)
    json.object { json in
      json.array("values") { json in
        json.lineObject {
          $0.member("value", 1)
          $0.members(verbatim: Array(copied.bytes.dropFirst().dropLast()))
        }
        json.lineObject { $0.object("a") { $0.array("b") { $0.value(2) } } }
        json.object { $0.member("value", 3) }
      }
      json.member("end", true)
    }
    #expect(
      String(decoding: json.bytes, as: UTF8.self) == """
        {
          "values": [
            {"value":1,"note":"late","by":{"OBS":"E"}},
            {"a":{"b":[2]}},
            {
              "value": 3
            }
          ],
          "end": true
        }

        """)
  }

  /// Shares, differences, and numbers of every size.
  @Test("A number is written as Swift writes it, without .0", .randomInput)
  func randomNumbers() {
    let input = RandomInput(seed: 41, rounds: 20_000)
    var generator = input.generator
    var numbers: [Double] = [
      0, -0.0, 1, -1.5, 0.1, 0.0001, 0.00009, .leastNonzeroMagnitude, 1e10, 1e16, 0.5, 9_007_199_254_740_992, 1e300,
    ]
    for _ in 0..<input.rounds {
      let (a, b) = (
        Double.random(in: 1...9_999, using: &generator).rounded(),
        Double.random(in: 1...9_999, using: &generator).rounded()
      )
      numbers += [a / b, b / a, (a - b) / 100 * 3, a / 1000, a * 0.1 + b * 0.2, .random(in: 0...1, using: &generator)]
      numbers += [
        .random(in: -1e11...1e11, using: &generator),
        Double(bitPattern: .random(in: 0...0x7FE, using: &generator) << 52),
      ]
    }
    for number in numbers {
      var expected = number == 0 ? "0" : number.description
      if expected.hasSuffix(".0"), abs(number) < 9_007_199_254_740_992 { expected.removeLast(2) }
      #expect(jsonText(number) == expected)
    }
  }

  @Test("Compact: no spaces")
  func compact() {
    var json = JSONWriter(.compact)
    json.array {
      $0.value("a")
      $0.object {
        $0.member("b", 1)
        $0.member("c", true)
      }
      $0.array { $0.value(false) }
    }
    #expect(String(decoding: json.bytes, as: UTF8.self) == #"["a",{"b":1,"c":true},[false]]"#)
  }

  @Test("Each item of the outermost list has one line")
  func lines() {
    var json = JSONWriter(.lines)
    json.array { json in
      json.object {
        $0.member("a", 1)
        $0.array("b") { array in for number in 1...2 { array.object { $0.member("c", number) } } }
      }
      json.object { _ in }
      json.array { $0.value("d") }
      json.value(true)
    }
    #expect(
      String(decoding: json.bytes, as: UTF8.self)
        == "[\n{\"a\":1,\"b\":[{\"c\":1},{\"c\":2}]},\n{},\n[\"d\"],\ntrue\n]\n")
    var empty = JSONWriter(.lines)
    empty.array { _ in }
    #expect(String(decoding: empty.bytes, as: UTF8.self) == "[]\n")
  }

  @Test("A list written in chunks is the whole list", arguments: [1, 2, 3])
  func stretches(_ size: Int) {
    var buffer = ByteBuffer()
    var whole = JSONWriter(.lines)
    whole.array { for number in 0..<6 { $0.value(number) } }
    for start in stride(from: 0, to: 6, by: size) {
      var json = JSONWriter(.lines, appendingTo: buffer)
      json.chunk(isFirst: start == 0, isLast: start + size == 6) {
        for number in start..<start + size { $0.value(number) }
      }
      buffer = json.finish()
    }
    #expect(buffer.array == whole.bytes)
  }

  @Test(
    "A decimal number loses its trailing zeros",
    arguments: [
      ("1.50", "1.5"), ("67.00", "67"), ("0.0", "0"), ("-0.00", "0"), ("-2.250", "-2.25"), ("100", "100"),
      ("2e3", "2000"),
      ("0.00005", "5e-05"), ("12345678901.25", "12345678901.25"), ("0.12345", "0.12345"),
    ])
  func writtenNumbers(_ text: String, _ expected: String) throws {
    var json = JSONWriter(.compact)
    let number = try #require(DecimalNumber(text))
    json.object { $0.member("a", number) }
    #expect(String(decoding: json.bytes, as: UTF8.self) == "{\"a\":\(expected)}")
  }

  @Test(
    "Numbers are the shortest text that reads back, whole numbers without a fraction",
    arguments: [
      (1.0, "1"), (-0.0, "0"), (0.1, "0.1"), (1.5, "1.5"), (-2.25, "-2.25"), (0.00005, "5e-05"), (1e300, "1e+300"),
      (9_007_199_254_740_991, "9007199254740991"), (1e16, "1e+16"), (0.1 + 0.2, "0.30000000000000004"),
    ] as [(Double, String)])
  func numbers(_ number: Double, _ expected: String) {
    var json = JSONWriter(.compact)
    json.value(number)
    #expect(String(decoding: json.bytes, as: UTF8.self) == expected)
  }

  @Test("Strings are escaped by RFC 8259; inside a script element no markup remains")
  func strings() throws {
    let text = "\"\\\n\r\t\u{1}/中🎓\u{2028}\u{2029}</script>&"
    var plain = JSONWriter(.compact)
    plain.value(text)
    #expect(
      String(decoding: plain.bytes, as: UTF8.self) == #""\"\\\n\r\t\u0001/中🎓"# + "\u{2028}\u{2029}" + #"</script>&""#)
    var html = JSONWriter(.compact, isForHTML: true)
    html.value(text)
    #expect(
      String(decoding: html.bytes, as: UTF8.self)
        == #""\"\\\n\r\t\u0001/中🎓\u2028\u2029\u003c/script\u003e\u0026""#)
    for bytes in [plain.bytes, html.bytes] { #expect(try JSONValue(parsing: bytes) == .string(text)) }
  }

  @Test("Written values read back unchanged")
  func roundTrip() throws {
    var json = JSONWriter(.pretty)
    json.object {
      $0.member("version", 1)
      $0.array("files") { array in
        for index in 0..<40 { array.object { $0.member("path", "页/\(index)") } }
      }
      for index in 0..<40 { $0.member(named: "key\(index)", index) }
    }
    let value = try JSONValue(parsing: json.bytes)
    #expect(value["version"]?.asInteger == 1)
    #expect(value["files"]?.asArray?.last?["path"]?.asString == "页/39")
    #expect(value["key39"]?.asInteger == 39)
    #expect(value["absent"] == nil)
    #expect(value.asObject?.count == 42)
  }

  @Test("Escapes and surrogate pairs are decoded")
  func escapes() throws {
    #expect(try JSONValue(parsing: Array(#""\u4e2d\uD83C\uDF93\/\b\f""#.utf8)) == .string("中🎓/\u{8}\u{C}"))
  }

  @Test(
    "JSON that planpress does not write is rejected with its offset",
    arguments: [
      ("", "a value is missing", 0), ("[1,]", "a value is missing", 3), ("{\"a\":1,}", "a key is missing", 7),
      ("{\"a\" 1}", "':' is missing", 5), ("[1 2]", "',' or ']' is missing", 3), ("[1", "',' or ']' is missing", 2),
      ("1.5", "text after the value", 1), ("01", "not an integer", 2), ("-", "not an integer", 1),
      ("99999999999999999999", "not an integer", 20), ("tru", "a value is missing", 0),
      ("\"a", "the string is not closed", 2), ("\"\n\"", "a control character in a string", 1),
      ("\"\\x\"", "an unknown escape", 3), ("\"\\ud800\"", "half a surrogate pair", 7),
      ("{\"a\":1,\"a\":2}", "the key 'a' is repeated", 10), ("null x", "text after the value", 5),
    ] as [(String, String, Int)])
  func refuses(_ text: String, _ message: String, _ offset: Int) {
    let error = #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: Array(text.utf8)) }
    #expect(error?.message.english == message)
    #expect(error?.offset == offset)
  }

  @Test("Nesting is limited")
  func depth() {
    let bytes = [UInt8](repeating: UInt8(ascii: "["), count: 100_000)
    #expect(throws: JSONSyntaxError(message: "nested too deeply", offset: 129)) { try JSONValue(parsing: bytes) }
  }
}
