import Indicators
import Testing

/// More sentences in the manner of English plans: of cities, of health, of climate and of transport.
@Suite struct EnglishPlanSentenceTests {
  private static let plan = PlanPeriod(start: 2026, end: 2030)

  @Test("A sentence of a plan is read as its target", arguments: sentences(of: table))
  func read(_ sentence: ExpectedSentence) {
    #expect(rows(of: sentence.text, Self.plan) == sentence.rows, "\(sentence.text)")
  }
}

private let table = """
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
  Infant mortality: reduce to 3.0 deaths per 1,000 live births by 2030.
    Infant mortality | 3 deaths per 1,000 live births | level down | 2030 (by 2030)
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
  Every ward will have at least two community gardens by 2028.
    Community gardens in every ward | 2 gardens | level >= | 2028 (by 2028)
  GHG emissions per capita: 2.5 tCO2e by 2030 (2019: 6.1 tCO2e).
    GHG emissions per capita | 2.5 tCO2e | level | from 6.1 in 2019 | 2030 (by 2030)
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
  An additional 20 electric buses will enter service each year.
    Electric buses enter service | every 20 buses | increase
  Peak-hour crowding will fall below four passengers per square metre by 2030.
    Peak-hour crowding | 4 passengers per square metre | level < down | 2030 (by 2030)
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
  Our ambition: a third of all new homes to be affordable by 2031.
    New homes affordable | 33.3 % | level about | 2031 (by 2031)
  By 2035, greenhouse gas emissions from transport will be 70% lower than in 2015.
    Greenhouse gas emissions from transport | change -70% | level down | 2035 (By 2035)
  The share of residents who feel safe after dark is to rise to 75% by 2030.
    Share of residents who feel safe after dark | 75 % | level | 2030 (by 2030)
  We want 9 out of 10 children to be school-ready by 2029.
    Children school-ready | 90 % | level | 2029 (by 2029)
  Between 2026 and 2030 we will resurface 250 miles of road.
    Road resurfaced | 250 miles | increase | 2030 (Between 2026 and 2030)
  Hospital admissions for asthma will be reduced by a quarter by 2030.
    Hospital admissions for asthma | change -25% | level down | 2030 (by 2030)
  Reach 1 GW of installed solar capacity by 2030.
    Installed solar capacity reached | 1 GW | increase | 2030 (by 2030)
  Maintain at least 40% tree cover in the county.
    Tree cover in the county | 40 % | floor >=
  By 2028 all council buildings will use 30% less energy than in 2020.
    Energy used by all council buildings | change -30% | level down | 2028 (By 2028)
  Increase kerbside recycling to 60% and cut contamination to under 5% by 2029.
    Kerbside recycling | 60 % | level | 2029 (by 2029)
    Contamination | 5 % | level < down | 2029 (by 2029)
  No fewer than 12 new health centres will open by 2030.
    New health centres open | 12 centres | increase >= | 2030 (by 2030)
  Double bus patronage by 2032 from a 2022 baseline.
    Bus patronage | change 100% | level | from ? in 2022 | 2032 (by 2032)
  Limit nitrogen dioxide to 20 µg/m³ by 2030.
    Nitrogen dioxide | 20 µg/m³ | ceiling | 2030 (by 2030)
  The average age of the vehicle fleet shall not exceed six years.
    Average age of the vehicle fleet | 6 years | ceiling <=
  Grow the tech workforce from 8,000 to 12,000 by 2030.
    Tech workforce | 12000 | level | from 8000 in ? | 2030 (by 2030)
  Lift 20,000 people out of poverty by 2030.
    People lifted | 20000 people | increase | 2030 (by 2030)
  Achieve a student-to-teacher ratio of 16:1.
    Student-to-teacher ratio | 16 :1 | level
  A 50 per cent reduction in pedestrian injuries by 2030.
    Pedestrian injuries | change -50% | level down | 2030 (by 2030)
  At least 30% of council spending will go to local firms by 2028.
    Council spending go to local firms | 30 % | level >= | 2028 (by 2028)
  Reduce the average commute from 38 to 30 minutes by 2032.
    Average commute | 30 minutes | level down | from 38 in ? | 2032 (by 2032)
  Create 15,000 net new jobs by 2030.
    Net new jobs created | 15000 jobs | increase | 2030 (by 2030)
  The share of the population living within 500 m of a park: 95% by 2030.
    Share of the population living within 500 m of a park | 95 % | level | 2030 (by 2030)
  Increase by 50% the number of residents using libraries by 2029.
    Number of residents using libraries | change 50% | level | 2029 (by 2029)
  Energy intensity is to improve by 2.5% per year.
    Energy intensity | 2.5 % | rate
  Bring 300 empty homes back into use each year.
    Empty homes brought | every 300 homes | increase
  A minimum of 20 new electric charging hubs will be in place by 2027.
    New electric charging hubs in place | 20 hubs | increase >= | 2027 (by 2027)
  By 2029, bus reliability will improve from 82% to 95%.
    Bus reliability | 95 % | level | from 82 in ? | 2029 (By 2029)
  Limit the increase in waste to 1% a year.
    Increase in waste | 1 % | ceiling
  Deliver a net gain of 10% in biodiversity on all council land by 2030.
    Net gain in biodiversity on all council land | 10 % | level | 2030 (by 2030)
  Fewer than 100 people will be killed or seriously injured on our roads in 2030.
    People killed | 100 people | ceiling < | 2030 (in 2030)
  Train 100% of front-line staff in trauma-informed practice by 2027.
    Front-line staff in trauma-informed practice trained | 100 % | level | 2027 (by 2027)
  Cut per capita car mileage by 15% against a 2019 baseline by 2030.
    Per capita car mileage | change -15% | level down | from ? in 2019 | 2030 (by 2030)
  Extend the tram network by 22 km by 2033.
    Tram network | change 22 km | level | 2033 (by 2033)
  1.2.2 Add 40 miles of bike lanes by 2030.
    Bike lanes added | 40 miles | increase | 2030 (by 2030)
  1.2.1 Buy 80 electric buses.
    Electric buses bought | 80 buses | increase
  1.2 Add 40 miles of bike lanes by 2030.
    Bike lanes added | 40 miles | increase | 2030 (by 2030)
  02 Plant 500 trees by 2028.
    Trees planted | 500 trees | increase | 2028 (by 2028)
  H2.1 Build 900 homes by 2030.
    Homes built | 900 homes | increase | 2030 (by 2030)
  T3: Build 12 bus shelters by 2028.
    Bus shelters built | 12 shelters | increase | 2028 (by 2028)
  ③ Train 60 teachers by 2027.
    Teachers trained | 60 teachers | increase | 2027 (by 2027)
  — (iv) Open 4 clinics by 2029.
    Clinics opened | 4 clinics | increase | 2029 (by 2029)
  1.2 million trees will be planted by 2030.
    Trees planted | 1.2 million trees | increase | 2030 (by 2030)
  Build half a million homes by 2035.
    Homes built | 500000 homes | increase | 2035 (by 2035)
  Plant a million trees by 2030.
    Trees planted | 1 million trees | increase | 2030 (by 2030)
  Plant two and a half million trees by 2030.
    Trees planted | 2.5 million trees | increase | 2030 (by 2030)
  Restore a hundred and twenty acres of wetland by 2030.
    Wetland restored | 120 acres | increase | 2030 (by 2030)
  At least a dozen libraries will open on Sundays by 2027.
    Libraries open on Sundays | 12 libraries | increase >= | 2027 (by 2027)
  There will be 12 more playgrounds by 2029.
    Playgrounds | 12 playgrounds | increase | 2029 (by 2029)
  By 2030 we'll have planted 9,000 trees.
    Trees planted | 9000 trees | increase | 2030 (By 2030)
  One in three journeys to be cycled by 2035.
    Journeys cycled | 33.3 % | level about | 2035 (by 2035)
  KPI: 95% of calls answered within 30 seconds.
    Calls answered within 30 seconds | 95 % | level
  We will permit 1,800 homes by 2030, of which at least 25 percent will be affordable.
    Homes permitted | 1800 homes | increase | 2030 (by 2030)
    Homes permitted: affordable | 25 % | increase >= | 2030 (by 2030)
  The share of renters who move each year falls from 48% to 40% in 2031.
    Share of renters who move | 40 % | level down | from 48 in ? | 2031 (in 2031)
  Fewer than 10 drownings per year.
    Drownings per year | 10 drownings | ceiling <
  There will be 300 fewer empty homes by 2029.
    Empty homes | change -300 homes | level down | 2029 (by 2029)
  Fund retrofits for 3,000 homes by 2029.
    Retrofits for homes funded | 3000 homes | increase | 2029 (by 2029)
  Increase solar capacity by a factor of four by 2030.
    Solar capacity | change 300% | level | 2030 (by 2030)
  Raise visitor spending to US$45 million a year by 2028.
    Visitor spending | 45 US$ million | level | 2028 (by 2028)
  """
