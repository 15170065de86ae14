using System.Text;
using System.Text.Json.Nodes;
using WhatsApp.Client.Tests.Http;
using static WhatsApp.Client.TemplateButton;

namespace WhatsApp.Client.Tests.Management;

/// <summary>What the platform documents of sending a template: each of its faults is a row that is refused before the call, each of its examples goes out as written.</summary>
public sealed class TemplateFillingTests : IAsyncDisposable
{
    private static readonly MediaSource File = new MediaSource.ById("900101");
    private readonly StubCloud _cloud = new();

    public ValueTask DisposeAsync() => _cloud.DisposeAsync();

    private static TemplateDefinition Shipped { get; } = new("order_shipped", "de", TemplateCategory.Utility)
    {
        Header = TemplateHeaderFormat.Document("4::aW"),
        Body = new("Hallo {{first_name}}, Bestellung {{order}} ist unterwegs. Danke!", "Mira", "A-9"),
        Buttons = [new TemplateButtonFormat.Url("Verfolgen", "https://shop.example/t/{{1}}", "https://shop.example/t/A-9"), new TemplateButtonFormat.QuickReply("Hilfe")],
    };

    private static TemplateMessage ShippedFilling { get; } = new("", "")
    {
        Header = new TemplateHeader.Document(File, "invoice.pdf"),
        Body = [("first_name", "Mira"), ("order", "A-9")],
        Buttons = [new Url(0, "A-9"), new QuickReply(1, "help:A-9")],
    };

    /// <summary>Numbered variables: a text, an amount and a moment.</summary>
    private static TemplateDefinition Paid { get; } = new("order_paid", "en_US", TemplateCategory.Utility)
    {
        Header = new TemplateHeaderFormat.Text(new("Order {{1}}", "A-9")),
        Body = new("Thank you {{1}}, we received your payment of {{2}} for the order of {{3}} today.", "Mira", "12,90 €", "3 May"),
    };

    private static TemplateMessage PaidFilling { get; } = new("", "")
    {
        Header = new TemplateHeader.Text("A-9"),
        Body = ["Mira", new TemplateParameter.Currency("12,90 €", "EUR", 12.9m), new TemplateParameter.DateTime("3 May")],
    };

    private static TemplateDefinition With(params TemplateButtonFormat[] buttons) => new("plain", "en", TemplateCategory.Marketing) { Body = "Thank you for your order.", Buttons = buttons };

    private static TemplateDefinition WithHeader(TemplateHeaderFormat header) => With() with { Header = header };

    private static TemplateDefinition Offer { get; } =
        With(new TemplateButtonFormat.CopyCode("BREAD50"), new TemplateButtonFormat.Url("Shop", "https://shop.example/")) with { Offer = new("Ends soon!") };

    private static TemplateDefinition Carousel { get; } = With() with
    {
        Cards = [.. Enumerable.Range(0, 2).Select(_ => new TemplateCardFormat(TemplateHeaderFormat.Image("4::a")) { Body = new("Today only {{1}} for you.", "Rye"), Buttons = [new TemplateButtonFormat.QuickReply("Take it")] })],
    };

    private static TemplateCard Card(string text) => new() { Header = new TemplateHeader.Image(File), Body = [text], Buttons = [new QuickReply(0, "take")] };

    private static TemplateDefinition Code { get; } = new("login", "en", TemplateCategory.Authentication) { OneTimePassword = new("COPY_CODE") };

    public static TheoryData<string> ValidNames => [.. Valid.Keys];

    /// <summary>The template, what fills it, and the components as the platform writes them.</summary>
    private static Dictionary<string, (TemplateDefinition Definition, TemplateMessage Filling, string Components)> Valid { get; } = new()
    {
        ["the example: file, named variables, link and reply"] = (Shipped, ShippedFilling,
            """
            [{"type":"header","parameters":[{"type":"document","document":{"id":"900101","filename":"invoice.pdf"}}]},
             {"type":"body","parameters":[{"type":"text","parameter_name":"first_name","text":"Mira"},{"type":"text","parameter_name":"order","text":"A-9"}]},
             {"type":"button","sub_type":"url","index":"0","parameters":[{"type":"text","text":"A-9"}]},
             {"type":"button","sub_type":"quick_reply","index":"1","parameters":[{"type":"payload","payload":"help:A-9"}]}]
            """),
        ["a reply without payload"] = (Shipped, ShippedFilling with { Buttons = [new Url(0, "A-9")] },
            """
            [{"type":"header","parameters":[{"type":"document","document":{"id":"900101","filename":"invoice.pdf"}}]},
             {"type":"body","parameters":[{"type":"text","parameter_name":"first_name","text":"Mira"},{"type":"text","parameter_name":"order","text":"A-9"}]},
             {"type":"button","sub_type":"url","index":"0","parameters":[{"type":"text","text":"A-9"}]}]
            """),
        ["numbered: text, amount and moment"] = (Paid, PaidFilling,
            """
            [{"type":"header","parameters":[{"type":"text","text":"A-9"}]},
             {"type":"body","parameters":[{"type":"text","text":"Mira"},{"type":"currency","currency":{"fallback_value":"12,90 €","code":"EUR","amount_1000":12900}},{"type":"date_time","date_time":{"fallback_value":"3 May"}}]}]
            """),
        ["picture"] = (WithHeader(TemplateHeaderFormat.Image("4::a")), new("", "") { Header = new TemplateHeader.Image(File) }, """[{"type":"header","parameters":[{"type":"image","image":{"id":"900101"}}]}]"""),
        ["film"] = (WithHeader(TemplateHeaderFormat.Video("4::a")), new("", "") { Header = new TemplateHeader.Video(new MediaSource.ByLink(new("https://cdn.example/a.mp4"))) },
            """[{"type":"header","parameters":[{"type":"video","video":{"link":"https://cdn.example/a.mp4"}}]}]"""),
        ["moving picture"] = (WithHeader(TemplateHeaderFormat.Gif("4::a")), new("", "") { Header = new TemplateHeader.Gif(File) }, """[{"type":"header","parameters":[{"type":"gif","gif":{"id":"900101"}}]}]"""),
        ["place"] = (WithHeader(new TemplateHeaderFormat.Location()), new("", "") { Header = new TemplateHeader.Location(52.5, 13.4, "Shop", "Street 1") },
            """[{"type":"header","parameters":[{"type":"location","location":{"latitude":52.5,"longitude":13.4,"name":"Shop","address":"Street 1"}}]}]"""),
        ["product"] = (WithHeader(new TemplateHeaderFormat.Product()), new("", "") { Header = new TemplateHeader.Product("5550", "rye-1") },
            """[{"type":"header","parameters":[{"type":"product","product":{"catalog_id":"5550","product_retailer_id":"rye-1"}}]}]"""),
        ["longest payload"] = (With(new TemplateButtonFormat.QuickReply("a")), new("", "") { Buttons = [new QuickReply(0, new string('x', 256))] },
            $$"""[{"type":"button","sub_type":"quick_reply","index":"0","parameters":[{"type":"payload","payload":"{{new string('x', 256)}}"}]}]"""),
        ["flow"] = (With(new TemplateButtonFormat.Flow("Book") { FlowId = "31337" }), new("", "") { Buttons = [new Flow(0) { FlowToken = "tok-7", ActionData = Encoding.UTF8.GetBytes("""{"branch":"mitte"}""") }] },
            """[{"type":"button","sub_type":"flow","index":"0","parameters":[{"type":"action","action":{"flow_token":"tok-7","flow_action_data":{"branch":"mitte"}}}]}]"""),
        ["catalogue"] = (With(new TemplateButtonFormat.Plain("CATALOG", "View")), new("", "") { Buttons = [new Catalog(0, "rye-1")] },
            """[{"type":"button","sub_type":"catalog","index":"0","parameters":[{"type":"action","action":{"thumbnail_product_retailer_id":"rye-1"}}]}]"""),
        ["several products"] = (With(new TemplateButtonFormat.Plain("MPM", "View")), new("", "") { Buttons = [new Mpm(0, "rye-1", [new("Loaves", ["rye-1"])])] },
            """[{"type":"button","sub_type":"mpm","index":"0","parameters":[{"type":"action","action":{"thumbnail_product_retailer_id":"rye-1","sections":[{"title":"Loaves","product_items":[{"product_retailer_id":"rye-1"}]}]}}]}]"""),
        ["call"] = (With(new TemplateButtonFormat.VoiceCall("Talk")), new("", "") { Buttons = [new VoiceCall(0) { TtlMinutes = 60, Payload = "A-9" }] },
            """[{"type":"button","sub_type":"voice_call","index":"0","parameters":[{"type":"ttl_minutes","ttl_minutes":60},{"type":"payload","payload":"A-9"}]}]"""),
        ["offer with its code"] = (Offer, new("", "") { OfferExpires = DateTimeOffset.FromUnixTimeSeconds(1790000000), Buttons = [new CopyCode(0, "BREAD50")] },
            """
            [{"type":"limited_time_offer","parameters":[{"type":"limited_time_offer","limited_time_offer":{"expiration_time_ms":1790000000000}}]},
             {"type":"button","sub_type":"copy_code","index":"0","parameters":[{"type":"coupon_code","coupon_code":"BREAD50"}]}]
            """),
        ["carousel"] = (Carousel, new("", "") { Cards = [Card("Rye"), Card("Oat")] },
            """
            [{"type":"carousel","cards":[
              {"card_index":0,"components":[{"type":"header","parameters":[{"type":"image","image":{"id":"900101"}}]},{"type":"body","parameters":[{"type":"text","text":"Rye"}]},{"type":"button","sub_type":"quick_reply","index":"0","parameters":[{"type":"payload","payload":"take"}]}]},
              {"card_index":1,"components":[{"type":"header","parameters":[{"type":"image","image":{"id":"900101"}}]},{"type":"body","parameters":[{"type":"text","text":"Oat"}]},{"type":"button","sub_type":"quick_reply","index":"0","parameters":[{"type":"payload","payload":"take"}]}]}]}]
            """),
        ["one-time password, twice"] = (Code, new("", "") { OneTimePassword = "123456" },
            """
            [{"type":"body","parameters":[{"type":"text","text":"123456"}]},{"type":"button","sub_type":"url","index":"0","parameters":[{"type":"text","text":"123456"}]}]
            """),
        ["nothing to fill: fixed link, number, contact, call, single product"] = (
            With(new TemplateButtonFormat.Url("Shop", "https://shop.example/"), new TemplateButtonFormat.PhoneNumber("Call", "+4930555000"), new TemplateButtonFormat.Plain("REQUEST_CONTACT_INFO"), new TemplateButtonFormat.Plain("CALL_PERMISSION_REQUEST"), new TemplateButtonFormat.Plain("SPM", "View")) with { Footer = "Shop" },
            new("", ""), "null"),
    };

    [Theory]
    [MemberData(nameof(ValidNames))]
    public async Task Valid_message_is_sent_as_the_platform_writes_it(string name)
    {
        var (definition, filling, components) = Valid[name];

        await _cloud.Sender().SendAsync(new Recipient.Phone("4915550001111"), definition.Fill(filling), cancellationToken: TestContext.Current.CancellationToken);

        var template = JsonNode.Parse(Assert.Single(_cloud.Requests).Body)!["template"]!;
        Assert.Equal((definition.Name, definition.Language), ((string?)template["name"], (string?)template["language"]!["code"]));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(components), template["components"]), template.ToJsonString());
    }

    public static TheoryData<string> FaultNames => [.. Faulty.Keys];

    private static Dictionary<string, (TemplateDefinition Definition, TemplateMessage Filling, string Path, MessageFaultKind Kind)> Faulty { get; } = new()
    {
        // Header.
        ["media header left out"] = (Shipped, ShippedFilling with { Header = null }, "template.components.header", MessageFaultKind.Missing),
        ["header of another kind"] = (Shipped, ShippedFilling with { Header = new TemplateHeader.Image(File) }, "template.components.header", MessageFaultKind.NotAllowed),
        ["header where there is none"] = (With(), new("", "") { Header = new TemplateHeader.Text("a") }, "template.components.header", MessageFaultKind.NotAllowed),
        ["text for a header without variable"] = (WithHeader(new TemplateHeaderFormat.Text("Hello")), new("", "") { Header = new TemplateHeader.Text("a") }, "template.components.header", MessageFaultKind.NotAllowed),
        ["name for a numbered header"] = (Paid, PaidFilling with { Header = new TemplateHeader.Text("A-9") { ParameterName = "order" } }, "template.components.header", MessageFaultKind.NotAllowed),
        ["place outside the world"] = (WithHeader(new TemplateHeaderFormat.Location()), new("", "") { Header = new TemplateHeader.Location(91, 0) }, "template.components[0].parameters[0].location.latitude", MessageFaultKind.TooLarge),
        ["product without its catalogue"] = (WithHeader(new TemplateHeaderFormat.Product()), new("", "") { Header = new TemplateHeader.Product("", "rye-1") }, "template.components[0].parameters[0].product.catalog_id", MessageFaultKind.Missing),

        // Body.
        ["too few parameters"] = (Paid, PaidFilling with { Body = ["Mira"] }, "template.components.body", MessageFaultKind.TooFew),
        ["too many parameters"] = (Paid, PaidFilling with { Body = [.. PaidFilling.Body, "more"] }, "template.components.body", MessageFaultKind.TooMany),
        ["parameter for a body without variable"] = (With(), new("", "") { Body = ["a"] }, "template.components.body", MessageFaultKind.TooMany),
        ["name missing in a named template"] = (Shipped, ShippedFilling with { Body = ["Mira", "A-9"] }, "template.components.body.first_name", MessageFaultKind.Missing),
        ["another name"] = (Shipped, ShippedFilling with { Body = [("first_name", "Mira"), ("ordre", "A-9")] }, "template.components.body.order", MessageFaultKind.Missing),
        ["a name twice"] = (Shipped, ShippedFilling with { Body = [("order", "Mira"), ("order", "A-9")] }, "template.components.body.first_name", MessageFaultKind.Missing),
        ["a name in a numbered template"] = (Paid, PaidFilling with { Body = [("a", "Mira"), ("b", "1"), ("c", "2")] }, "template.components.body.parameter_name", MessageFaultKind.NotAllowed),
        ["empty parameter"] = (Paid, PaidFilling with { Body = ["", "1", "2"] }, "template.components[1].parameters[0].text", MessageFaultKind.Missing),
        ["line break"] = (Paid, PaidFilling with { Body = ["a\nb", "1", "2"] }, "template.components[1].parameters[0].text", MessageFaultKind.Malformed),
        ["tab"] = (Paid, PaidFilling with { Body = ["a\tb", "1", "2"] }, "template.components[1].parameters[0].text", MessageFaultKind.Malformed),
        ["five blanks"] = (Paid, PaidFilling with { Body = ["a     b", "1", "2"] }, "template.components[1].parameters[0].text", MessageFaultKind.Malformed),
        ["line break in the header"] = (Paid, PaidFilling with { Header = new TemplateHeader.Text("a\nb") }, "template.components[0].parameters[0].text", MessageFaultKind.Malformed),
        ["line break in a fall-back"] = (Paid, PaidFilling with { Body = ["a", new TemplateParameter.Currency("1\n2", "EUR", 1), "2"] }, "template.components[1].parameters[1].currency.fallback_value", MessageFaultKind.Malformed),
        ["amount without currency"] = (Paid, PaidFilling with { Body = ["a", new TemplateParameter.Currency("1", "euro", 1), "2"] }, "template.components[1].parameters[1].currency.code", MessageFaultKind.Malformed),
        ["moment without a fall-back"] = (Paid, PaidFilling with { Body = ["a", "1", new TemplateParameter.DateTime("")] }, "template.components[1].parameters[2].date_time.fallback_value", MessageFaultKind.Missing),

        // Buttons.
        ["link with a variable left out"] = (Shipped, ShippedFilling with { Buttons = [new QuickReply(1, "help")] }, "template.components.button[0]", MessageFaultKind.Missing),
        ["link without a variable filled"] = (With(new TemplateButtonFormat.Url("Shop", "https://shop.example/")), new("", "") { Buttons = [new Url(0, "a")] }, "template.components.button[0]", MessageFaultKind.NotAllowed),
        ["button of another kind"] = (Shipped, ShippedFilling with { Buttons = [new QuickReply(0, "a")] }, "template.components.button[0]", MessageFaultKind.NotAllowed),
        ["button that is not there"] = (Shipped, ShippedFilling with { Buttons = [new Url(0, "a"), new QuickReply(2, "a")] }, "template.components.button[2]", MessageFaultKind.NotAllowed),
        ["payload too long"] = (Shipped, ShippedFilling with { Buttons = [new Url(0, "a"), new QuickReply(1, new string('x', 257))] }, "template.components[3].parameters[0].payload", MessageFaultKind.TooLong),
        ["line break in a link"] = (Shipped, ShippedFilling with { Buttons = [new Url(0, "a\nb")] }, "template.components[2].parameters[0].text", MessageFaultKind.Malformed),
        ["coupon code too long"] = (Offer, new("", "") { OfferExpires = DateTimeOffset.FromUnixTimeSeconds(1790000000), Buttons = [new CopyCode(0, new string('A', 16))] }, "template.components[1].parameters[0].coupon_code", MessageFaultKind.TooLong),
        ["coupon code with a sign"] = (Offer, new("", "") { OfferExpires = DateTimeOffset.FromUnixTimeSeconds(1790000000), Buttons = [new CopyCode(0, "RYE-25")] }, "template.components[1].parameters[0].coupon_code", MessageFaultKind.Malformed),
        ["coupon code left out"] = (Offer, new("", "") { OfferExpires = DateTimeOffset.FromUnixTimeSeconds(1790000000) }, "template.components.button[0]", MessageFaultKind.Missing),
        ["number to dial filled"] = (With(new TemplateButtonFormat.PhoneNumber("Call", "+4930555000")), new("", "") { Buttons = [new QuickReply(0, "a")] }, "template.components.button[0]", MessageFaultKind.NotAllowed),
        ["request for contacts filled"] = (With(new TemplateButtonFormat.Plain("REQUEST_CONTACT_INFO")), new("", "") { Buttons = [new QuickReply(0, "a")] }, "template.components.button[0]", MessageFaultKind.NotAllowed),
        ["request to call filled"] = (With(new TemplateButtonFormat.Plain("CALL_PERMISSION_REQUEST")), new("", "") { Buttons = [new QuickReply(0, "a")] }, "template.components.button[0]", MessageFaultKind.NotAllowed),
        ["single product filled"] = (With(new TemplateButtonFormat.Plain("SPM", "View")), new("", "") { Buttons = [new Catalog(0, "rye-1")] }, "template.components.button[0]", MessageFaultKind.NotAllowed),
        ["several products left out"] = (With(new TemplateButtonFormat.Plain("MPM", "View")), new("", ""), "template.components.button[0]", MessageFaultKind.Missing),
        ["several products without a section"] = (With(new TemplateButtonFormat.Plain("MPM", "View")), new("", "") { Buttons = [new Mpm(0, "rye-1", [])] }, "template.components[0].parameters[0].action.sections", MessageFaultKind.TooFew),
        ["catalogue without a picture"] = (With(new TemplateButtonFormat.Plain("CATALOG", "View")), new("", "") { Buttons = [new Catalog(0, "")] }, "template.components[0].parameters[0].action.thumbnail_product_retailer_id", MessageFaultKind.Missing),
        ["order left out"] = (With(new TemplateButtonFormat.Plain("ORDER_DETAILS", "Pay")), new("", ""), "template.components.button[0]", MessageFaultKind.Missing),
        ["call that lives too long"] = (With(new TemplateButtonFormat.VoiceCall("Talk")), new("", "") { Buttons = [new VoiceCall(0) { TtlMinutes = 43_201 }] }, "template.components[0].parameters[0].ttl_minutes", MessageFaultKind.TooLarge),
        ["flow data that is no object"] = (With(new TemplateButtonFormat.Flow("Book") { FlowId = "1" }), new("", "") { Buttons = [new Flow(0) { ActionData = Encoding.UTF8.GetBytes("[]") }] }, "template.components[0].parameters[0].action.flow_action_data", MessageFaultKind.Malformed),

        // Offer, cards, one-time password.
        ["offer without its end"] = (Offer, new("", "") { Buttons = [new CopyCode(0, "A")] }, "template.components.limited_time_offer", MessageFaultKind.Missing),
        ["end without an offer"] = (With(), new("", "") { OfferExpires = DateTimeOffset.FromUnixTimeSeconds(1790000000) }, "template.components.limited_time_offer", MessageFaultKind.NotAllowed),
        ["a card left out"] = (Carousel, new("", "") { Cards = [Card("Rye")] }, "template.components.carousel.cards", MessageFaultKind.TooFew),
        ["a card too many"] = (Carousel, new("", "") { Cards = [Card("Rye"), Card("Oat"), Card("Bun")] }, "template.components.carousel.cards", MessageFaultKind.TooMany),
        ["card without its picture"] = (Carousel, new("", "") { Cards = [Card("Rye"), Card("Oat") with { Header = null }] }, "template.components.carousel.cards[1].header", MessageFaultKind.Missing),
        ["card without its text"] = (Carousel, new("", "") { Cards = [Card("Rye"), Card("Oat") with { Body = [] }] }, "template.components.carousel.cards[1].body", MessageFaultKind.TooFew),
        ["text of a card too long"] = (Carousel, new("", "") { Cards = [Card("Rye"), Card(new string('x', 161))] }, "template.components[0].cards[1].components[1].parameters[0].text", MessageFaultKind.TooLong),
        ["password left out"] = (Code, new("", ""), "template.components.button[0]", MessageFaultKind.Missing),
        ["password too long"] = (Code, new("", "") { OneTimePassword = "1234567890123456" }, "template.components[1].parameters[0].text", MessageFaultKind.TooLong),
        ["password for another template"] = (With(), new("", "") { OneTimePassword = "123456" }, "template.components.button[0]", MessageFaultKind.NotAllowed),
    };

    [Theory]
    [MemberData(nameof(FaultNames))]
    public void Documented_fault_is_refused_before_any_call(string name)
    {
        var (definition, filling, path, kind) = Faulty[name];

        var exception = Assert.Throws<InvalidMessageException>(() => definition.Fill(filling));

        Assert.Contains(exception.Faults, fault => fault.Path == path && fault.Kind == kind);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("en_GB")]
    [InlineData("de")]
    public void Message_in_another_language_is_not_of_this_template(string language) =>
        Assert.Contains(Paid.Compare(PaidFilling with { Name = "order_paid", Language = language }), fault => fault.Path == "template.language.code");

    [Fact]
    public void Message_of_another_name_is_not_of_this_template() =>
        Assert.Contains(Paid.Compare(PaidFilling with { Name = "order_late", Language = "en_US" }), fault => fault.Path == "template.name");
}
