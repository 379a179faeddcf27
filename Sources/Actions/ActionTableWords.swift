import Words

/// Headings, states and months in tables of actions, in the languages besides English and Chinese: those of the files of
/// words, and others that plans use. Made when the first table has a word that is neither English nor Chinese.
enum ActionTableWords {
  /// A word as the tables below have it: in lower case, without a point at its end, and with one kind of apostrophe and space.
  static func key(_ text: String) -> String {
    var key = text.trimmed.lowercased().replacing("’", with: "'").replacing("\u{A0}", with: " ")
    while key.hasSuffix(".") || key.hasSuffix(":") { key.removeLast() }
    return key
  }

  private static let languages: [WordLanguage] = BuiltInWords.tags.filter { $0 != "en" && $0 != "zh-CN" }
    .map { BuiltInWords.file($0).language() }

  static let headings: [String: ActionColumn] = {
    var headings: [String: ActionColumn] = [:]
    func add(_ column: ActionColumn, _ words: String) {
      for word in words.split(separator: ",") where headings[key(String(word))] == nil {
        headings[key(String(word))] = column
      }
    }
    for language in languages {
      for (word, column) in written { add(column, language[word]) }
    }
    for (column, words) in synonyms { add(column, words) }
    return headings
  }()

  private static let written: [(Word, ActionColumn)] = [
    (.actionColumnName, .name), (.action, .name), (.actionColumnCode, .code), (.code, .code), (.number, .code),
    (.actionColumnSummary, .summary), (.actionColumnSection, .section), (.actionColumnDepartment, .lead),
    (.department, .lead), (.actionColumnSupportDepartments, .support), (.actionColumnStart, .start),
    (.actionColumnDue, .due), (.actionColumnDone, .done), (.actionColumnState, .state), (.progress, .progress),
    (.actionColumnBudget, .budget), (.actionColumnSpent, .spent), (.actionColumnIndicators, .indicators),
    (.programme, .programme), (.actionColumnPlace, .place), (.note, .note),
  ]

  private static let synonyms: [(ActionColumn, String)] = [
    (
      .name,
      """
      actions, mesure, mesures, projet, projets, tâche, tâches, intitulé, nom, intitulé de l'action, acciones, medida, medidas, tarea, \
      tareas, proyecto, actuación, actuaciones, actividad, nombre, denominación, действие, действия, задача, задачи, мера, меры, \
      проект, мероприятия, наименование, наименование мероприятия, المهمة, المهام, الإجراءات, النشاط, المشروع, المبادرة, الاسم
      """
    ),
    (
      .code,
      "n°, no, nº, n.º, num, núm, numéro, número, réf, ref, référence, référence de l'action, код, № п/п, п/п, م, رقم, الرمز"
    ),
    (
      .summary,
      "description, contenu, résultat attendu, livrable, livrables, descripción, contenido, resultado esperado, описание, содержание, ожидаемый результат, الوصف, المحتوى, النتيجة"
    ),
    (
      .lead,
      """
      pilote, pilotage, porteur, responsable, service, service responsable, chef de file, maître d'ouvrage, direction, responsables, \
      organismo, departamento, entidad responsable, área responsable, исполнитель, ответственный, ведомство, ответственное ведомство, \
      ответственные, الجهة, الجهة المسؤولة, المسؤول, الجهة المنفذة, القسم المسؤول
      """
    ),
    (
      .support,
      "partenaires, partenaire, services associés, en lien avec, socios, colaboradores, entidades colaboradoras, apoyo, партнёры, партнеры, участники, соисполнитель, الشركاء, الجهات المشاركة, الجهة المساندة"
    ),
    (
      .start,
      "démarrage, date de début, lancement, comienzo, fecha de inicio, начало работ, дата начала, تاريخ البدء, البدء"
    ),
    (
      .due,
      """
      délai, date limite, fin, date de fin, calendrier, horizon, date d'échéance, fecha límite, vencimiento, fecha de fin, fecha final, \
      calendario, срок исполнения, сроки, срок выполнения, окончание, дата окончания, الموعد النهائي, تاريخ الانتهاء, المهلة, الأجل
      """
    ),
    (.done, "achevé, réalisé le, date de réalisation, fecha de conclusión, дата выполнения, تاريخ الإنجاز"),
    (.state, "statut, état d'avancement, situación, situation, статус, ход выполнения, الوضع, حالة التنفيذ"),
    (.progress, "progrès, taux d'avancement, progreso, grado de avance, прогресс, % выполнения, نسبة الإنجاز"),
    (.budget, "coût, coût estimé, montant, coste, costo, importe, стоимость, финансирование, التكلفة"),
    (.spent, "dépenses, gastado, gasto, расходы, المنفق"),
    (.indicators, "indicateur, indicador, показатель, المؤشر"), (.programme, "programa, برنامج"),
    (.place, "localisation, ubicación, место проведения, الموقع"),
    (
      .note,
      "remarques, observations, commentaire, commentaires, notas, observaciones, comentarios, примечания, комментарий, ملاحظات"
    ),
  ]

  static let states: [String: ReportedState] = {
    var states: [String: ReportedState] = [:]
    func add(_ state: ReportedState, _ words: String) {
      for word in words.split(separator: ",") where states[key(String(word))] == nil {
        states[key(String(word))] = state
      }
    }
    for language in languages {
      for (word, state) in [
        (Word.actionPlanned, ReportedState.planned), (.actionStarted, .started), (.actionDone, .done),
        (.actionDelayed, .delayed),
        (.actionStopped, .stopped),
      ] { add(state, language[word]) }
    }
    for (state, words) in statesInTables { add(state, words) }
    return states
  }()

  private static let statesInTables: [(ReportedState, String)] = [
    (
      .planned,
      """
      prévu, prévue, à venir, planifié, planifiée, pas commencé, non commencé, non commencée, à lancer, previsto, planificado, \
      planificada, pendiente, no iniciado, no iniciada, sin iniciar, запланировано, запланирован, планируется, не начато, не начат, \
      مخطط, لم يبدأ, لم تبدأ, مخططة
      """
    ),
    (
      .started,
      """
      en cours, commencé, commencée, lancé, lancée, engagé, engagée, en cours de réalisation, démarré, démarrée, en curso, iniciado, \
      iniciada, en ejecución, en marcha, en proceso, выполняется, в работе, начато, начат, в процессе, реализуется, جار, جارٍ, \
      جاري, جارية, جاري التنفيذ, جارٍ التنفيذ, بدأ, بدأت
      """
    ),
    (
      .done,
      """
      achevé, terminé, terminée, réalisé, réalisée, fait, faite, fini, clos, close, concluido, terminado, terminada, finalizado, \
      finalizada, completado, completada, realizado, realizada, cumplido, cumplida, ejecutado, ejecutada, выполнено, выполнен, \
      завершено, завершён, завершен, готово, исполнено, منجزة, مكتمل, مكتملة, تم, تم الإنجاز, انتهى, انتهت
      """
    ),
    (
      .delayed,
      """
      retardé, en retard, reporté, reportée, différé, suspendu, suspendue, retrasado, con retraso, atrasado, atrasada, aplazado, \
      aplazada, suspendido, задерживается, с задержкой, отстаёт, отложено, приостановлено, متأخرة, مؤجل, مؤجلة, متأخر
      """
    ),
    (
      .stopped,
      """
      arrêté, abandonné, abandonnée, annulé, annulée, detenido, cancelado, cancelada, abandonado, прекращено, отменено, остановлено, \
      متوقفة, ملغى, ملغاة, ألغي
      """
    ),
  ]

  /// The numbers of the months, by name.
  static let months: [String: Int] = {
    var months: [String: Int] = [
      "setiembre": 9, "كانون الثاني": 1, "شباط": 2, "آذار": 3, "نيسان": 4, "أيار": 5, "حزيران": 6, "تموز": 7, "آب": 8,
      "أيلول": 9, "تشرين الأول": 10, "تشرين الثاني": 11, "كانون الأول": 12,
    ]
    for language in languages {
      for names in [language.months, language.monthsAlone] {
        for (index, name) in names.enumerated() { months[key(name)] = index + 1 }
      }
    }
    return months
  }()
}
