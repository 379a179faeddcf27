import Diagnostics
import Files
import SiteData
import SiteModel
import SiteSources

/// The result of taking a snapshot.
package struct SnapshotReport: Sendable {
  package let diagnostics: [Diagnostic]
  /// The path of the file, relative to the site's folder. Nil if none was written because of the diagnostics, or
  /// because the site has neither figures nor `as-of`.
  package let path: String?
  package let indicators: Int
  /// Whether the file existed already, and was left unchanged: with the same bytes, or, where a report shows it, with the
  /// same targets, figures and statuses.
  package let isUnchanged: Bool
  /// The name of the file that keeps what the snapshot of that time said before; nil if there was none, or if it said as much.
  package let kept: SnapshotName?
}

extension SiteBuild {
  /// Writes what the site says now into `snapshots/`. Nothing is written while something that an earlier snapshot has
  /// was changed without saying so: the new file would hide it. Where there is a snapshot of this time that says something
  /// else of targets, figures or actions, it is kept under another name.
  package func takeSnapshot() async throws -> SnapshotReport {
    let prepared = try await prepare()
    let diagnostics = prepared.diagnostics.withoutNotes
    guard let site = prepared.files?.site, !diagnostics.contains(where: \.isUndeclaredChange),
      let name = SnapshotFile.name(of: site)
    else {
      return SnapshotReport(diagnostics: diagnostics, path: nil, indicators: 0, isUnchanged: false, kept: nil)
    }
    let file = "\(name).json"
    let path = "\(SourceTree.snapshotsFolder)/\(file)"
    let bytes = SnapshotFile.bytes(of: site, editions: prepared.files?.editionSites ?? [])
    let folder = try Folder(creating: "\(options.siteDirectory)/\(SourceTree.snapshotsFolder)", isOwn: true)
    let before = try folder.contents(of: file)
    let report = site.reports.first { $0.fields.snapshot?.value == name }
    let isUnchanged = before == bytes || before.map { report != nil && hasFigures($0, of: bytes, path) } ?? false
    if before != nil, !isUnchanged, let report {
      throw Author.Refusal(
        "'\(site.pages[report.home].title)' shows the figures of \(path); a new snapshot would change them, so nothing was written",
        hint: "write a later 'as-of' into site.yaml; a report keeps its figures")
    }
    let kept = try isUnchanged ? nil : before.flatMap { try keep($0, of: name, besides: bytes, in: folder) }
    if !isUnchanged { try folder.replace(file, with: bytes) }
    return SnapshotReport(
      diagnostics: diagnostics, path: path, indicators: site.indicators.count, isUnchanged: isUnchanged, kept: kept)
  }

  /// Writes an earlier snapshot of a time under a name of its own, unless the new one has all that it records.
  private func keep(
    _ before: [UInt8], of time: String, besides now: [UInt8], in folder: Folder
  ) throws -> SnapshotName? {
    guard SnapshotFile.record(before) != SnapshotFile.record(now) else { return nil }
    var number = 1
    while true {
      let name = SnapshotName(replaced: time, number: number)
      if try folder.contents(of: "\(name.text).json") == nil {
        try folder.replace("\(name.text).json", with: before)
        return name
      }
      number += 1
    }
  }

  private func hasFigures(_ before: [UInt8], of now: [UInt8], _ path: String) -> Bool {
    func snapshot(_ bytes: [UInt8]) -> Snapshot? {
      SnapshotReader.read(SourceText(path: path, bytes: bytes), path).value ?? nil
    }
    guard let old = snapshot(before), let new = snapshot(now) else { return false }
    return old.hasFigures(of: new)
  }

  /// A message to the user that there is no snapshot, or that the newest is older than `as-of`; nil if the newest is
  /// new enough. Reads no other file than `site.yaml`.
  package func snapshotAdvice() async throws -> Message? {
    let (tree, _) = try await SiteReader(siteDirectory: options.siteDirectory, jobs: options.jobs).sourceTree().parts()
    guard let tree else { return nil }
    let asOf = try SiteParser(tree: tree, jobs: 1).readSettings().value?.asOf
    return Snapshot.advice(tree.snapshots, asOf: asOf)
  }
}

extension Diagnostic {
  /// Whether something that a snapshot has is gone or different, and the site does not say so.
  package var isUndeclaredChange: Bool {
    [.snapshotTarget, .snapshotHistory, .snapshotGone, .snapshotValue].contains(code)
  }
}
