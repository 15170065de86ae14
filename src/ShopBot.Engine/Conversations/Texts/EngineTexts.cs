namespace ShopBot.Engine.Conversations;

/// <summary>The engine's own few sentences and words, by language; English where a language has none.</summary>
internal static class EngineTexts
{
    private static readonly Dictionary<string, string[]> Sentences = new(StringComparer.OrdinalIgnoreCase)
    {
        ["en"] =
        [
            "You will get no more messages from us. Send START to hear from us again.", "Welcome back! You will get our messages again.",
            "Sorry, I lost track of our conversation, so we start again.", "All right, cancelled.", "Let us leave that for now.", "There is nothing to choose from just now.", "Choose", "More…",
        ],
        ["de"] =
        [
            "Du bekommst keine Nachrichten mehr von uns. Mit START hörst du wieder von uns.", "Willkommen zurück! Du bekommst unsere Nachrichten wieder.",
            "Entschuldigung, ich habe den Faden verloren. Wir fangen noch einmal an.", "In Ordnung, abgebrochen.", "Lassen wir das für jetzt.", "Gerade gibt es nichts zur Auswahl.", "Auswählen", "Mehr…",
        ],
        ["es"] =
        [
            "No recibirás más mensajes nuestros. Envía START para volver a recibirlos.", "¡Hola de nuevo! Volverás a recibir nuestros mensajes.",
            "Perdona, he perdido el hilo; empezamos de nuevo.", "De acuerdo, cancelado.", "Dejémoslo por ahora.", "Ahora mismo no hay nada que elegir.", "Elegir", "Más…",
        ],
        ["fr"] =
        [
            "Vous ne recevrez plus nos messages. Envoyez START pour les recevoir à nouveau.", "Bon retour ! Vous recevrez à nouveau nos messages.",
            "Désolé, j'ai perdu le fil : nous recommençons.", "D'accord, c'est annulé.", "Laissons cela pour l'instant.", "Il n'y a rien à choisir pour le moment.", "Choisir", "Plus…",
        ],
        ["it"] =
        [
            "Non riceverai più messaggi da noi. Invia START per riceverli di nuovo.", "Bentornato! Riceverai di nuovo i nostri messaggi.",
            "Scusa, ho perso il filo: ricominciamo.", "Va bene, annullato.", "Lasciamo stare per ora.", "Al momento non c'è nulla da scegliere.", "Scegli", "Altro…",
        ],
        ["pt"] =
        [
            "Você não receberá mais mensagens nossas. Envie START para voltar a receber.", "Que bom ter você de volta! Você receberá nossas mensagens novamente.",
            "Desculpe, perdi o fio da conversa; vamos começar de novo.", "Tudo bem, cancelado.", "Vamos deixar isso por enquanto.", "No momento não há nada para escolher.", "Escolher", "Mais…",
        ],
        ["hi"] =
        [
            "अब आपको हमारे संदेश नहीं मिलेंगे। फिर से पाने के लिए START भेजें।", "आपका फिर से स्वागत है! आपको हमारे संदेश फिर मिलेंगे।",
            "क्षमा करें, बातचीत का सिलसिला टूट गया; हम फिर से शुरू करते हैं।", "ठीक है, रद्द किया गया।", "अभी के लिए इसे छोड़ देते हैं।", "अभी चुनने के लिए कुछ नहीं है।", "चुनें", "और…",
        ],
        ["id"] =
        [
            "Anda tidak akan menerima pesan dari kami lagi. Kirim START untuk menerimanya kembali.", "Selamat datang kembali! Anda akan menerima pesan kami lagi.",
            "Maaf, saya kehilangan alur percakapan kita, jadi kita mulai lagi.", "Baik, dibatalkan.", "Kita tinggalkan dulu untuk saat ini.", "Saat ini tidak ada yang bisa dipilih.", "Pilih", "Lainnya…",
        ],
        ["ar"] =
        [
            "لن تصلك رسائل منا بعد الآن. أرسل START لتصلك من جديد.", "أهلاً بعودتك! ستصلك رسائلنا من جديد.",
            "عذراً، فقدت سياق محادثتنا، لنبدأ من جديد.", "حسناً، تم الإلغاء.", "لنترك ذلك الآن.", "لا يوجد ما يمكن اختياره حالياً.", "اختر", "المزيد…",
        ],
    };

    private static readonly WordTable<object> CancelWords = Table(
        (null, "cancel, never mind, nevermind"), ("de", "abbrechen, abbruch"), ("es", "cancelar"), ("fr", "annuler"), ("it", "annulla"), ("pt", "cancelar"), ("hi", "रद्द, रद्द करें"), ("id", "batal, batalkan"), ("ar", "إلغاء, الغ"));

    /// <summary>A null language means every one.</summary>
    public static IReadOnlyList<(string? Language, string Words)> StopWords { get; } =
    [
        (null, "stop, stop all, stopall, unsubscribe, opt out, optout"), ("de", "stopp, abmelden, abbestellen"), ("es", "baja, darse de baja, alto"), ("fr", "arrêt, désabonner, désinscrire"),
        ("it", "ferma, disiscriviti"), ("pt", "parar, descadastrar"), ("hi", "रोकें, बंद करें, स्टॉप"), ("id", "berhenti, berhenti langganan"), ("ar", "إيقاف, توقف, قف, إلغاء الاشتراك"),
    ];

    /// <summary>A null language means every one.</summary>
    public static IReadOnlyList<(string? Language, string Words)> StartWords { get; } =
    [
        (null, "start, unstop, subscribe, opt in, optin"), ("de", "anmelden"), ("es", "alta, empezar"), ("fr", "démarrer, reprendre"), ("it", "inizia, iscriviti"), ("pt", "começar, voltar"),
        ("hi", "शुरू करें, स्टार्ट"), ("id", "mulai, langganan"), ("ar", "ابدأ, اشتراك"),
    ];

    public static string Get(string locale, EngineText text) => Sentences[Sentences.ContainsKey(Language(locale)) ? Language(locale) : "en"][(int)text];

    public static bool IsCancel(string text, string locale) => text.Length <= 64 && CancelWords.FindExact(text, locale) is not null;

    private static string Language(string locale) => locale.IndexOfAny(['-', '_']) is > 0 and var end ? locale[..end] : locale;

    private static WordTable<object> Table(params ReadOnlySpan<(string? Language, string Words)> lists)
    {
        var table = new WordTable<object>();
        foreach (var (language, words) in lists)
            table.Add(words, table, language);
        return table;
    }
}
