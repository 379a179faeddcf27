import Diagnostics

/// Thrown before anything is published, with what the user can do instead.
struct PublishRefusal: Error {
  let reason: Message
  let hint: Message?

  init(_ reason: Message, hint: Message? = nil) {
    self.reason = reason
    self.hint = hint
  }
}
