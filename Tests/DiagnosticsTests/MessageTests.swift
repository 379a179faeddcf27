import Diagnostics
import Testing

struct MessageTests {
  @Test("A literal becomes a template with holes; its arguments are kept separately", arguments: [3])
  func template(_ count: Int) {
    let id = "air"
    let message: Message = "indicator '\(id)' has \(count == 1 ? "1 row" : "\(count) rows")"
    #expect(message.template == "indicator '%1' has %2")
    #expect(message.arguments == [.text("air"), .message("\(3) rows")])
    #expect(message.english == "indicator 'air' has 3 rows")
  }

  @Test("A hole in the content is not a hole of the template")
  func percent() {
    let content = "%2 and %1"
    let message: Message = "'\(content)' is 5% of \(list: ["a", "b"])"
    #expect(message.english == "'%2 and %1' is 5% of a, b")
    #expect(Message(verbatim: "%1").english == "%1")
    #expect(("100%" as Message).english == "100%")
  }

  @Test("Messages are joined, and their parts are still messages")
  func joined() {
    let message: Message = "a" + "b"
    #expect(message.english == "ab")
    #expect(message.arguments == [.message("a"), .message("b")])
  }
}
