extension Catalogue {
  /// What is said of data files, in Chinese.
  static let data = #"""
    base year
      基期年
    """#
}
