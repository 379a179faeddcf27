extension Mistake {
  static let inFiles: [Mistake] = [
    .init(
      "a document of Word", file: "Content/规划正文.docx", "x", "Content/规划正文.docx",
      "save its text as a page, such as '规划正文.md'"),
    .init("a document of WPS", file: "Content/正文.wps", "x", "Content/正文.wps", "save its text as a page"),
    .init(
      "a workbook beside the data", file: "Content/indicators/days.xlsx", "x", "Content/indicators/days.xlsx",
      "save its sheet as 'CSV UTF-8' under the name 'days.csv'"),
    .init(
      "a workbook of the site", file: "Content/数据.xlsx", "x", "Content/数据.xlsx",
      "take its values in with 'planpress import Content/数据.xlsx'"),
    .init("an old workbook", file: "Content/数据.xls", "x", "Content/数据.xls", "planpress import"),
    .init(
      "a page that Notepad saved", file: "Content/3-soil.md.txt", "---\ntitle: 土\n---\n土。\n", "Content/3-soil.md.txt",
      "rename it to '3-soil.md'"),
    .init(
      "a register that Notepad saved", file: "Content/terms.yaml.txt", "x", "Content/terms.yaml.txt",
      "rename it to 'terms.yaml'"),
    .init("a stray table", file: "Content/data.csv", "a,b\n1,2\n", "Content/data.csv", "values.csv beside site.yaml"),
    .init(
      "a data file of no indicator", file: "Content/indicators/pm52.csv", "Year,Value\n2020,1\n",
      "Content/indicators/pm52.csv", "did you mean 'pm25'? Rename the file"),
    .init(
      "a number in words", in: "Content/indicators/pm25.csv", "2021,31", "2021,三十一", "Content/indicators/pm25.csv:2:6",
      "write 31"),
    .init(
      "a wrong head", in: "Content/indicators/pm25.csv", "Year,Value", "Year,Valeu", "Content/indicators/pm25.csv:1",
      "rename column 'Valeu' to 'Value'"),
    .init(
      "a full-width comma in a table", in: "Content/indicators/pm25.csv", "2021,31", "2021，31",
      "Content/indicators/pm25.csv:2:1", "write ',' instead of '，'"),
    .init(
      "a year twice", in: "Content/indicators/pm25.csv", "2022,30", "2021,31", "Content/indicators/pm25.csv:3:1",
      "remove one of the lines"),
  ]
}
