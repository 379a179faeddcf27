// Reads units as authors write them, in any language.
extension Indicator {
  /// Whether the unit names the period of its amounts: `homes a year`.
  var hasUnitOfPeriod: Bool {
    guard let unit else { return false }
    return Self.endsOfPeriod.contains { unit.hasSuffix($0) } || unit.hasPrefix("每")
  }

  private static let endsOfPeriod =
    ["year", "quarter", "month", "week", "day"].flatMap { [" a \($0)", " per \($0)", " each \($0)", "/\($0)"] } + [
      "/年", "/月", "/季度", " par an", "/an", " par mois", "/mois", " سنويًا", " شهريًا", " في السنة", " في الشهر",
      " al año", " por año", "/año", " anuales", " al trimestre", " por trimestre", " trimestrales", " al mes",
      " por mes", "/mes", " mensuales", " a la semana", " por semana", " semanales", " al día", " por día", "/día",
      " в год", "/год", " в квартал", "/квартал", " в месяц", "/месяц", " в неделю", " в день", " в сутки",
    ]
}
