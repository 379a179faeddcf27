import DataFormats
import Files
import Indicators

extension Author {
  /// The indicators of each plan of the targets.
  func declaredIndicators(of targets: [ExtractedTarget]) -> [String: DeclaredIndicators] {
    let folders = planFolders
    return Dictionary(
      uniqueKeysWithValues: Set(targets.map(\.plan)).map {
        ($0, DeclaredIndicators(site, plan: $0, among: folders))
      })
  }

  /// The entry of a register with the name and unit of a target and without a quotation.
  func namesake(
    of target: ExtractedTarget, among declared: DeclaredIndicators
  ) -> (entry: DeclaredIndicators.Entry, namesake: ExtractedTarget.Namesake)? {
    let draft = target.draft
    guard !draft.isMilestone, target.changedIndicator == nil, let entry = declared.named(draft.name, unit: draft.unit),
      entry.register != nil, entry.indicator.quote == nil, entry.indicator.kind != .milestone,
      let id = entry.indicator.id?.value,
      entry.indicator.section == nil || entry.indicator.section?.value == target.section,
      !entry.indicator.promises.isEmpty || !target.needsBaseline || entry.indicator.baselineNumber != nil
    else { return nil }
    guard let value = draft.value?.value, !entry.indicator.promises.isEmpty else {
      return (entry, .init(id: id, otherNumber: nil))
    }
    let end = planEnd(target.plan)
    let own = entry.indicator.promises.first { ($0.period?.year ?? end) == (draft.year ?? end) }?.numbers ?? []
    if own.contains(where: { abs($0) == value }) { return (entry, .init(id: id, otherNumber: nil)) }
    let all = own.isEmpty ? entry.indicator.promisedNumbers : own
    return (entry, .init(id: id, otherNumber: all.map(jsonText).joined(separator: ", ")))
  }

  /// Writes the quotations of targets into the entries that have their names, numbers and no quotation. Returns the indices of
  /// those targets, and of those that repeat one of them.
  func quote(_ targets: [ExtractedTarget]) throws -> (taken: [Int], registers: [Accepted]) {
    let declared = declaredIndicators(of: targets)
    var taken: [Int] = []
    var found: [(entry: DeclaredIndicators.Entry, target: ExtractedTarget)] = []
    for (index, target) in targets.enumerated() {
      guard let (entry, namesake) = declared[target.plan].flatMap({ self.namesake(of: target, among: $0) }),
        namesake.otherNumber == nil
      else { continue }
      taken.append(index)
      if !found.contains(where: { $0.entry.indicator === entry.indicator }) { found.append((entry, target)) }
    }
    var done: [(register: String, id: String)] = []
    var missed: Set<String> = []
    let files = try changing(found.map(\.entry)) { index, lines in
      let id = found[index].entry.indicator.id?.value ?? ""
      guard lines != nil, lines?.has("from") != true || lines?.value(of: "from") != nil else {
        missed.insert(id)
        return
      }
      let target = found[index].target
      if found[index].entry.indicator.promises.isEmpty { lines?.add(target.targetLine(yaml)) }
      if lines?.has("from") == true {
        lines?.replace("from", by: target.fromLine(yaml))
      } else {
        lines?.add(target.fromLine(yaml))
      }
      done.append((found[index].entry.register ?? "", id))
    }
    for file in files { try FileSystem.replace("\(siteDirectory)/\(file.path)", with: file.bytes) }
    let registers = Dictionary(grouping: done, by: \.register).sorted { $0.key < $1.key }.map { register, ids in
      Accepted(register: register, count: 0, quoting: ids.map(\.id).reversed())
    }
    taken.removeAll { index in
      declared[targets[index].plan].flatMap { self.namesake(of: targets[index], among: $0) }.map {
        missed.contains($0.namesake.id)
      } ?? false
    }
    return (taken, registers)
  }
}
