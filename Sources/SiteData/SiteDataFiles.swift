import Bytes
import Files
import SiteModel
import SiteOutput
import SiteSources

/// The data files of a site, for other programs.
package struct SiteDataFiles: Sendable {
  private let site: ResolvedSite
  private let names: RegisterNames
  private let values: ObservationCSV

  package init(_ site: ResolvedSite) {
    self.site = site
    names = RegisterNames(site)
    values = ObservationCSV(site)
  }

  /// The file at an address. A file with all indicators is written piece by piece.
  package func file(at address: DataAddress) -> OutputFile {
    let route = site.routes.route(of: address)
    let context = FactContext(site, names, file: route)
    switch address {
    case .all(.csv): return pieces(route, IndicatorCSV.indicators(site, context))
    case .all(.values): return pieces(route, IndicatorCSV.values(site, values))
    case .all(.json): return pieces(route, IndicatorJSON.all(site, context))
    case .all(.csvMetadata):
      return file(route) {
        DataPackage.metadata(
          of: [DataPackage.indicators(title: site.settings.title)], language: site.settings.language)
      }
    case .all(.valuesMetadata):
      return file(route) { [values] in
        DataPackage.metadata(
          of: [
            DataPackage.indicators(title: site.settings.title),
            DataPackage.values(
              url: DataFile.values.route.path.lastPart, title: site.settings.title, values, leadsToIndicators: true),
          ], language: site.settings.language)
      }
    case .all(.workbook): return pieces(route, IndicatorWorkbook.pieces(of: site, context))
    case .all(.package): return file(route) { [values] in DataPackage.bytes(site, values) }
    case .actions(.csv): return file(route) { ActionData.csv(site, context) }
    case .actions(.json): return file(route) { ActionData.json(site, context) }
    case .actions(.csvMetadata):
      return file(route) {
        DataPackage.metadata(of: [DataPackage.actions(title: site.settings.title)], language: site.settings.language)
      }
    case .actions(.labour): return file(route) { ActionData.labour(site) }
    case .actions(.workbook): return file(route) { ActionData.workbook(site, context) }
    case .actions(.calendar):
      return OutputFile(
        path: route.outputPath, content: .rendered { [site] in ActionCalendar(site: site).write(into: &$0) })
    case .indicator(let ref, .csv):
      return file(route) { IndicatorCSV.one(site.indicators[ref]) }
    case .indicator(_, .source): preconditionFailure("an author's file is copied")
    case .indicator(let ref, .json):
      return file(route) { IndicatorJSON.one(site.indicators[ref], context) }
    case .indicator(let ref, .csvMetadata):
      return file(route) {
        let resolved = site.indicators[ref]
        let table = DataPackage.values(
          url: site.routes.route(of: .indicator(ref, .csv)).path.lastPart, title: resolved.indicator.name,
          ObservationCSV(resolved), leadsToIndicators: false)
        return DataPackage.metadata(of: [table], language: site.settings.language)
      }
    }
  }

  /// The size of the file at an address, in bytes. Makes the file, and throws it away.
  package func size(of address: DataAddress) -> Int {
    var buffer = ByteBuffer()
    var size = 0
    let pieces: [OutputFile.Piece] =
      switch file(at: address).content {
      case .rendered(let render): [render]
      case .pieces(let pieces): pieces
      case .copied, .copy: preconditionFailure("a data file is made of the site")
      }
    for piece in pieces {
      buffer.removeAll()
      piece(&buffer)
      size += buffer.count
    }
    return size
  }

  private func file(_ route: Route, _ bytes: @escaping @Sendable () -> [UInt8]) -> OutputFile {
    OutputFile(path: route.outputPath, content: .rendered { $0.append(contentsOf: bytes()) })
  }

  private func pieces(_ route: Route, _ pieces: [OutputFile.Piece]) -> OutputFile {
    OutputFile(path: route.outputPath, content: .pieces(pieces))
  }
}

extension Table<IndicatorTag, ResolvedIndicator> {
  /// The ranges of indicators that are written as one piece, of about a megabyte each. None is empty.
  var pieces: [Range<IndicatorRef>] {
    var pieces: [Range<IndicatorRef>] = []
    var start = 0
    var values = 0
    for ref in indices {
      values += self[ref].indicator.valueCount
      let end = ref.index + 1
      guard end - start == 512 || values >= 8192 || end == count else { continue }
      pieces.append(IndicatorRef(start)..<IndicatorRef(end))
      (start, values) = (end, 0)
    }
    return pieces
  }
}
