namespace WhatsApp.Emulator.Tests;

public sealed class LimitTests
{
    private const string Image = """{"link":"https://cdn.example/a.jpg"}""";

    public static TheoryData<string, int, string> Refused => new()
    {
        { """  "type":"text"  """, 100, "text" },
        { """  "type":"text","text":{}  """, 131008, "text['body']" },
        { """  "type":"text","text":{"body":""}  """, 100, "text['body']" },
        { $$"""  "type":"text","text":{"body":"{{X(4097)}}"}  """, 100, "text['body']" },
        { """  "type":"text","text":{"body":"x","preview":true}  """, 100, "preview" },
        { """  "type":"text","text":"x"  """, 100, "text" },
        { """  "type":"carrier_pigeon"  """, 100, "type" },
        { """  "type":"pin","pin":{"type":"pin","message_id":"x"}  """, 100, "PIN" },
        { $$"""  "biz_opaque_callback_data":"{{X(513)}}","type":"text","text":{"body":"x"}  """, 100, "biz_opaque_callback_data" },
        { """  "type":"image","image":{}  """, 131008, "image" },
        { """  "type":"image","image":{"id":"1","link":"https://cdn.example/a.jpg"}  """, 131009, "image" },
        { """  "type":"image","image":{"link":"ftp://cdn.example/a.jpg"}  """, 100, "image['link']" },
        { """  "type":"image","image":{"id":"unknown"}  """, 100, "image['id']" },
        { $$"""  "type":"image","image":{"link":"https://cdn.example/a.jpg","caption":"{{X(1025)}}"}  """, 100, "image['caption']" },
        { """  "type":"audio","audio":{"link":"https://cdn.example/a.ogg","caption":"x"}  """, 100, "caption" },
        { """  "type":"sticker","sticker":{"link":"https://cdn.example/a.webp","caption":"x"}  """, 100, "caption" },
        { """  "type":"location","location":{"latitude":91,"longitude":0}  """, 100, "location['latitude']" },
        { """  "type":"location","location":{"latitude":1}  """, 131008, "location['longitude']" },
        { """  "type":"contacts","contacts":[]  """, 100, "contacts" },
        { """  "type":"contacts","contacts":[{"name":{"formatted_name":"Shop"}}]  """, 100, "name" },
        { """  "type":"reaction","reaction":{"emoji":"x"}  """, 131008, "reaction['message_id']" },
        { """  "type":"template","template":{"name":"order_shipped"}  """, 131008, "template['language']" },
        { """  "type":"template","template":{"name":"t","language":{"code":"de"},"components":[{"type":"body","parameters":[{"type":"text","text":"a\nb"}]}]}  """, 132018, "text" },
        { """  "type":"template","template":{"name":"t","language":{"code":"de"},"components":[{"type":"body","parameters":[{"type":"text","text":"a     b"}]}]}  """, 132018, "text" },
        { Interactive("teleport", """{"name":"x"}"""), 100, "type" },
        { Interactive("button", Buttons("a", "b", "c", "d")), 131009, "buttons" },
        { Interactive("button", """{"buttons":[]}"""), 131009, "buttons" },
        { Interactive("button", Buttons("a", "a")), 131009, "id" },
        { Interactive("button", Buttons(X(257))), 131009, "id" },
        { Interactive("button", """{"buttons":[{"type":"reply","reply":{"id":"a","title":"123456789012345678901"}}]}"""), 131009, "title" },
        { Interactive("button", """{"buttons":[{"type":"reply","reply":{"id":"a","title":""}}]}"""), 131009, "title" },
        { Interactive("button", """{"buttons":[{"type":"reply","reply":{"id":"a","title":" Yes"}}]}"""), 131009, "title" },
        { Interactive("button", """{"buttons":[{"type":"reply","reply":{"title":"Yes"}}]}"""), 131008, "id" },
        { Interactive("button", Buttons("a"), body: X(1025)), 131009, "interactive['body']['text']" },
        { Interactive("button", Buttons("a"), extra: $$""","footer":{"text":"{{X(61)}}"}"""), 131009, "footer" },
        { Interactive("button", Buttons("a"), extra: $$""","header":{"type":"text","text":"{{X(61)}}"}"""), 131009, "header" },
        { Interactive("button", Buttons("a"), extra: ""","header":{"type":"image","image":{}}"""), 131008, "header" },
        { Interactive("list", List(11)), 131009, "rows" },
        { Interactive("list", $$"""{"button":"{{X(21)}}","sections":[{"rows":[{"id":"a","title":"A"}]}]}"""), 131009, "button" },
        { Interactive("list", """{"button":"Go","sections":[{"rows":[{"id":"a","title":"A"}]},{"title":"T","rows":[{"id":"b","title":"B"}]}]}"""), 131008, "title" },
        { Interactive("list", """{"button":"Go","sections":[{"title":"S","rows":[{"id":"a","title":"A"},{"id":"b","title":"B"},{"id":"c","title":"C"},{"id":"d","title":"D"},{"id":"e","title":"E"},{"id":"f","title":"F"}]},{"title":"T","rows":[{"id":"g","title":"G"},{"id":"h","title":"H"},{"id":"i","title":"I"},{"id":"j","title":"J"},{"id":"k","title":"K"}]}]}"""), 131009, "total" },
        { Interactive("list", $$"""{"button":"Go","sections":[{"rows":[{"id":"{{X(201)}}","title":"A"}]}]}"""), 131009, "id" },
        { Interactive("list", $$"""{"button":"Go","sections":[{"rows":[{"id":"a","title":"{{X(25)}}"}]}]}"""), 131009, "title" },
        { Interactive("list", $$"""{"button":"Go","sections":[{"rows":[{"id":"a","title":"A","description":"{{X(73)}}"}]}]}"""), 131009, "description" },
        { Interactive("list", List(1), extra: $$""","header":{"type":"image","image":{{Image}}}"""), 131009, "header" },
        { Interactive("cta_url", """{"name":"cta_url","parameters":{"display_text":"Check out now, please do","url":"https://shop.example"}}"""), 131009, "display_text" },
        { Interactive("cta_url", """{"name":"cta_url","parameters":{"display_text":"Go","url":"shop.example"}}"""), 131009, "url" },
        { Interactive("cta_url", """{"name":"open","parameters":{"display_text":"Go","url":"https://shop.example"}}"""), 131009, "name" },
        { Interactive("product_list", """{"catalog_id":"1","sections":[{"product_items":[{"product_retailer_id":"a"}]}]}"""), 131008, "header" },
        { Interactive("carousel", """{"cards":[{"card_index":0}]}"""), 131009, "cards" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Send_OverALimit_IsRefusedAndNamesTheParameter(string json, int code, string named)
    {
        await using var platform = await Platform.StartAsync();
        await platform.OpenWindowAsync();

        var answer = await platform.SendAsync(json);

        Assert.Equal((400, code), (answer.Status, answer.Code));
        Assert.StartsWith($"(#{code}) ", answer.Error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains(named, answer.Details, StringComparison.Ordinal);
        Assert.NotEmpty(answer.Error.GetProperty("fbtrace_id").GetString()!);
        Assert.Single(platform.Mira.Chat(platform.Shop));
    }

    public static TheoryData<string> Allowed =>
    [
        $$"""  "type":"text","text":{"body":"{{X(4096)}}","preview_url":true}  """,
        $$"""  "biz_opaque_callback_data":"{{X(512)}}","type":"text","text":{"body":"x"}  """,
        $$"""  "type":"image","image":{"link":"https://cdn.example/a.jpg","caption":"{{X(1024)}}"}  """,
        Interactive("button", Buttons("a", "b", "c"), body: X(1024), extra: $$""","footer":{"text":"{{X(60)}}"},"header":{"type":"image","image":{{Image}}}"""),
        Interactive("list", List(10), body: X(4096), extra: $$""","header":{"type":"text","text":"{{X(60)}}"}"""),
        Interactive("cta_url", """{"name":"cta_url","parameters":{"display_text":"Check out","url":"http://127.0.0.1:1/c?x=1"}}"""),
        Interactive("location_request_message", """{"name":"send_location"}"""),
        Interactive("request_contact_info", """{"name":"request_contact_info"}"""),
        """  "type":"location","location":{"latitude":52.52,"longitude":13.4,"name":"Shop"}  """,
        """  "type":"contacts","contacts":[{"name":{"formatted_name":"Shop","first_name":"Shop"}}]  """,
        """  "type":"template","template":{"name":"order_shipped","language":{"code":"de"}}  """,
    ];

    [Theory]
    [MemberData(nameof(Allowed))]
    public async Task Send_AtTheLimit_IsAccepted(string json)
    {
        await using var platform = await Platform.StartAsync();
        await platform.OpenWindowAsync();

        var answer = await platform.SendAsync(json);

        Assert.True(answer.Status == 200, answer.Text);
        Assert.Equal(2, platform.Mira.Chat(platform.Shop).Count);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task Send_BodyIsNoObject_IsRefused(string body)
    {
        await using var platform = await Platform.StartAsync();

        var answer = await platform.PostAsync("v25.0/800200/messages", body);

        Assert.Equal((400, 100), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Send_WithoutMessagingProduct_NamesIt()
    {
        await using var platform = await Platform.StartAsync();

        var answer = await platform.PostAsync("v25.0/800200/messages", $$"""{"to":"{{Platform.MiraPhone}}","text":{"body":"x"} }""");

        Assert.Equal("(#100) The parameter messaging_product is required.", answer.Error.GetProperty("message").GetString());
    }

    private static string X(int length) => new('x', length);

    private static string Buttons(params string[] ids) =>
        $$"""{"buttons":[{{string.Join(',', ids.Select((id, i) => $$"""{"type":"reply","reply":{"id":"{{id}}","title":"T{{i}}"} }"""))}}]}""";

    private static string List(int rows) =>
        $$"""{"button":"Go","sections":[{"rows":[{{string.Join(',', Enumerable.Range(0, rows).Select(i => $$"""{"id":"r{{i}}","title":"R{{i}}"}"""))}}]}]}""";

    private static string Interactive(string type, string action, string body = "Hello", string extra = "") =>
        $$"""  "type":"interactive","interactive":{"type":"{{type}}","body":{"text":"{{body}}"}{{extra}},"action":{{action}}}  """;
}
