import DataFormats
import Diagnostics
import Files
import Indicators
import SiteData
import SiteSources

/// The data of another site, as they were fetched, and the copy that is kept of them.
package struct FetchedPlan: Sendable {
  /// The bytes of `other-plans/<name>.json`.
  package let bytes: [UInt8]
  package let targets: Int

  /// Keeps of each indicator with an id and a target what targets are compared by. Nil for bytes that are not the
  /// `indicators.json` of a planpress site. `plan` is what the site calls the plan; nil for all.
  package init?(_ fetched: [UInt8], of setting: OtherPlanSetting) {
    let source = SourceText(path: "indicators.json", bytes: fetched)
    guard let items = YAMLParser.parse(source).value?.asSequence else { return nil }
    var json = JSONWriter(.pretty)
    var count = 0
    json.object { json in
      json.member("format", OtherPlan.format)
      json.member("version", OtherPlan.version)
      json.member("url", setting.url.origin + setting.url.path)
      json.array("indicators") { json in
        for item in items {
          guard let members = item.asMapping, setting.plan == nil || FetchedPlan.text("plan", members) == setting.plan,
            let id = FetchedPlan.text("id", members), let name = FetchedPlan.text("name", members),
            let target = members.first(where: { $0.key.value == "target" })?.value.asMapping
          else { continue }
          count += 1
          json.object { json in
            json.member("id", id)
            json.member("name", name)
            json.object("target") { json in
              // A change has its sum beside it.
              let isChange = target.contains { $0.key.value == "change" }
              for entry in target
              where PromiseFact.ofTarget.contains(entry.key.value) && !(isChange && entry.key.value == "value") {
                json.member(PromiseFact(entry.key.value, PromiseValue(entry.value)))
              }
            }
            for key in ["baseline", "kind", "measure", "unit", "direction", "url"] {
              guard let node = members.first(where: { $0.key.value == key })?.value else { continue }
              json.member(PromiseFact(key, PromiseValue(node)))
            }
          }
        }
      }
    }
    bytes = json.bytes
    targets = count
  }

  private static func text(_ key: String, _ members: [YAMLEntry]) -> String? {
    members.first { $0.key.value == key }?.value.asScalar?.value
  }
}

/// A copy of a plan that was written.
package struct RefreshedPlan: Sendable {
  package let path: String
  package let targets: Int
  package let isUnchanged: Bool
}

extension SiteBuild {
  /// The other plans that `site.yaml` names.
  package func otherPlans() async throws -> Checked<[OtherPlanSetting]> {
    let (tree, missing) = try await SiteReader(siteDirectory: options.siteDirectory, jobs: options.jobs).sourceTree()
      .parts()
    guard let tree else { return Checked(failed: missing) }
    return try SiteParser(tree: tree, jobs: 1).readSettings().map(\.otherPlans)
  }

  /// Writes the copy of a plan, unless it is the same. Nil for bytes that are not the data of a planpress site.
  package func keep(_ fetched: [UInt8], of setting: OtherPlanSetting) throws -> RefreshedPlan? {
    guard let plan = FetchedPlan(fetched, of: setting) else { return nil }
    let path = "\(SourceTree.otherPlansFolder)/\(setting.name.value).json"
    let file = "\(options.siteDirectory)/\(path)"
    let isUnchanged = try FileSystem.contents(of: file) == plan.bytes
    if !isUnchanged { try FileSystem.replace(file, with: plan.bytes) }
    return RefreshedPlan(path: path, targets: plan.targets, isUnchanged: isUnchanged)
  }
}
