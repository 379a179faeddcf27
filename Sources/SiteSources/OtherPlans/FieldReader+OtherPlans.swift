import DataFormats
import Diagnostics
import Indicators

extension FieldReader {
  /// `other-plans: {national: https://example.org/plan/, province: {url: …, title: …, plan: …}}`.
  mutating func otherPlans() -> [OtherPlanSetting] {
    guard let node = node("other-plans") else { return [] }
    guard let entries = node.asMapping else {
      report(
        .wrongType, "'other-plans' must name sites, not be \(node.kindInWords)",
        hint: "write 'other-plans: {national: https://example.org/plan/}'", at: node.range)
      return []
    }
    return entries.compactMap { entry in
      let name = Located(entry.key.value, at: entry.key.range)
      // The name of a file.
      guard IndicatorID(name.value) != nil else {
        report(
          .invalidValue, "'\(name.value)' cannot be the name of a plan", hint: "use letters, digits and '-'",
          at: name.range)
        return nil
      }
      if let text = entry.value.asScalar { return otherPlan(name, Located(text.value, at: entry.value.range)) }
      guard var fields = reader(of: entry.value, describing: "another plan") else { return nil }
      let url = fields.requiredString("url")
      let (title, plan) = (fields.string("title")?.value, fields.string("plan")?.value)
      fields.finish()
      return url.flatMap { otherPlan(name, $0, title: title, plan: plan) }
    }
  }

  private func otherPlan(
    _ name: Located<String>, _ address: Located<String>, title: String? = nil, plan: String? = nil
  ) -> OtherPlanSetting? {
    guard let url = BaseURL(address.value) else {
      report(
        .invalidValue, "'\(address.value)' is not the address of a site",
        hint: "write the address of its front page, such as https://example.org/plan/", at: address.range)
      return nil
    }
    return OtherPlanSetting(name: name, url: url, title: title, plan: plan)
  }
}
