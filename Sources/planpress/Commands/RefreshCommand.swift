import ArgumentParser
import Diagnostics
import SiteEngine
import SiteSources

struct RefreshCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refresh",
    abstract: localized("Fetch the targets of other sites' plans, with which this site's are compared."),
    discussion: localized(
      """
      Fetches data/indicators.json of each site under 'other-plans' in site.yaml with curl, and keeps a copy of its \
      targets in other-plans/<name>.json beside Content/. Keep the files with your content: no other command asks the \
      network.
      """))

  @Argument(help: localized("The folder that contains Content/."), completion: .directory)
  var site: String = "."

  @Option(help: localized("Only this one of the other plans.", valueName: "name"))
  var plan: String?

  @OptionGroup var spoken: LanguageOptions

  func validate() { TypedSite.set(site) }

  func run() async throws {
    let directory = site.count > 1 && site.hasSuffix("/") ? String(site.dropLast()) : site
    let build = SiteBuild(BuildOptions(siteDirectory: directory))
    let read = try await build.otherPlans()
    guard let settings = read.value, !read.diagnostics.hasErrors else {
      FindingReport(format: .text).print(read.diagnostics)
      throw Exit.findings
    }
    let chosen = settings.filter { plan == nil || $0.name.value == plan }
    guard !chosen.isEmpty else {
      Terminal.error(
        settings.isEmpty
          ? "planpress: site.yaml has no 'other-plans'" : "planpress: 'other-plans' in site.yaml has no '\(plan ?? "")'"
      )
      Terminal.hint("write 'other-plans: {national: https://example.org/plan/}'")
      throw Exit.findings
    }
    var hasFailed = false
    for setting in chosen {
      let answer = try PlanFetch().data(at: setting.dataAddress)
      switch answer {
      case .failure(let failure):
        Terminal.error("planpress: cannot fetch \(setting.dataAddress): \(failure.reason)")
        hasFailed = true
      case .success(let bytes):
        guard let kept = try build.keep(bytes, of: setting) else {
          Terminal.error("planpress: \(setting.dataAddress) is not the data of a planpress site")
          hasFailed = true
          continue
        }
        Terminal.output(
          kept.isUnchanged
            ? "\(kept.path): unchanged, targets: \(kept.targets)" : "\(kept.path): written, targets: \(kept.targets)")
      }
    }
    if hasFailed { throw Exit.findings }
  }
}
