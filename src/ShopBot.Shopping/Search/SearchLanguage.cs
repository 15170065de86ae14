namespace ShopBot.Shopping.Search;

/// <summary>The little words of a language, which say nothing of a product, and the endings that its words lose and gain.</summary>
internal sealed class SearchLanguage
{
    private const string EnglishLittle =
        "a an the of for with in on at and or to from do does did you your we i im my me is are it this that have has had got want wants need like looking look find show give get see any some " +
        "please can could would will there what which who how much many hi hello hey buy sell selling s t ll ve re";

    private static readonly Dictionary<string, SearchLanguage> Known = new(StringComparer.Ordinal)
    {
        ["en"] = new(EnglishLittle, "ies es s ing ed"),
        ["de"] = new(
            "der die das den dem des ein eine einen einem einer und oder mit fur in im auf zu zum zur von ich du ihr sie wir habt haben hat hatte gern gerne suche such brauche mochte will bitte gibt es " +
            "haben zeig zeige mir welche was wie viel hallo", "en er em es e n s"),
        ["es"] = new(
            "el la los las un una unos unas de del al para con sin en y o que quiero quisiera busco necesito por favor hay tienen tienes tiene me muestra ver comprar algun alguna hola cuanto cuesta", "os as es o a s e"),
        ["pt"] = new(
            "o a os as um uma uns umas de do da dos das para pra com sem em no na e ou que quero queria procuro preciso por favor tem voces voce tens me mostra ver comprar algum alguma ola oi quanto custa",
            "oes aes os as es o a s e"),
        ["fr"] = new(
            "le la les l un une des de du d pour avec sans en dans et ou que je j veux voudrais cherche besoin avez vous as tu il y a est ce sil te plait svp montre moi voir acheter bonjour combien", "eaux aux es s x e"),
        ["it"] = new("il lo la i gli le un uno una di del della per con senza in e o che voglio vorrei cerco avete mi mostra ciao quanto", "i e o a"),
        ["nl"] = new("de het een van voor met zonder in op en of ik zoek wil graag heeft hebben hebt u je jullie is er laat zien hallo", "en s e"),
        ["id"] = new("yang dan atau untuk dengan di ke dari ada apakah saya aku mau ingin cari mencari beli lihat tolong berapa ini itu halo punya kamu anda jual", "nya kan an i"),
        ["hi"] = new(
            "का के की को में से है हैं और या एक मुझे मैं चाहिए क्या आपके आप पास दिखाओ दिखाइए कृपया कोई नमस्ते लिए ka ke ki ko mein hai aur ek mujhe chahiye kya aap aapke paas dikhao koi", "ियां ियों ाओं ों ें ाएं ी ा े ो ि ु ू"),
        ["ar"] = new("من في على الى عن مع هل لديكم عندكم عندك لديك اريد ابحث احتاج او و هذا هذه لو سمحت فضلك مرحبا كم ما يوجد اي", "ات ون ين ان ه ي"),
    };

    private static readonly SearchLanguage Any = new(string.Join(' ', Known.Values.SelectMany(language => language._little)), "es en os as er e s a o");

    private readonly HashSet<string> _little;
    private readonly string[] _endings;

    private SearchLanguage(string little, string endings)
    {
        // Folded like everything they are compared with; an article that Arabic writes together with its word is gone then too.
        _little = [.. SearchWords.Split(little)];
        _endings = [.. SearchWords.Split(endings).OrderByDescending(ending => ending.Length)];
    }

    /// <summary>A language by its code, such as <c>pt-BR</c>; when it is not known, what holds for most.</summary>
    public static SearchLanguage Of(string? code) =>
        code is { Length: >= 2 } && Known.TryGetValue(code[..2].ToLowerInvariant(), out var known) ? known : Any;

    public bool IsLittle(string word) => _little.Contains(word) || Any._little.Contains(word) && word.Length <= 2;

    /// <summary>What the forms of a word begin with; null when it is the word itself.</summary>
    public string? Stem(string word) => Stems(word).FirstOrDefault();

    /// <summary>Whether two words may be forms of one.</summary>
    public bool AreForms(string word, string other) =>
        word == other || Stems(word).Append(word).Intersect(Stems(other).Append(other), StringComparer.Ordinal).Any();

    /// <summary>The shortest first.</summary>
    private IEnumerable<string> Stems(string word)
    {
        var least = word[0] < 0x0590 ? 3 : 2;
        return _endings.Where(ending => word.Length - ending.Length >= least && word.EndsWith(ending, StringComparison.Ordinal)).Select(ending => word[..^ending.Length]);
    }
}
