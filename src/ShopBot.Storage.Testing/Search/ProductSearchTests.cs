using ShopBot.Engine.Stores;
using ShopBot.Shopping.Catalog;
using ShopBot.Shopping.Search;

namespace ShopBot.Storage.Testing.Search;

/// <summary>What people type, and what they mean by it.</summary>
public abstract class ProductSearchTests(Func<StorageHarness> open) : StorageTests(open)
{
    private ProductSearch Search => new(Storage.Products);

    [Theory]
    [InlineData("lamp", "en", "1,2,20")]
    [InlineData("LAMPS", "en", "1,2,20")]
    [InlineData("lamp desk", "en", "1")]
    [InlineData("Do you have a white shirt?", "en", "3")]
    [InlineData("white shirts in cotton", "en", "3")]
    [InlineData("I want the white sneakers please", "en", "4")]
    [InlineData("sneak", "en", "4")]
    [InlineData("sneakers", null, "4")]
    [InlineData("snaekers", "en", "4")]
    [InlineData("sneekers", "en", "4")]
    [InlineData("sneakrs white", "en", "4")]
    [InlineData("boraelis", "en", "2")]
    [InlineData("lanp desk", "en", "1")]
    [InlineData("LMP-100", null, "1")]
    [InlineData("evenings", "en", "1")]
    [InlineData("tshirt", "en", "3")]
    [InlineData("t-shirt", "en", "3")]
    [InlineData("women's boots", "en", "5")]
    [InlineData("womens boot", "en", "5")]
    [InlineData("dress", "en", "6")]
    [InlineData("dresses", "en", "6")]
    [InlineData("quantum physics", "en", "")]
    [InlineData("quantum lamp", "en", "1,2,20")]
    public Task English(string typed, string? language, string found) => Finds(typed, language, found);

    [Theory]
    [InlineData("xqzvt blorpf grundle snorvix plimfa whuzzet", "")]
    [InlineData("my uncle travelled to the moon yesterday carrying white balloons", "")]
    [InlineData("yesterday something happened near the station with a lamp", "")]
    [InlineData("lamq somewhere underneath yesterday morning", "")]
    [InlineData("can somebody remember whether yesterday snowed", "")]
    [InlineData("birthday surprise for grandmother, perhaps a white shirt", "3")]
    [InlineData("something white for summer evenings, perhaps sneakers", "4")]
    [InlineData("kitchen table desk lamp thing", "1")]
    [InlineData("whte sneakrs", "4")]
    [InlineData("shrt", "3")]
    public Task A_sentence_of_other_words_finds_nothing_and_a_small_mistake_is_forgiven(string typed, string found) => Finds(typed, "en", found);

    [Theory]
    [InlineData("kaffemuhle", "de", "7")]
    [InlineData("KAFFEEMÜHLE", "de", "7")]
    [InlineData("ich suche eine Kaffeemühle", "de", "7")]
    [InlineData("Kaffeemuehle", "de", "7")]
    [InlineData("rote Kleider", "de", "8")]
    [InlineData("rotes kleid", "de", "8")]
    [InlineData("strasse", "de", "9")]
    [InlineData("straße", null, "9")]
    [InlineData("crème brulée", "fr", "10")]
    [InlineData("je cherche l'eau de parfum", "fr", "11")]
    [InlineData("chemises blanches", "fr", "12")]
    [InlineData("zapato blanco", "es", "13")]
    [InlineData("¿Tienen zapatos blancos?", "es", "13")]
    [InlineData("sapatos", "pt-BR", "13")]
    [InlineData("calções de algodão", "pt-BR", "14")]
    [InlineData("calcao algodao", "pt-BR", "14")]
    [InlineData("saya mau cari kemeja batik", "id", "15")]
    public Task Accents_endings_and_little_words(string typed, string? language, string found) => Finds(typed, language, found);

    [Theory]
    [InlineData("فستان", "ar", "16")]
    [InlineData("الفستان الاحمر", "ar", "16")]
    [InlineData("أريد فستان أحمر", "ar", "16")]
    [InlineData("فستانات", "ar", "16")]
    [InlineData("فُسْتَان", "ar", "16")]
    [InlineData("साड़ी", "hi", "17")]
    [InlineData("मुझे लाल साड़ी चाहिए", "hi", "17")]
    [InlineData("साड़ियां", "hi", "17")]
    [InlineData("साड", "hi", "17")]
    [InlineData("茶碗", "ja", "18")]
    [InlineData("платье", "ru", "19")]
    public Task Other_scripts(string typed, string? language, string found) => Finds(typed, language, found);

    [Theory]
    [InlineData("couch", "21")]
    [InlineData("settees", "21")]
    [InlineData("love seat", "21")]
    [InlineData("green couch", "21")]
    [InlineData("purple couch", "21")]
    public async Task Synonyms_of_the_store_stand_for_each_other(string typed, string found)
    {
        await FillAsync();
        await PutAsync(Product("21", "Sofa green", ["velvet"]));
        IReadOnlyList<string>[] synonyms = [["sofa", "couch", "settee", "love seat"], ["!"], ["lamp", "light"]];

        Assert.Equal(found, await FoundAsync(typed, "en", synonyms));
        Assert.Equal("1", (await FoundAsync("desk light", "en", synonyms)).Split(',')[0]);
    }

    [Fact]
    public async Task Titles_in_other_languages_are_found_and_stay_when_news_do_not_tell_them()
    {
        await FillAsync();
        await PutAsync(Product("t", "Hammock") with { OtherTitles = ["Hängematte", "أرجوحة شبكية"] });
        Assert.Equal("t", await FoundAsync("Haengematte", "de"));
        Assert.Equal("t", await FoundAsync("ارجوحة", "ar"));

        await PutAsync(Product("t", "Hammock striped") with { ChangedAt = Start.AddHours(1) });
        Assert.Equal(("t", "t"), (await FoundAsync("hangematte", "de"), await FoundAsync("striped hammock", "en")));

        await PutAsync(Product("t", "Hammock striped") with { ChangedAt = Start.AddHours(2), OtherTitles = [] });
        Assert.Equal(("", "t"), (await FoundAsync("ارجوحة", "ar"), await FoundAsync("striped hammock", "en")));
    }

    [Fact]
    public async Task The_title_counts_most_and_what_is_sold_out_comes_last()
    {
        await FillAsync();
        await PutAsync(
            Product("a", "Sofa", description: "Looks good beside a teapot."), Product("b", "Kettle", ["teapot"]), Product("c", "Teapot"),
            Product("d", "Teapot") with { Available = false });

        var hits = (await Search.SearchAsync(Store, "teapot", "en", [], null, 10, Token))!.Items;

        Assert.Equal("c", hits[0].ProductId);
        Assert.Equal("a", hits.Where(hit => hit.ProductId != "d").Last().ProductId);
        Assert.True(hits.ToList().FindIndex(hit => hit.ProductId == "d") > 0);
        Assert.False(hits.Single(hit => hit.ProductId == "d").Available);
    }

    [Fact]
    public async Task A_hit_says_what_a_list_shows()
    {
        await FillAsync();
        await PutAsync(Product("x", "Grand Piano “Größe”") with { LowestPrice = new Money(12_345.67m, "EUR"), PricesDiffer = true });

        Assert.Equal(
            new ProductHit("x", "Grand Piano “Größe”", new Money(12_345.67m, "EUR"), PricesDiffer: true, Available: true),
            Assert.Single((await Search.SearchAsync(Store, "piano", "en", [], null, 10, Token))!.Items));
    }

    [Theory]
    [InlineData("mug")]
    [InlineData("mgu")]
    [InlineData("unicorn mugs")]
    public async Task Pages_follow_each_other_without_a_gap_or_a_repetition(string typed)
    {
        await FillAsync();
        await PutAsync([.. Enumerable.Range(0, 25).Select(i => Product($"m{i:00}", $"Mugs of number {i}"))]);
        var seen = new List<string>();
        for (string? cursor = null; ;)
        {
            var page = (await Search.SearchAsync(Store, typed, "en", [], cursor, 9, Token))!;
            Assert.InRange(page.Items.Count, typed == "mgu" ? 0 : 1, 9);
            seen.AddRange(page.Items.Select(hit => hit.ProductId));
            if ((cursor = page.NextCursor) is null)
                break;
        }

        Assert.Equal(typed == "mgu" ? 0 : 25, seen.Distinct().Count());
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    [Theory]
    [InlineData("\" OR store : *")]
    [InlineData("title : lamp) OR (x")]
    [InlineData("lamp NEAR sofa ^ - * \\ ' ; DROP TABLE products")]
    [InlineData("lamp' | 'secret")]
    [InlineData("👋🏽🕯️")]
    [InlineData("   ")]
    [InlineData("%_")]
    [InlineData("_")]
    [InlineData("secret")]
    [InlineData("sceret")]
    [InlineData("\ud83d lamp \ude00")]
    [InlineData("lamp\0secret")]
    public async Task Nothing_that_is_typed_finds_another_stores_products(string typed)
    {
        await FillAsync();
        var other = StoreId.New(Now.AddSeconds(1));
        await Search.PutAsync(other, [Product("9", "Secret lamp")], Token);
        await Search.CompleteAsync(other, Now, Now, Token);

        Assert.DoesNotContain((await Search.SearchAsync(Store, typed, "en", [], null, 99, Token))!.Items, hit => hit.Title == "Secret lamp");
        Assert.Equal(["Secret lamp"], (await Search.SearchAsync(other, "lamp", "en", [], null, 99, Token))!.Items.Select(hit => hit.Title));
        Assert.Equal(["Secret lamp"], (await Search.SearchAsync(other, "sceret", "en", [], null, 99, Token))!.Items.Select(hit => hit.Title));
    }

    [Fact]
    public async Task A_store_whose_catalogue_was_never_read_has_no_answer()
    {
        await PutAsync(Product("1", "Desk lamp"));
        Assert.Null(await Search.SearchAsync(Store, "lamp", "en", [], null, 10, Token));

        await Search.CompleteAsync(Store, Now, Now, Token);
        Assert.NotNull(await Search.SearchAsync(Store, "lamp", "en", [], null, 10, Token));
        Assert.Null(await Search.SearchAsync(Store, "lamp", "en", [], "eyJsYXN0X2lkIjo0fQ==", 10, Token));
        Assert.Null(await Search.SearchAsync(Store, "lamp", "en", [], "search:7:9", 10, Token));
    }

    [Fact]
    public async Task A_very_long_text_of_anything_is_answered()
    {
        await FillAsync();
        var random = new Random(7);
        for (var i = 0; i < 50; i++)
        {
            var typed = string.Concat(Enumerable.Range(0, random.Next(1, 3000)).Select(_ => (char)random.Next(1, 0xFFFF)));
            Assert.NotNull(await Search.SearchAsync(Store, typed, i % 2 == 0 ? "en" : null, [], null, 9, Token));
        }
    }

    private async Task Finds(string typed, string? language, string found)
    {
        await FillAsync();

        Assert.Equal(found, await FoundAsync(typed, language));
    }

    private async Task<string> FoundAsync(string typed, string? language, IReadOnlyList<IReadOnlyList<string>>? synonyms = null) => string.Join(
        ',',
        (await Search.SearchAsync(Store, typed, language, synonyms ?? [], null, 50, Token))!.Items.Select(hit => hit.ProductId).OrderBy(id => id.Length).ThenBy(id => id, StringComparer.Ordinal));

    private ValueTask PutAsync(params SearchableProduct[] products) => Search.PutAsync(Store, products, Token);

    private async Task FillAsync()
    {
        await PutAsync(
            Product("1", "Desk lamp Aurora", ["Lumen", "lighting", "brass", "LMP-100"], "Warm glow for long evenings."),
            Product("2", "Floor lamp Borealis", ["Lumen", "lighting", "oak"], "Stands beside any chair."),
            Product("3", "Classic T-Shirt", ["cotton", "White / M", "tshirt"], "Soft and white."),
            Product("4", "Runner sneakers white", ["shoe", "leather"]),
            Product("5", "Women's boots", ["winter"]),
            Product("6", "Summer dress", ["linen"]),
            Product("7", "Kaffeemühle Eiche", ["Küche", "Mahlwerk"], "Mahlt Bohnen fein."),
            Product("8", "Rotes Kleid", ["Sommer"]),
            Product("9", "Plan der Straße", ["Papier"]),
            Product("10", "Crème brûlée", ["dessert"]),
            Product("11", "Eau de parfum", ["rose"]),
            Product("12", "Chemise blanche", ["coton"]),
            Product("13", "Zapatos blancos", ["cuero"]),
            Product("14", "Calção de algodão", ["praia"]),
            Product("15", "Kemeja batik", ["pria"]),
            Product("16", "فستان أحمر طويل", ["نساء"]),
            Product("17", "लाल साड़ी रेशम", ["महिला"]),
            Product("18", "抹茶茶碗セット", ["陶器"]),
            Product("19", "Платье летнее", ["хлопок"]),
            Product("20", "Lampshade linen", ["paper"]));
        await Search.CompleteAsync(Store, Now, Now, Token);
    }

    private static SearchableProduct Product(string id, string title, string[]? keywords = null, string description = "") => new()
    {
        ProductId = id, Title = title, Keywords = keywords ?? [], Description = description, LowestPrice = new Money(10, "EUR"), ChangedAt = Start, SeenAt = Start,
    };
}
