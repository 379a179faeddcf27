/// Thrown before anything is published, with what the user can do instead.
struct PublishRefusal: Error {
  let reason: String
  let hint: String?

  init(_ reason: String, hint: String? = nil) {
    self.reason = reason
    self.hint = hint
  }
}
