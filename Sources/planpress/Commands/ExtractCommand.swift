import ArgumentParser
import Diagnostics
import Indicators
import SiteEngine

struct ExtractCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: localized("List the targets that sentences promise, and add them as indicators."),
    discussion: localized(
      """
      Reads every page of every plan, in Chinese and English, and lists each number that a sentence promises and no \
      indicator has yet, with what the sentence leaves open. Things to be done without a number are listed as milestones. On \
      a terminal it then asks for each target whether to add it to the register of its plan.
      """))

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  @Argument(help: localized("The folder that contains Content/."), completion: .directory)
  var site: String = "."

  @Flag(help: localized("Add the targets without asking: all but milestones, or those of --only."))
  var accept = false

  @Option(help: localized("Choose by number, milestones too: 1,3-5.", valueName: "numbers"))
  var only: String?

  @Option(help: localized("The format of the list: text, or json with one object per line."))
  var format: Format = .text

  @OptionGroup var spoken: LanguageOptions

  func validate() { TypedSite.set(site) }

  func run() async throws {
    let directory = site.count > 1 && site.hasSuffix("/") ? String(site.dropLast()) : site
    let opened = try await Author.open(directory)
    guard let author = opened.value else {
      FindingReport(format: .text).print(opened.diagnostics)
      throw Exit.findings
    }
    guard author.hasPlan else {
      Terminal.error("planpress: the site has no plan")
      Terminal.hint("write 'type: plan' and 'period: {start: …, end: …}' into the index.md of the plan")
      throw Exit.findings
    }
    let targets = author.extract()
    // A file that cannot be read may contain targets too.
    let errors = opened.diagnostics.filter { $0.severity == .error }
    FindingReport(format: .text).print(errors)
    if targets.isEmpty, !errors.isEmpty { throw Exit.findings }
    let chosen = try chosen(of: targets)
    let asks = format == .text && !accept && only == nil && Terminal.isInputInteractive
    var accepted: [ExtractedTarget] = []
    for number in chosen {
      let target = targets[number - 1]
      switch format {
      case .json: Terminal.output(target.json())
      case .text: for line in target.described(number: number) { Terminal.output(line) }
      }
      if asks {
        guard let answer = ask() else { break }
        if answer { accepted.append(target) }
      } else if accept, only != nil || !target.draft.isMilestone && target.changedIndicator == nil {
        accepted.append(target)
      }
    }
    if format == .text { conclude(targets, asks: asks) }
    if accept, only == nil {
      let unclear = accepted.filter { $0.draft.gaps.contains(.comparator) }
      accepted.removeAll { $0.draft.gaps.contains(.comparator) }
      if !unclear.isEmpty {
        Terminal.error(
          "planpress: not added, because a negation leaves open whether the number is at most or at least: \(list: unclear.map { "'\($0.draft.name)'" as String })"
        )
        Terminal.hint(
          "read the sentences; 'planpress extract --accept --only \(someNumbers(of: targets))' adds them as they are listed"
        )
      }
    }
    let differing = accepted.filter { $0.namesake?.otherNumber != nil }
    if only == nil, !asks, !differing.isEmpty {
      accepted.removeAll { $0.namesake?.otherNumber != nil }
      Terminal.error(
        "planpress: not added, because an indicator of that name has another number: \(list: differing.map { "'\($0.draft.name)'" as String })"
      )
      Terminal.hint(
        "correct the register or the sentence; 'planpress extract --accept --only \(someNumbers(of: targets))' adds them as other indicators"
      )
    }
    let open = accepted.filter { $0.needsBaseline && $0.namesake == nil }
    accepted.removeAll { $0.needsBaseline && $0.namesake == nil }
    if !open.isEmpty {
      Terminal.error(
        "planpress: not added, because the text does not say the value that the change counts from: \(list: open.map { "'\($0.draft.name)'" as String })"
      )
      Terminal.hint(
        "add each with its baseline: '\(author.command(adding: open[0], baseline: 400))', with the right value in place of 400"
      )
    }
    guard !accepted.isEmpty else { return }
    do {
      for added in try author.accept(accepted) {
        guard added.quoting.isEmpty else {
          Terminal.error(
            "planpress: in \(added.register) the sentence was added to \(list: added.quoting.map { "'\($0)'" as String })"
          )
          continue
        }
        Terminal.error(
          added.count == 1
            ? "planpress: added 1 indicator to \(added.register)"
            : "planpress: added \(added.count) indicators to \(added.register)")
      }
    } catch let refusal as Author.Refusal {
      Terminal.error("planpress: \(refusal.reason)")
      if let hint = refusal.hint { Terminal.hint(hint) }
      throw Exit.findings
    }
  }

  /// The numbers of the targets to show, 1-based.
  private func chosen(of targets: [ExtractedTarget]) throws -> [Int] {
    guard let only else { return Array(1..<targets.count + 1) }
    var numbers: [Int] = []
    for part in only.split(separator: ",") {
      let ends = part.split(separator: "-").map { Int($0.filter { $0 != " " }) ?? 0 }
      guard let first = ends.first, let last = ends.last, ends.count <= 2, first >= 1, last >= first,
        last <= targets.count
      else {
        throw ValidationError(localized("'\(part)' is not one of the numbers 1 to \(targets.count)."))
      }
      numbers += first...last
    }
    return numbers
  }

  /// Numbers of the list, to show how they are written.
  private func someNumbers(of targets: [ExtractedTarget]) -> String {
    targets.count > 4 ? "1,3-5" : targets.count > 2 ? "1,3" : targets.count == 2 ? "1,2" : "1"
  }

  /// The answer; nil to stop asking.
  private func ask() -> Bool? {
    while true {
      Terminal.error(verbatim: localized("add it? [y]es, [n]o, [q]uit:") + " ")
      guard let line = readLine() else { return nil }
      switch line.lowercased().first {
      case "y": return true
      case "n": return false
      case "q": return nil
      default: Terminal.error("planpress: '\(line)' is no answer: type y, n or q")
      }
    }
  }

  private func conclude(_ targets: [ExtractedTarget], asks: Bool) {
    let milestones = targets.count { $0.draft.isMilestone }
    let count = targets.count - milestones
    var line: Message =
      count == 1 ? "planpress: 1 target that no indicator has" : "planpress: \(count) targets that no indicator has"
    if milestones > 0 {
      line =
        milestones == 1 ? "\(line), 1 milestone to confirm" : "\(line), \(milestones) milestones to confirm"
    }
    Terminal.error(line)
    if !asks, !accept, !targets.isEmpty {
      Terminal.hint(
        "'planpress extract --accept' adds the targets to the register; 'planpress extract --accept --only \(someNumbers(of: targets))' adds those"
      )
    }
  }
}
