import DataFormats
import Diagnostics
import Files
import Indicators

/// Finds and reads the snapshot that a site is compared with.
package struct SnapshotReader: Sendable {
  /// In bytes. A site of 45,000 indicators has a snapshot of about 30 MB.
  private static let largest = 256 << 20

  private let siteDirectory: String

  package init(siteDirectory: String) {
    self.siteDirectory = siteDirectory
  }

  /// The newest snapshot by name; nil if there is none. Warns of a file that is not named after a time
  /// (`snapshot.name`).
  package func newest(of files: [SourceFile]) throws -> Checked<Snapshot?> {
    var found: [Diagnostic] = []
    var newest: (file: SourceFile, name: SnapshotName)?
    for file in files where file.path.pathExtension == "json" {
      let path = "\(SourceTree.snapshotsFolder)/\(file.path)"
      let name = SnapshotName(file.name.withoutPathExtension)
      guard file.folder.isEmpty, Snapshot.time(of: name.text) != nil else {
        found.append(
          Diagnostic(
            .warning, .snapshotName, "'\(file.path)' is not named after a time, and is not compared",
            hint: "rename it to the month that it is of, such as 2026-03.json", at: SourceLocation(file: path)))
        continue
      }
      if newest.map({ $0.name < name }) ?? true { newest = (file, name) }
    }
    guard let newest else { return Checked(nil, found) }
    return try read("\(SourceTree.snapshotsFolder)/\(newest.file.path)").adding(found)
  }

  /// `path` is relative to the folder of the reader. Reports a file that planpress did not write, or that was changed by hand so
  /// that it cannot be read (`snapshot.invalid`).
  package func read(_ path: String) throws -> Checked<Snapshot?> {
    guard try FileSystem.kind(of: siteDirectory.appending(part: path)) != nil else {
      return Checked(
        nil,
        [
          Diagnostic(
            .error, .snapshotInvalid, "there is no snapshot '\(path)'",
            hint: "snapshots are in the site's folder, such as snapshots/2026-03.json", at: SourceLocation(file: path))
        ])
    }
    let loaded = try SourceLoader(siteDirectory: siteDirectory).text(of: path, limit: SnapshotReader.largest)
    guard let source = loaded.value else { return Checked(nil, loaded.diagnostics) }
    return SnapshotReader.read(source, path)
  }

  /// Reads a snapshot from its text. `path` is that of messages, and its last part the time.
  package static func read(_ source: SourceText, _ path: String) -> Checked<Snapshot?> {
    let document = YAMLParser.parse(source)
    guard let node = document.value, document.diagnostics.isEmpty else {
      let location = document.diagnostics.first?.location ?? source.location(line: 1)
      return Checked(nil, [invalid("is damaged", location)])
    }
    let sink = DiagnosticSink()
    guard var reader = FieldReader(node, in: source, describing: "a snapshot", reportingTo: sink),
      reader.string("format")?.value == "planpress-snapshot"
    else { return Checked(nil, [invalid("was not written by planpress", source.location(line: 1))]) }
    let version = reader.integer("version", in: 1...Int.max)
    if let version, version.value > Snapshot.version {
      return Checked(
        nil,
        [
          Diagnostic(
            .error, .snapshotInvalid, "the snapshot '\(path)' was written by a newer planpress",
            hint: "update planpress", at: source.location(of: version.range))
        ])
    }
    let snapshot = reader.snapshot(named: path.lastPart.withoutPathExtension, version: version?.value ?? 1)
    if let first = sink.diagnostics.first {
      return Checked(nil, [invalid("is damaged: \(first.words)", first.location)])
    }
    return Checked(snapshot, [])

    func invalid(_ what: Message, _ location: SourceLocation) -> Diagnostic {
      Diagnostic(
        .error, .snapshotInvalid, "the snapshot '\(path)' \(what)",
        hint:
          "restore it from a copy, such as the history of git; without it changes of targets are not detected",
        at: location)
    }
  }
}

extension FieldReader {
  fileprivate mutating func snapshot(named name: String, version: Int) -> Snapshot {
    let asOf = string("asOf")?.value
    let littleChange = string("littleChange")?.value
    let plans = mappings("plans", describing: "a plan").map { given in
      var fields = given
      return Snapshot.PlanRule(
        path: fields.string("plan")?.value ?? "", years: fields.requiredString("years")?.value ?? "",
        tolerance: fields.requiredString("tolerance")?.value ?? "", range: fields.range)
    }
    let promises = mappings("indicators", describing: "an indicator").map { given in
      var fields = given
      return fields.promiseOfSnapshot(version: version)
    }
    let actions = mappings("actions", describing: "an action").map { given in
      var fields = given
      return fields.actionOfSnapshot(version: version)
    }
    var translations: [String: [String: String]] = [:]
    for language in node("translations")?.asMapping ?? [] {
      let names = (language.value.asMapping ?? []).compactMap { name in
        name.value.asScalar.map { (name.key.value, $0.value) }
      }
      translations[language.key.value] = Dictionary(names, uniquingKeysWith: { first, _ in first })
    }
    return Snapshot(
      name: name, source: source, asOf: asOf, littleChange: littleChange, plans: plans, promises: promises,
      actions: version < 5 ? nil : actions, addresses: strings("addresses"),
      translations: translations, range: range)
  }

  private mutating func actionOfSnapshot(version: Int) -> Snapshot.Action {
    let (id, name) = (requiredString("id")?.value ?? "", requiredString("name")?.value ?? "")
    let (plan, start, due) = (string("plan")?.value ?? "", string("start")?.value, string("due")?.value)
    let state = string("state")?.value
    let earlier = earlierDatesOfSnapshot()
    let steps = mappings("steps", describing: "a step").map { given in
      var fields = given
      return Snapshot.Step(
        name: fields.requiredString("name")?.value ?? "", due: fields.string("due")?.value,
        isDone: (fields.node("done")?.asScalar).map { $0.value == "true" },
        earlier: fields.earlierDatesOfSnapshot())
    }
    let done = string("done")?.value
    let progress = (node("progress")?.asScalar).flatMap { DecimalNumber($0.value)?.value }
    return Snapshot.Action(
      id: id, name: name, plan: plan, start: start, due: due, state: state, earlier: earlier,
      steps: version < 6 ? nil : steps, done: done, progress: progress, listing: listingOfSnapshot(version: version),
      range: range)
  }

  private mutating func listingOfSnapshot(version: Int) -> Snapshot.Listing? {
    let (category, group) = (string("category")?.value, string("group")?.value)
    let department = string("department")?.value
    let place = Snapshot.Place(section: string("section")?.value, programme: string("programme")?.value)
    guard version >= 7 else { return nil }
    return Snapshot.Listing(
      category: category, group: group, department: department, place: version < 8 ? nil : place)
  }

  private mutating func earlierDatesOfSnapshot() -> [Snapshot.EarlierDates] {
    mappings("earlier", describing: "earlier dates").map { given in
      var fields = given
      return Snapshot.EarlierDates(
        until: fields.requiredString("until")?.value ?? "", by: fields.string("by")?.value,
        why: fields.string("why")?.value, start: fields.string("start")?.value, due: fields.string("due")?.value)
    }
  }

  private mutating func promiseOfSnapshot(version: Int) -> Snapshot.Promise {
    let (id, name) = (string("id")?.value, requiredString("name")?.value ?? "")
    let observations = observations()
    let plan = string("plan")?.value ?? ""
    let earlier = earlierOfSnapshot()
    var parts: [Snapshot.Part] = []
    for given in mappings("parts", describing: "a part") {
      var fields = given
      var cells = fields.mapping("where", describing: "the cells of a part")
      let names = cells?.strings().map { IndicatorFacet.Cell(name: $0.key.value, value: $0.value) } ?? []
      parts.append(Snapshot.Part(cells: names, facts: fields.facts(), earlier: fields.earlierOfSnapshot()))
    }
    let known: [FieldKey] = ["definition", "limit", "breaks"]
    let newer: [FieldKey] = ["nature", "reporting", "judgement"]
    let newest: [FieldKey] = ["frequency", "next-update"]
    let details: [PromiseFact]? =
      version < 2
      ? nil
      : [PromiseFact("name", .text(name))] + facts(known) + (version < 3 ? [] : facts(newer))
        + (version < 4 ? [] : facts(newest))
    return Snapshot.Promise(
      id: id, name: name, plan: plan, facts: facts(), details: details,
      unknown: ((version < 2 ? known : []) + (version < 3 ? newer : []) + (version < 4 ? newest : [])).map(\.text),
      earlier: earlier, parts: parts,
      retired: string("retired")?.value, status: string("status")?.value, reason: string("reason")?.value,
      retiredWhy: string("retiredWhy")?.value, listing: listingOfSnapshot(version: version),
      observations: observations, hasRanges: version >= 3,
      hasFigureStatuses: version >= 6, range: range)
  }

  private mutating func earlierOfSnapshot() -> [Snapshot.Earlier] {
    mappings("earlier", describing: "an earlier target").map { given in
      var fields = given
      let until = fields.requiredString("until")?.value ?? ""
      let (by, why) = (fields.string("by")?.value, fields.string("why")?.value)
      return Snapshot.Earlier(until: until, by: by, why: why, facts: fields.facts())
    }
  }

  private mutating func observations() -> [Observation] {
    var ranges: [String: ValueRange] = [:]
    for entry in node("ranges")?.asMapping ?? [] {
      let ends = (entry.value.asSequence ?? []).compactMap { $0.asScalar.flatMap { DecimalNumber($0.value) } }
      if ends.count == 2 { ranges[entry.key.value] = ValueRange(low: ends[0], high: ends[1]) }
    }
    var statuses: [String: ObservationStatus] = [:]
    for entry in node("statuses")?.asMapping ?? [] {
      statuses[entry.key.value] = entry.value.asScalar.flatMap { ObservationStatus(rawValue: $0.value) }
    }
    let values = node("values")?.asMapping ?? []
    let observations = values.compactMap { entry -> Observation? in
      guard let period = Snapshot.period(of: entry.key.value), let text = entry.value.asScalar?.value else {
        return nil
      }
      if let state = MilestoneState(rawValue: text) { return Observation(period: period, value: nil, state: state) }
      return DecimalNumber(text).map {
        Observation(period: period, value: $0, status: statuses[entry.key.value], range: ranges[entry.key.value])
      }
    }
    // A withheld figure has a status alone.
    let known = Set(values.map(\.key.value))
    let withheld = statuses.filter { !known.contains($0.key) }.compactMap { key, status in
      Snapshot.period(of: key).map { Observation(period: $0, value: nil, status: status) }
    }
    return withheld.isEmpty ? observations : (observations + withheld).sorted { $0.period < $1.period }
  }

  /// The facts of a promise, in the order of the file.
  private mutating func facts() -> [PromiseFact] {
    var facts: [PromiseFact] = []
    if let target = node("target")?.asMapping {
      facts += target.map { PromiseFact($0.key.value, PromiseValue($0.value)) }
    }
    return facts + self.facts(["targets", "baseline", "kind", "measure", "unit", "quote"])
  }

  private mutating func facts(_ keys: [FieldKey]) -> [PromiseFact] {
    var facts: [PromiseFact] = []
    for key in keys { if let node = node(key) { facts.append(PromiseFact(key.text, PromiseValue(node))) } }
    return facts
  }
}
