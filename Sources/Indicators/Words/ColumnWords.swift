/// What the columns of a workbook are called: the columns of the CSV files, in the words of readers.
package enum ColumnWords {
  /// The name itself for a column without words.
  package static func head(of column: String, _ language: WordLanguage) -> String {
    guard let words = table[column] else { return column }
    return switch language {
    case .chinese: words.chinese
    case .english: words.english
    }
  }

  private static let table: [String: (chinese: String, english: String)] = [
    "id": ("编号", "Id"), "plan": ("规划", "Plan"), "name": ("指标", "Indicator"), "unit": ("单位", "Unit"),
    "kind": ("类型", "Kind"), "nature": ("属性", "Nature"), "category": ("类别", "Category"),
    "direction": ("方向", "Direction"), "limit": ("界限", "Limit"), "programme": ("工程", "Programme"),
    "department": ("责任部门", "Department"), "baseline_period": ("基期年份", "Baseline year"),
    "baseline_value": ("基期", "Baseline"), "target_period": ("目标年份", "Target year"),
    "target_value": ("目标", "Target"), "comparator": ("比较", "Comparator"), "approximate": ("约数", "Approximate"),
    "interim_targets": ("阶段目标", "Interim targets"),
    "target_text": ("目标文字", "Target in words"), "target_direction": ("目标方向", "Target direction"),
    "time_progress": ("时间进度", "Time elapsed"), "progress": ("完成进度", "Progress"),
    "expected_progress": ("应有进度", "Expected progress"), "status": ("状态", "Status"),
    "class": ("状态类别", "Class"), "reason": ("说明", "Reason"), "last_status": ("上次状态", "Last status"),
    "has_turned": ("出现逆转", "Has turned"), "trend": ("年均变化率", "Trend"),
    "required_change_per_year": ("今后每年需变化", "Change needed per year"),
    "projection": ("按趋势推算", "Projection"), "url": ("网页", "Page"), "dimensions": ("分项", "Part"),
    "period": ("年份", "Year"), "value": ("数值", "Value"), "state": ("进展", "State"), "source": ("来源", "Source"),
    "note": ("备注", "Note"), "attributes": ("其他属性", "Attributes"),
  ]
}
