/// Why nothing was published, and what to do instead.
struct PublishRefusal: Error {
  let reason: String
  let hint: String?

  init(_ reason: String, hint: String? = nil) {
    self.reason = reason
    self.hint = hint
  }
}
