/// The words by which an English plan promises an amount.
enum EnglishWords {
  private static func set(_ words: String) -> Set<String> {
    Set(words.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  static let modals = set(
    "will shall must should aim aims aiming plan plans intend intends commit commits committed pledge pledges seek seeks want wants target targets goal goals objective objectives ambition ambitions would need needs strive strives to"
  )
  /// Words that mark a sentence as a report rather than a promise.
  static let pastVerbs = set(
    "was were had grew rose fell dropped reached increased decreased declined reduced accounted spent delivered built planted created completed opened received recorded reported supported trained achieved exceeded has have is are stood remains became showed found estimated approved adopted announced voted"
  )

  static let up = set(
    "increase raise grow expand improve lift boost rise bring extend enhance strengthen scale widen climb move advance step drive push double"
  )
  static let down = set(
    "reduce cut lower decrease fall drop decline shrink limit slash minimise minimize lessen curb trim bring shorten narrow"
  )
  /// Words whose form with -s is a verb more often than a noun.
  private static let moves = set("rise grow fall climb decline shrink")
  static let reach = set("reach achieve attain hit meet deliver secure be")
  static let keep = set("keep maintain hold remain stay sustain retain preserve protect")
  static let changeNouns: [String: Double] = [
    "increase": 1, "growth": 1, "rise": 1, "improvement": 1, "uplift": 1, "expansion": 1, "reduction": -1, "cut": -1,
    "decrease": -1,
    "decline": -1, "fall": -1, "drop": -1, "saving": -1,
  ]
  static let levelNouns = set(
    "rate share level target goal coverage score proportion average capacity total area minimum objective percentage maximum ceiling floor limit budget cap output supply ratio standard density rating canopy stock balance reserve reserves time times gain concentration concentrations"
  )

  /// Verbs whose object is counted, such as `plant` in "plant 5,000 trees", each with its participle.
  static let acts: [String: String] = {
    var acts: [String: String] = [:]
    for verb in set(
      "plant create train install open recruit support provide deliver restore upgrade construct add establish launch complete fund retrofit protect designate generate help award publish insulate connect convert renovate offer enrol enroll certify attract secure eliminate remove collect replace introduce develop host vaccinate equip produce invest house rehouse employ place improve protect refurbish repair electrify treat reach engage plan approve allocate license register issue purchase acquire conserve reforest test inspect visit distribute transform pilot commission energise energize modernise modernize resurface pave line light clean serve benefit enable assist accommodate prepare save store divert recycle avoid capture host stage organise organize sponsor coach mentor qualify graduate reskill upskill certify onboard rewild create expand source pledge earmark devote set appoint adopt extend prevent resettle release screen immunise immunize relocate resolve clear process unlock form stock convene dedicate supply export import attract return adapt rehabilitate"
    ) { acts[verb] = participle(verb) }
    for (verb, done) in [
      ("respond", "responded to"), ("reply", "replied to"), ("build", "built"), ("make", "made"), ("give", "given"),
      ("find", "found"), ("get", "got"), ("put", "put"),
      ("lay", "laid"),
      ("bring", "brought"), ("hold", "held"), ("run", "run"), ("plan", "planned"), ("set", "set"), ("win", "won"),
      ("buy", "bought"),
      ("grow", "grown"), ("teach", "taught"), ("spend", "spent"), ("enrol", "enrolled"), ("commit", "committed"),
      ("equip", "equipped"),
      ("rebuild", "rebuilt"), ("stop", "stopped"), ("hire", "hired"), ("move", "moved"), ("take", "taken"),
      ("write", "written"), ("fit", "fitted"),
      ("retrofit", "retrofitted"), ("permit", "permitted"), ("light", "lit"), ("increase", "added"), ("gain", "gained"),
      ("cut", "cut"),
      ("raise", "raised"), ("plug", "plugged"),
      ("sow", "sown"), ("lift", "lifted"), ("sell", "sold"), ("roll", "rolled out"), ("phase", "phased out"),
    ] { acts[verb] = done }
    return acts
  }()

  /// The plain form of a word such as *cutting* or *reducing*; other words as they are.
  static func base(_ word: String) -> String {
    // Cycling rises from 4% to 10%.
    if word.hasSuffix("s"), word.utf8.count > 4, moves.contains(String(word.dropLast())) {
      return String(word.dropLast())
    }
    guard word.hasSuffix("ing"), word.utf8.count > 5 else { return word }
    let stem = String(word.dropLast(3))
    var forms = [stem, stem + "e"]
    if let last = stem.last, stem.dropLast().last == last { forms.append(String(stem.dropLast())) }
    return forms.first {
      up.contains($0) || down.contains($0) || acts[$0] != nil || reach.contains($0) || keep.contains($0)
    } ?? word
  }

  /// Whether a word may begin what is counted: residents of *nine out of ten residents*. *8 out of 10.* is a mark.
  static func isNounStart(_ word: String) -> Bool {
    word.first?.isLetter == true && !["by", "in", "on", "at", "for", "and", "or", "to"].contains(word)
  }

  static func participle(_ verb: String) -> String {
    if verb.hasSuffix("e") { return verb + "d" }
    if verb.hasSuffix("y"), let before = verb.dropLast().last, !"aeiou".contains(before) {
      return verb.dropLast() + "ied"
    }
    return verb + "ed"
  }

  /// The plain form of a participle of a verb that moves something.
  static let participles: [String: String] = {
    var plain: [String: String] = [
      "brought": "bring", "grown": "grow", "risen": "rise", "fallen": "fall", "driven": "drive", "cut": "cut",
      "kept": "keep", "held": "hold", "slashed": "slash", "trimmed": "trim", "dropped": "drop",
    ]
    for verb in up.union(down).union(["limit", "maintain"]) where plain[participle(verb)] == nil {
      plain[participle(verb)] = verb
    }
    return plain
  }()

  /// Words that may come between a verb and a number.
  static let fillers = set(
    "an a the another additional extra further new total of at all some every its their our these those approximately around about roughly nearly almost up out"
  )

  static let atLeast = [
    ["at", "least"], ["no", "less", "than"], ["not", "less", "than"], ["no", "fewer", "than"],
    ["not", "fewer", "than"], ["a", "minimum", "of"], ["minimum", "of"], ["not", "below"], ["not", "fall", "below"],
    ["not", "drop", "below"], ["not", "go", "below"], ["never", "fall", "below"], ["a", "minimum"], ["minimum"],
    ["not", "under"], ["at", "or", "above"], ["at", "or", "over"],
  ]
  static let atMost = [
    ["at", "most"], ["no", "more", "than"], ["not", "more", "than"], ["up", "to"], ["a", "maximum", "of"],
    ["maximum", "of"], ["not", "exceed"], ["not", "exceeding"], ["not", "above"], ["not", "rise", "above"],
    ["never", "exceed"], ["no", "higher", "than"], ["not", "surpass"], ["not", "go", "above"], ["a", "maximum"],
    ["no", "greater", "than"], ["at", "or", "below"], ["at", "or", "under"], ["below", "or", "at"],
  ]
  static let moreThan = [
    ["more", "than"], ["over"], ["above"], ["exceed"], ["exceeds"], ["exceeding"], ["greater", "than"],
    ["upwards", "of"], ["in", "excess", "of"], ["higher", "than"], ["surpass"], ["well", "over"], ["beyond"],
    ["longer", "than"], ["larger", "than"],
  ]
  static let lessThan = [
    ["less", "than"], ["fewer", "than"], ["below"], ["under"], ["lower", "than"], ["shorter", "than"],
    ["smaller", "than"],
  ]
  static let about = [
    ["about"], ["around"], ["approximately"], ["roughly"], ["some"], ["nearly"], ["almost"], ["circa"], ["approx"],
    ["close", "to"], ["~"], ["an", "estimated"],
  ]

  /// Before a number that is a label: Goal 3.
  static let labels = set(
    "goal action chapter box table figure phase section stage step no number article sdg objective priority target indicator page annex appendix part measure theme tier level zone band class grade category version scope ward route line aged age ages option scenario clause paragraph policy form note type band unit room floor under over-"
  )
  /// Parts of a plan rather than its results.
  static let parts = set(
    "parts part phases stages steps themes pillars goals priorities objectives strands categories ways reasons sections chapters groups kinds types sides levels principles aims outcomes dimensions areas years months weeks days hours minutes things points factors elements components challenges questions chapters indicators targets measures actions tables boxes limits columns pages times directions thirds halves examples rules terms options places"
  )
  static let stops = set(
    "by in to for with from through across on at over within during and or that which who while as of , ; : ( ) . per before until between under using so where will shall must should if when than via without after against including such compared relative"
  )
  static let nounStops = set(
    "out back or by in to for with from through across on at over within during and or that which who while as , ; : ( ) . per before until between under using so where will shall must should if when than via without after against including such compared relative each every annually yearly are is were was have has had be"
  )
  static let openings = set(
    "and or we the our by to also then while that so , ; : • - – * council city region government county state borough it they this will shall must should aim aims plan plans intend intends commit commits committed seek seeks target targets pledge pledges ensure ensuring is are on in with continue further be make sure see let get help working work strive"
  )
}
