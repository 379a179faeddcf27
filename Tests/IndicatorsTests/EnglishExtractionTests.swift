import Indicators
import Testing

/// Sentences in the manner of English plans, and the targets that they promise.
@Suite struct EnglishExtractionTests {
  private static let plan = PlanPeriod(start: 2024, end: 2030)

  @Test(
    "An English sentence that promises is read with its name, number, unit, kind and date",
    arguments: sentences(of: promises))
  func promise(_ sentence: ExpectedSentence) {
    #expect(rows(of: sentence.text, Self.plan) == sentence.rows, "\(sentence.text)")
  }

  @Test("An English sentence that promises no number gives no target", arguments: sentences(of: others))
  func other(_ sentence: ExpectedSentence) {
    #expect(rows(of: sentence.text, Self.plan) == [], "\(sentence.text)")
  }
}

private let promises = """
  Increase the share of adults with basic digital skills to 80% by 2030.
    Share of adults with basic digital skills | 80 % | level | 2030 (by 2030)
  By 2028, the share of journeys by bicycle will reach 20%.
    Share of journeys by bicycle | 20 % | level | 2028 (By 2028)
  Reduce greenhouse gas emissions by 50% over 2019 levels by 2030.
    Greenhouse gas emissions | change -50% | level down | from ? in 2019 | 2030 (by 2030)
  Plant 10,000 street trees by 2028.
    Street trees planted | 10000 trees | increase | 2028 (by 2028)
  At least 75% of enterprises will use cloud computing by 2030.
    Enterprises use cloud computing | 75 % | level >= | 2030 (by 2030)
  We will build 1,500 affordable homes and 3 new schools over the plan period.
    Affordable homes built | 1500 homes | increase | 2030 (over the plan period)
    New schools built | 3 schools | increase | 2030 (over the plan period)
  Halve the number of people killed or seriously injured on our roads by 2032.
    Number of people killed or seriously injured on our roads | change -50% | level down | 2032 (by 2032)
  Double the number of electric vehicle charging points by 2027.
    Number of electric vehicle charging points | change 100% | level | 2027 (by 2027)
  Cut household waste by a third, from 420 kg per person in 2022 to 280 kg by 2030.
    Household waste | 280 kg | level down | from 420 in 2022 | 2030 (by 2030)
  Establish a baseline for tree canopy cover and increase it by 2030.
    Tree canopy cover | direction | level up | 2030 (by 2030)
  The vacancy rate will stay below 6 per cent throughout the plan.
    Vacancy rate | 6 % | ceiling < | 2030 (throughout the plan)
  Average waiting times for a permit will fall from 40 days to under 25 days by 2027.
    Average waiting times for a permit | 25 days | level < down | from 40 in ? | 2027 (by 2027)
  The port will create between 500 and 700 jobs by 2028.
    Jobs created | 500 jobs | increase >= | 2028 (by 2028)
  Increase the share of buses with ramps to between 55% and 60% by 2028.
    Share of buses with ramps | 55 to 60 % | level | 2028 (by 2028)
  All libraries will be heated by 100% renewable energy by 2028.
    All libraries heated by renewable energy | 100 % | level | 2028 (by 2028)
  Our target is for 70% of new taxis to be electric by 2029.
    New taxis electric | 70 % | level | 2029 (by 2029)
  Restore 40 hectares of marsh, up from 12 hectares today, by 2029.
    Marsh restored | 40 hectares | level | from 12 in ? | 2029 (by 2029)
  Cut vehicle emissions 50% by 2027 and reach net zero by 2030.
    Vehicle emissions | change -50% | level down | 2027 (by 2027)
  Respond to 95% of complaints within ten days by 2027.
    Complaints within ten days | 95 % | level | 2027 (by 2027)
  Keep unemployment below 5% throughout the plan.
    Unemployment | 5 % | ceiling < | 2030 (throughout the plan)
  Green space will not fall below 320 hectares, and noise at night will not exceed 55 decibels.
    Green space | 320 hectares | floor >=
    Noise at night | 55 decibels | ceiling <=
  Train 500 apprentices each year.
    Apprentices trained | every 500 apprentices | increase
  The recycling rate will rise from 42% in 2021 to 65% by 2030.
    Recycling rate | 65 % | level | from 42 in 2021 | 2030 (by 2030)
  Raise the employment rate by 5 percentage points by 2027.
    Employment rate | change 5 % | level | 2027 (by 2027)
  Create 2,000 jobs, 300 apprenticeships and 50 start-ups by 2026.
    Jobs created | 2000 jobs | increase | 2026 (by 2026)
    Apprenticeships created | 300 apprenticeships | increase | 2026 (by 2026)
    Start-ups created | 50 start-ups | increase | 2026 (by 2026)
  By 2030, all schools will be carbon neutral and energy use will fall by 30% compared with 2018.
    Energy use | change -30% | level down | from ? in 2018 | 2030 (By 2030)
  Triple the number of public EV chargers to 3,600 by 2030.
    Number of public EV chargers | 3600 chargers | level | 2030 (by 2030)
  Install 1.5 million square metres of rooftop solar by 2029.
    Rooftop solar installed | 1.5 million square metres | increase | 2029 (by 2029)
  Each year, retrofit 2,000 homes occupied by low-income families.
    Homes retrofitted | every 2000 homes | increase
  Our target is a recycling rate of 65 per cent by 2029, up from 48 per cent in 2024.
    Recycling rate | 65 % | level | from 48 in 2024 | 2029 (by 2029)
  Cut traffic deaths in half by 2028.
    Traffic deaths | change -50% | level down | 2028 (by 2028)
  One in three new vehicles registered in the city will be electric by 2028.
    New vehicles registered in the city electric | 33.3 % | level about | 2028 (by 2028)
  Invest £25 million in cycling infrastructure by 2027.
    Money invested in cycling infrastructure | 25 £ million | increase | 2027 (by 2027)
  Achieve a recycling rate of 65% by 2028.
    Recycling rate | 65 % | level | 2028 (by 2028)
  Our target is to reduce average waiting times to 18 weeks by March 2026.
    Average waiting times | 18 weeks | level down | 2026 (by March 2026)
  Maintain at least 95% of roads in good condition.
    Roads in good condition | 95 % | floor >=
  Ensure that 90% of residents live within 400 metres of a park by 2035.
    Residents live within 400 metres of a park | 90 % | level | 2035 (by 2035)
  Bus passenger numbers will grow by 4% a year.
    Bus passenger numbers | 4 % | rate
  Restore 120 km of river by 2030.
    River restored | 120 km | increase | 2030 (by 2030)
  Increase the number of visitors to 2.5 million by 2027.
    Number of visitors | 2.5 million visitors | level | 2027 (by 2027)
  Limit average household water use to 110 litres per day by 2040.
    Average household water use | 110 litres per day | ceiling | 2040 (by 2040)
  10,000 homes will be retrofitted by 2030.
    Homes retrofitted | 10000 homes | increase | 2030 (by 2030)
  Deliver a 20% reduction in energy use in public buildings by 2026.
    Energy use in public buildings | change -20% | level down | 2026 (by 2026)
  The proportion of adults who are physically active will increase to 70% by 2029 and 75% by 2034.
    Proportion of adults who are physically active | 70 % | level | 2029 (by 2029)
    Proportion of adults who are physically active | 75 % | level | 2034 (by 2034)
  No more than 10% of municipal waste will go to landfill by 2035.
    Municipal waste go to landfill | 10 % | ceiling <= | 2035 (by 2035)
  Increase funding for community groups to $3 million per year by 2026.
    Funding for community groups | 3 $ million | level | 2026 (by 2026)
  Eliminate 50 kilometres of lead pipes within five years.
    Lead pipes eliminated | 50 kilometres | increase | 2028 (within five years)
  We aim to recruit around 200 teachers by 2026.
    Teachers recruited | 200 teachers | increase about | 2026 (by 2026)
  Reduce by half the number of vacant lots by 2028.
    Number of vacant lots | change -50% | level down | 2028 (by 2028)
  The council will insulate 5,000 homes, and 60% of council homes will reach band C by 2028.
    Homes insulated | 5000 homes | increase | 2028 (by 2028)
    Council homes reach band C | 60 % | level | 2028 (by 2028)
  Life expectancy will increase by 2 years by 2035.
    Life expectancy | change 2 years | level | 2035 (by 2035)
  Recycling rate: 65% by 2030.
    Recycling rate | 65 % | level | 2030 (by 2030)
  Raise the high-school graduation rate from 81% to 92% by 2030.
    High-school graduation rate | 92 % | level | from 81 in ? | 2030 (by 2030)
  Protect 30% of land and sea by 2030.
    Land and sea protected | 30 % | level | 2030 (by 2030)
  Increase renewable energy capacity to 500 MW.
    Renewable energy capacity | 500 MW | level
  Achieve 50% of energy from renewable sources by 2030.
    Energy from renewable sources | 50 % | level | 2030 (by 2030)
  The city will plant 25,000 trees and create 40 hectares of new woodland by 2027.
    Trees planted | 25000 trees | increase | 2027 (by 2027)
    New woodland created | 40 hectares | increase | 2027 (by 2027)
  By 2030, reduce road deaths to zero.
    Road deaths | 0 | level down | 2030 (By 2030)
  Reach net zero emissions by 2040.
    Reach net zero emissions | done | milestone | 2040 (by 2040)
  Increase the number of new homes built each year from 450 to 700 by 2028.
    Number of new homes built | 700 homes | level | from 450 in ? | 2028 (by 2028)
  Provide free school meals to all 12,000 primary pupils by September 2026.
    Free school meals | 12000 pupils | level | 2026 (by September 2026)
  We will invest at least $40 million in public transport over the next five years.
    Money invested in public transport | 40 $ million | increase >= | 2028 (over the next five years)
  Reduce the average response time from 14 minutes to 9 minutes by 2027.
    Average response time | 9 minutes | level down | from 14 in ? | 2027 (by 2027)
  Ensure at least 95% of residents can access broadband of 1 Gbps by 2028.
    Residents can access broadband of 1 Gbps | 95 % | level >= | 2028 (by 2028)
  Grow the local economy by 3% per year.
    Local economy | 3 % | rate
  Increase the high school graduation rate by 10 percentage points over 2023 levels by 2030.
    High school graduation rate | change 10 % | level | from ? in 2023 | 2030 (by 2030)
  Maintain the unemployment rate at or below 4%.
    Unemployment rate | 4 % | ceiling <=
  Improve water quality so that 80% of rivers reach good status by 2033.
    Rivers reach good status | 80 % | level | 2033 (by 2033)
  Support 300 small businesses each year to go digital.
    Small businesses supported | every 300 businesses | increase
  Expand the bus fleet to 250 vehicles, of which 60% will be electric, by 2030.
    Bus fleet | 250 vehicles | level | 2030 (by 2030)
    Bus fleet: electric | 60 % | level | 2030 (by 2030)
  Restore 15% of degraded wetlands by 2030.
    Degraded wetlands restored | 15 % | level | 2030 (by 2030)
  Lower the adult smoking rate to 5% or less by 2030.
    Adult smoking rate | 5 % | level <= down | 2030 (by 2030)
  Achieve an average satisfaction score of 8 out of 10 by 2027.
    Average satisfaction score | 8 | level | 2027 (by 2027)
  Reduce per capita water consumption by 15% from 2020 levels by 2030.
    Per capita water consumption | change -15% | level down | from ? in 2020 | 2030 (by 2030)
  Establish baseline data on food waste and reduce it thereafter.
    Food waste | direction | level down
  Raise annual visitor spending to more than €1.5 billion by 2030.
    Annual visitor spending | 1.5 € billion | level > | 2030 (by 2030)
  The council commits to cutting its own emissions by 80% by 2028.
    Its own emissions | change -80% | level down | 2028 (by 2028)
  A minimum of 30% of new homes must be affordable.
    New homes affordable | 30 % | level >=
  Phase out all 400 diesel buses by 2031.
    Diesel buses phased out | 400 buses | increase | 2031 (by 2031)
  Housing completions should average 1,200 a year over the plan period.
    Housing completions | 1200 | level | 2030 (over the plan period)
  Increase cycling's share of trips from 3 to 8 per cent by 2029.
    Cycling's share of trips | 8 % | level | from 3 in ? | 2029 (by 2029)
  Deliver 3,500 new homes, of which 1,200 will be social rented, by 2031.
    New homes delivered | 3500 homes | increase | 2031 (by 2031)
    New homes delivered: social rented | 1200 homes | increase | 2031 (by 2031)
  Complete the eastern bypass by 2027.
    Complete eastern bypass | done | milestone | 2027 (by 2027)
  Open a new library in the town centre by 2026.
    Open new library in the town centre | done | milestone | 2026 (by 2026)
  Double tree canopy cover from 11% to 22% by 2050.
    Tree canopy cover | 22 % | level | from 11 in ? | 2050 (by 2050)
  Cut the number of rough sleepers by two thirds by 2027.
    Number of rough sleepers | change -66.7% | level about down | 2027 (by 2027)
  Our goal is that every child has access to a nursery place, with 90% take-up by 2028.
    Take-up | 90 % | level | 2028 (by 2028)
  By 2025, at least 65 per cent of household waste will be recycled.
    Household waste recycled | 65 % | level >= | 2025 (By 2025)
  Increase the employment rate of people aged 20 to 64 to 78% by 2030.
    Employment rate of people aged 20 to 64 | 78 % | level | 2030 (by 2030)
  Train at least 1,000 young people in digital skills annually.
    Young people trained | every 1000 people | increase >=
  Reduce violent crime by 20% in three years.
    Violent crime | change -20% | level down | 2026 (in three years)
  Attract five major conferences by 2028.
    Major conferences attracted | 5 conferences | increase | 2028 (by 2028)
  Increase the share of women in senior roles to 40 %.
    Share of women in senior roles | 40 % | level
  Bring 2,000 empty homes back into use by 2030.
    Empty homes brought | 2000 homes | increase | 2030 (by 2030)
  Ensure that no fewer than nine in ten calls are answered within 60 seconds.
    Calls are answered within 60 seconds | 90 % | level >=
  Maintain a fund balance of at least 17% of expenditures.
    Fund balance | 17 % | floor >=
  Bring the poverty rate below 10% no later than 2030.
    Poverty rate | 10 % | level < down | 2030 (no later than 2030)
  Zero traffic deaths by 2035.
    Traffic deaths | 0 deaths | level down | 2035 (by 2035)
  Eliminate the backlog of inspections by 2025.
    Eliminate backlog of inspections | done | milestone | 2025 (by 2025)
  At least 50% of procurement spending goes to small businesses.
    Procurement spending goes to small businesses | 50 % | level >=
  Response time of 6 minutes or less for 90% of priority calls.
    Response time | 6 minutes | ceiling <=
  The plan commits to reducing particulate pollution 25% by 2030.
    Particulate pollution | change -25% | level down | 2030 (by 2030)
  Increase median wages 12% by 2028 and exports by 20% by 2030.
    Median wages | change 12% | level | 2028 (by 2028)
    Exports | change 20% | level | 2030 (by 2030)
  Unemployment will be kept under 5 percent.
    Unemployment | 5 % | ceiling <
  Add 12 miles of trail by 2026 and 30 miles by 2030.
    Trail added | 12 miles | increase | 2026 (by 2026)
    Trail added | 30 miles | increase | 2030 (by 2030)
  Reduce the number of people sleeping rough to fewer than 100 by 2027.
    Number of people sleeping rough | 100 people | level < down | 2027 (by 2027)
  Increase participation of women in leadership roles to 40 percent by FY28.
    Participation of women in leadership roles | 40 % | level | 2028 (by FY28)
  """

private let others = """
  Under the Water Act 2015, large users must cut leakage by 20% by 2028.
  The national government has pledged to plant 2 million trees by 2028.
  Scientists say the world must halve food waste by 2030.
  Developers of more than 20 homes must provide 3 trees per plot.
  The WHO recommends that noise should not exceed 53 decibels.
  Riverside's population will grow by 8% between now and 2030, according to census projections.
  The path will be built in three parts and be open from end to end in 2027.
  In 2021, 54% of individuals had basic digital skills.
  The plan has three goals and twelve actions.
  Between 2015 and 2020, emissions fell by 18%.
  Goal 3 is about clean water.
  The city has 12 parks with a total area of 340 hectares.
  Population grew to 1.2 million in 2020.
  See Table 4 and Figure 2 for details.
  Children aged 5 to 11 walk to school with their parents.
  The 2030 Agenda has 17 goals and 169 targets.
  We will continue to work with our partners in the region.
  A 15-minute city brings services closer to people.
  Since 2010, more than 4,000 homes have been insulated.
  The survey asked 2,500 residents about their needs.
  About 40% of the city's emissions come from transport.
  The council adopted the strategy on 12 March 2024.
  People over 65 are more likely to live alone.
  The budget was £12 million last year.
  Chapter 5 sets out how progress will be measured.
  Two thirds of journeys are currently made by car.
  Its values are recorded for each of the 12 districts.
  It is now home to 300,000 people.
  The index combines five indicators.
  The programme will run in two phases.
  Our vision is a city where everyone can thrive.
  The tram will stop at 14 stations.
  Write the numbers 1 to 10 in the first column.
  The data cover 27 countries.
  Figures will be published on the first of May 2026.
  Households with children will be given priority.
  Unemployment stood at 7.2% in 2021, compared with 6.5% nationally.
  The new line will connect the 3 districts in the north.
  Each indicator will be shown with up to 10 values.
  The consultation will last for 12 weeks.
  We received 1,200 comments on the draft.
  Over the past five years, 600 trees were planted.
  Interest rates rose by 2 percentage points.
  The road will be closed for 6 months.
  The fund was set up with €50 million in 2019.
  The strategy covers the years 2024 to 2030.
  There are 45 schools in the district, serving 18,000 pupils.
  The council manages 6,200 homes and 14 leisure centres.
  Emissions in 2019 were 1.2 million tonnes.
  In the past decade, the number of visitors doubled.
  We held 24 workshops with more than 600 participants.
  The steering group will meet 4 times a year.
  Contact us on 0800 123 456.
  Residents aged 65 and over account for 22% of the population.
  Under the 2008 Act, the government must set carbon budgets.
  The city is 50 km from the coast.
  Employers with more than 250 staff must publish their pay gap.
  The pilot ran for 18 months and reached 350 households.
  These five priorities guide everything we do.
  One in three adults is inactive.
  Half of all journeys are shorter than 5 km.
  The population is expected to grow to 480,000 by 2040.
  Speed limits of 20 mph apply in residential streets.
  The museum is open 7 days a week.
  Since 2015, recycling has increased from 38% to 44%.
  By 2023, we had already installed 120 chargers.
  The 10-year vision was approved in March.
  Applications should be submitted within 30 days.
  For more information, see page 12.
  Between 2011 and 2021, the city lost 3% of its green space.
  Level 3 qualifications are equivalent to A levels.
  An estimated 9,000 people commute into the city every day.
  The average house costs £310,000.
  The valley will always be a place to rest.
  Actions will be reviewed every two years.
  The state expects its population to reach 5.2 million by 2030.
  If nothing is done, costs will double by 2035.
  Without action, congestion will increase by 40% by 2030.
  The European Union aims to cut emissions by 55% by 2030.
  The city council approved a budget of $1.2 billion for fiscal year 2024.
  By 2030, one in five residents will be over the age of 65.
  Experts expect demand for electricity to double by 2045.
  Two-thirds of the buildings that will exist in 2050 have already been built.
  The city met its goal of planting 100,000 trees by 2024 a year early.
  Residents aged 65 and over will make up 24% of the population by 2040.
  """
