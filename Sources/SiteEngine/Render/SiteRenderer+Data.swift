import Markup

// The figures as files that other programs read.
extension SiteRenderer {
  static let dataCSV = Route(file: "data/indicators.csv")
  static let dataJSON = Route(file: "data/indicators.json")
  static let dataPackage = Route(file: "data/datapackage.json")

  /// Where the data of a site's indicators stands: of all, and of each of `places`.
  static func dataRoutes(_ indicators: [ResolvedIndicator], of places: [Int]) -> [(route: Route, indicator: Int?)] {
    guard !indicators.isEmpty else { return [] }
    var routes: [(route: Route, indicator: Int?)] = [dataCSV, dataCSV.metadata, dataJSON, dataPackage].map { ($0, nil) }
    for place in places {
      guard let csv = indicators[place].dataRoute("csv"), let json = indicators[place].dataRoute("json") else {
        continue
      }
      for route in [csv, csv.metadata, json] { routes.append((route, place)) }
    }
    return routes
  }

  func dataFiles() -> [OutputFile] {
    guard !site.indicators.isEmpty else { return [] }
    let language = site.settings.language
    let registers = registers
    var files = [
      OutputFile(path: Self.dataCSV.outputPath, content: .pieces(IndicatorCSV.all(site, registers, at: Self.dataCSV))),
      OutputFile(
        path: Self.dataJSON.outputPath, content: .pieces(IndicatorJSON.all(site, registers, at: Self.dataJSON))),
      dataFile(Self.dataPackage) { DataPackage.bytes($0) },
      dataFile(Self.dataCSV.metadata) {
        DataPackage.metadata(of: "indicators.csv", title: $0.settings.title, language: language)
      },
    ]
    for place in site.withPage {
      let indicator = site.indicators[place]
      guard let csv = indicator.dataRoute("csv"), let json = indicator.dataRoute("json") else { continue }
      files.append(dataFile(csv) { IndicatorCSV.one(indicator, registers, $0.links, at: csv) })
      files.append(dataFile(json) { IndicatorJSON.one(indicator, $0, registers, at: json) })
      files.append(
        dataFile(csv.metadata) { _ in
          DataPackage.metadata(of: csv.path.lastPart, title: indicator.indicator.name, language: language)
        })
    }
    return files
  }

  private func dataFile(_ route: Route, _ bytes: @escaping @Sendable (ResolvedSite) -> [UInt8]) -> OutputFile {
    let site = site
    return file(route) { $0.append(contentsOf: bytes(site)) }
  }

  /// The links to an indicator's own files.
  func downloads(of indicator: ResolvedIndicator, from route: Route) -> [LinkView] {
    [("CSV", "csv"), ("JSON", "json")].compactMap { title, ending in
      indicator.dataRoute(ending).map { LinkView(title: title, url: site.links.link(from: route, to: $0)) }
    }
  }

  func dataset(of indicator: ResolvedIndicator, at route: Route) -> HTML {
    let files = [("text/csv", "csv"), ("application/json", "json")].compactMap { type, ending in
      indicator.dataRoute(ending).map { (type: type, route: $0) }
    }
    return DatasetMarkup.html(of: indicator, site, downloads: files, from: route)
  }
}

extension Route {
  /// CSV on the Web: metadata stand beside the file, under its name with an ending.
  var metadata: Route { Route(file: "\(bare)-metadata.json") }
}
