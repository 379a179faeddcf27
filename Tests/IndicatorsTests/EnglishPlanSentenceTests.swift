import Indicators
import Testing

/// More sentences in the manner of English plans: of cities, of health, of climate and of transport.
@Suite struct EnglishPlanSentenceTests {
  private static let plan = PlanPeriod(start: 2026, end: 2030)

  @Test("A sentence of a plan is read as its target", arguments: sentences(of: promises))
  func promise(_ sentence: ExpectedSentence) {
    #expect(rows(of: sentence.text, Self.plan) == sentence.rows, "\(sentence.text)")
  }

  @Test("A sentence that promises nothing gives no target", arguments: sentences(of: others))
  func other(_ sentence: ExpectedSentence) {
    #expect(rows(of: sentence.text, Self.plan) == [], "\(sentence.text)")
  }
}

private let promises = """
  We will improve the ratio of pupils to teachers to 15:1 by 2030.
    Ratio of pupils to teachers | 15 :1 | level | 2030 (by 2030)
  Life expectancy will rise to 80 years for men (and 84 for women) by 2035.
    Life expectancy: men | 80 years | level | 2035 (by 2035)
    Life expectancy: women | 84 years | level | 2035 (by 2035)
  Commitment 4: 250 new public drinking fountains installed by December 2027.
    New public drinking fountains installed | 250 fountains | increase | 2027 (by December 2027)
  Bus journey times on key corridors are to be cut by 15% by 2028.
    Bus journey times on key corridors | change -15% | level down | 2028 (by 2028)
  The number of road deaths shall be brought down to zero by 2040.
    Number of road deaths | 0 deaths | level down | 2040 (by 2040)
  Two thirds of residents will live within a ten-minute walk of a frequent bus stop by 2030.
    Residents live within a ten-minute walk of a frequent bus stop | 66.7 % | level about | 2030 (by 2030)
  One in three council vehicles will be electric by 2027.
    Council vehicles electric | 33.3 % | level about | 2027 (by 2027)
  Per-capita water use will drop from 142 to 110 litres a day by 2030.
    Per-capita water use | 110 litres a day | level down | from 142 in ? | 2030 (by 2030)
  A total of 1,200 homes a year will be retrofitted.
    Homes retrofitted | every 1200 homes | increase
  To be among the top ten cities for cycling in Europe by 2030.
    Rank among cities for cycling in Europe | 10 place | level <= down | 2030 (by 2030)
  Deliver 40 km of protected cycle lanes by 2026
    Protected cycle lanes delivered | 40 km | increase | 2026 (by 2026)
  90% of waste diverted from landfill by 2030
    Waste diverted from landfill | 90 % | level | 2030 (by 2030)
  30% fewer car trips by 2030 compared with 2019
    Car trips | change -30% | level down | from ? in 2019 | 2030 (by 2030)
  We aim to have 5,000 more people in work by 2029.
    People in work | 5000 people | increase | 2029 (by 2029)
  Emissions from municipal buildings will be 60% below 2010 levels by 2030.
    Emissions from municipal buildings | change -60% | level down | from ? in 2010 | 2030 (by 2030)
  Ensure that at least four in five pupils reach the expected standard by 2028.
    Pupils reach the expected standard | 80 % | level >= | 2028 (by 2028)
  The city will source 70 percent of its electricity from renewables by 2030.
    Electricity from renewables sourced | 70 % | level | 2030 (by 2030)
  Childhood obesity prevalence will be held at or below 18%.
    Childhood obesity prevalence | 18 % | ceiling <=
  Increase physical activity: 65% of adults active for 150 minutes a week by 2030.
    Adults active for 150 minutes a week | 65 % | level | 2030 (by 2030)
  Smoking prevalence to fall below 5% by 2030.
    Smoking prevalence | 5 % | level < down | 2030 (by 2030)
  Achieve a 20% modal share for cycling by 2030.
    Modal share for cycling | 20 % | level | 2030 (by 2030)
  Average emergency response times will be under eight minutes.
    Average emergency response times | 8 minutes | ceiling <
  Quadruple rooftop solar capacity to 400 MW by 2032.
    Rooftop solar capacity | 400 MW | level | 2032 (by 2032)
  We pledge $25 million over five years to improve sidewalks.
    Money pledged | 25 $ million | increase | 2030 (over five years)
  Over the next five years, fund 60 community projects.
    Community projects funded | 60 projects | increase | 2030 (Over the next five years)
  Reduce the vacancy rate on the high street from 14 to 8 per cent by 2029.
    Vacancy rate on the high street | 8 % | level down | from 14 in ? | 2029 (by 2029)
  Cut the gap in life expectancy between the most and least deprived areas by a quarter by 2035.
    Gap in life expectancy between the most and least deprived areas | change -25% | level down | 2035 (by 2035)
  Make 95% of pavements step-free by 2031.
    Pavements step-free made | 95 % | level | 2031 (by 2031)
  Within three years, halve the backlog of housing repairs.
    Backlog of housing repairs | change -50% | level down | 2028 (Within three years)
  The proportion of journeys made on foot, by bicycle or by public transport will reach 80% by 2041.
    Proportion of journeys made on foot, by bicycle or by public transport | 80 % | level | 2041 (by 2041)
  Increase the ratio of green space to residents to 12 square metres per person by 2030.
    Ratio of green space to residents | 12 square metres | level | 2030 (by 2030)
  By 2030 we want 80% of all trips to be made on foot, by bike or by public transport.
    Trips made on foot, by bike or by public transport | 80 % | level | 2030 (By 2030)
  Reduce the rate of fuel poverty from 15% to no more than 8% by 2030.
    Rate of fuel poverty | 8 % | level <= down | from 15 in ? | 2030 (by 2030)
  Emissions will be cut by two-thirds by 2035.
    Emissions | change -66.7% | level about down | 2035 (by 2035)
  Water consumption will be reduced to 110 litres per person per day by 2030.
    Water consumption | 110 litres per person per day | level down | 2030 (by 2030)
  By 2032, the proportion of homes rated EPC C or better will have increased to 70%.
    Proportion of homes rated EPC C or better | 70 % | level | 2032 (By 2032)
  100,000 square metres of new office space by 2030.
    New office space | 100000 square metres | increase | 2030 (by 2030)
  Deliver 1,000 new council homes, of which half will be for social rent, by 2028.
    New council homes delivered | 1000 homes | increase | 2028 (by 2028)
    New council homes delivered: for social rent | 50 % | increase | 2028 (by 2028)
  No more than 5% of household waste will go to landfill by 2030.
    Household waste go to landfill | 5 % | ceiling <= | 2030 (by 2030)
  By 2027, 15 schools will have school streets.
    Schools have school streets | 15 schools | level | 2027 (By 2027)
  We will invest £40m in cycling by 2029.
    Money invested in cycling | 40 £ million | increase | 2029 (by 2029)
  Raise average bus speeds by 10 per cent to 18 km/h by 2028.
    Average bus speeds | 18 km/h | level | 2028 (by 2028)
  Cut the number of rough sleepers to zero by 2027.
    Number of rough sleepers | 0 sleepers | level down | 2027 (by 2027)
  Every child will have access to a youth club by 2028.
    Every child will have access to a youth club | done | milestone | 2028 (by 2028)
  Target: 50% tree canopy in new developments by 2035.
    Tree canopy in new developments | 50 % | level | 2035 (by 2035)
  Ensure 95% of residents have access to full-fibre broadband by 2027.
    Residents have access to full-fibre broadband | 95 % | level | 2027 (by 2027)
  By the end of 2028 at least three hospitals will have been upgraded.
    Hospitals upgraded | 3 hospitals | increase >= | 2028 (By the end of 2028)
  Recruit 45 more community nurses by 2027.
    Community nurses recruited | 45 nurses | increase | 2027 (by 2027)
  We commit to a 40% cut in transport emissions by 2030 from 2018 levels.
    Transport emissions | change -40% | level down | from ? in 2018 | 2030 (by 2030)
  Shorten the average waiting time for mental health services to less than 28 days.
    Average waiting time for mental health services | 28 days | level < down
  Bring down infant mortality to 2 per 1,000 live births by 2030.
    Infant mortality | 2 per 1,000 live births | level down | 2030 (by 2030)
  Vacancy rates must not exceed 5%.
    Vacancy rates | 5 % | ceiling <=
  Annual visitor numbers to the museum are to grow to 500,000 by 2029.
    Annual visitor numbers | 500000 | level | 2029 (by 2029)
  One million trees planted by 2030.
    Trees planted | 1 million trees | increase | 2030 (by 2030)
  Air quality: annual mean PM2.5 concentrations of 10 µg/m³ or less everywhere by 2030.
    Annual mean PM2.5 concentrations | 10 µg/m³ | ceiling <= | 2030 (by 2030)
  Between now and 2030, 600 km of water mains will be replaced.
    Water mains replaced | 600 km | increase | 2030 (2030)
  """

private let others = """
  Chicago plans to plant 75,000 trees by 2027.
  In 2019, 42% of trips were made by car.
  The Paris Agreement aims to limit warming to 1.5 degrees.
  Around 12,000 residents took part in the consultation.
  Emissions fell by 27% between 2010 and 2020.
  The strategy has three pillars and 14 actions.
  Nationally, one in five adults smokes.
  The Government's target is to build 300,000 homes a year.
  Last year the council planted 2,300 trees.
  See Chapter 4 for the 12 indicators.
  A 10% rise in fuel prices would cost the average household £120 a year.
  The borough covers 36 square kilometres and is home to 280,000 people.
  Copenhagen intends to become carbon neutral by 2025.
  If nothing changes, congestion will increase by 30% by 2040.
  The population is expected to grow by 18% by 2041.
  Without action, 4,000 properties will be at risk of flooding by 2050.
  The scheme cost £4.2 million and opened in 2018.
  Policy H3 applies to sites of 10 or more dwellings.
  The report was published on 12 May 2023.
  Members of the public may comment within 28 days.
  The World Health Organization recommends that adults do 150 minutes of exercise a week.
  Heat pumps use about 3 times less energy than gas boilers.
  More than half of the city's bus fleet is already electric.
  By 2019, the programme had trained 400 teachers.
  The committee meets four times a year.
  It takes 20 minutes to walk across the town centre.
  Flights account for 8% of the university's footprint.
  According to the 2021 census, 31% of households have no car.
  Sea levels are projected to rise by 0.5 metres by 2100.
  Between 2015 and 2020 rents rose from £900 to £1,150 a month.
  Questions can be sent to the team at Room 210, 5 High Street.
  New York reduced its emissions by 23% from 2005 levels.
  Our survey found that 68% of respondents want more trees.
  The fine for littering is $150.
  London aims to be a zero-carbon city by 2030.
  In the last decade the number of jobs grew by 14,000.
  The consultation ran for 12 weeks and received 430 responses.
  A family of four spends about £80 a week on food.
  The plan is divided into 5 chapters.
  Approximately 3 in 10 residents live within the flood zone.
  Germany plans to phase out coal by 2038.
  Under national policy, local authorities must achieve a 10% net gain in biodiversity.
  The council currently operates 14 leisure centres.
  Children under 5 travel free.
  By 2050, temperatures could rise by 3 degrees.
  Since 2015, over 2,000 homes have been insulated.
  Section 106 agreements are required for schemes of more than 10 homes.
  A typical tree absorbs 20 kg of carbon a year.
  The budget for 2024/25 is £312 million.
  For further information contact us within 30 days.
  EU law requires member states to recycle 65% of municipal waste by 2035.
  The bridge carries 45,000 vehicles a day.
  Research suggests that 20 mph zones cut casualties by 40%.
  The lake covers 14 hectares.
  Oslo has pledged to cut emissions by 95% by 2030.
  If every household cut waste by 10%, we would save £1 million.
  Funding of £3 million was secured in 2022.
  Of the 56 indicators, 30 improved.
  The 2030 Agenda has 17 goals and 169 targets.
  Demand for energy is forecast to double by 2040.
  """
