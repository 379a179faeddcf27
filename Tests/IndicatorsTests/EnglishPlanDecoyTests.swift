import Indicators
import Testing

/// More sentences in the manner of English plans: of cities, of health, of climate and of transport.
@Suite struct EnglishPlanDecoyTests {
  private static let plan = PlanPeriod(start: 2026, end: 2030)

  @Test("A sentence of a plan that promises nothing gives no target", arguments: sentences(of: table))
  func read(_ sentence: ExpectedSentence) {
    #expect(rows(of: sentence.text, Self.plan) == [], "\(sentence.text)")
  }
}

private let table = """
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
  The top 10 employers provide a third of all jobs.
  Emissions are 23% below 2005 levels.
  Last winter there were 30% fewer callouts than in 2022.
  Households with 30% more income spend 10% more on travel.
  The city ranked among the top ten for air quality in 2023.
  Ward 4 has two community gardens.
  Average rents are 12% higher than in the region.
  A 20% deposit is required.
  The tower will stand 40 metres high.
  Under the Housing Act, landlords must give 28 days' notice.
  Boston adopted a 100% renewable goal in 2019.
  For every 10 trees felled, two were replanted.
  The population could reach 400,000 by 2040.
  Stage 2 will begin in 2026.
  We received 3,000 comments on the draft.
  Two thirds of the budget is spent on wages.
  The median age is 38 years for men and 41 for women.
  The grant covers up to 50% of costs.
  Our 2020 plan promised 500 homes; 620 were built.
  It is 3 km from the station to the port.
  We have planted 12,000 trees since 2020.
  Cyclists made up 4% of traffic in 2021.
  The minimum wage is £11.44 an hour.
  Melbourne will host the 2026 forum.
  If we do nothing, waste will grow by 20% by 2035.
  The report makes 24 recommendations.
  Each ward is represented by three councillors.
  Applications must be received by 5 pm on 3 June 2026.
  In 2023 the council spent £40 million on roads.
  Between 15 and 20 people attended each workshop.
  This represents a fall of 12% since 2018.
  The national target is a 68% reduction by 2030.
  One bus can replace 40 cars.
  The museum attracts 200,000 visitors a year.
  The scheme is expected to cost £5 million.
  Parking costs £3 for two hours.
  A survey of 1,200 residents was carried out in May.
  Children aged 5 to 11 are eligible.
  Gas prices rose by 54% in April 2022.
  The site is 2.4 hectares in size.
  In the worst case, sea level will rise by 1.2 metres by 2100.
  Sea levels will rise by half a metre by 2100.
  Summer temperatures could reach 40 degrees, and winter rainfall will increase by 20% by 2050.
  Fines will rise to $200 under the new state law.
  Plant a quarter of a million trees before 2032.
  Create a third of a million square feet of parks by 2030.
  Plant a half-million shrubs by 2030.
  Build half a mile of river path by 2028.
  Raise the employment rate by half a percentage point by 2028.
  Fewer than 10 objections were received last year.
  1.2.2 See the table of 40 indicators.
  """
