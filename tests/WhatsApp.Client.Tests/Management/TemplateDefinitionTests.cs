using System.Text.Json.Nodes;
using WhatsApp.Client.Tests.Http;

namespace WhatsApp.Client.Tests.Management;

public sealed class TemplateDefinitionTests : IAsyncDisposable
{
    private static readonly TemplateContent Text = "Thank you for your order.";
    private readonly StubCloud _cloud = new();

    public ValueTask DisposeAsync() => _cloud.DisposeAsync();

    /// <summary>The example of the platform's documentation: file in the header, named variables, a link that ends in a variable.</summary>
    private static TemplateDefinition Shipped { get; } = new("order_shipped", "de", TemplateCategory.Utility)
    {
        Header = TemplateHeaderFormat.Document("4::aW..."),
        Body = new("Hallo {{first_name}}, Bestellung {{order}} ist unterwegs. Danke!", "Mira", "A-9"),
        Footer = "Shop Mitte",
        Buttons =
        [
            new TemplateButtonFormat.Url("Verfolgen", "https://shop.example/t/{{1}}", "https://shop.example/t/A-9"),
            new TemplateButtonFormat.QuickReply("Hilfe"),
        ],
    };

    private static TemplateDefinition Offer { get; } = new("summer", "en_US", TemplateCategory.Marketing)
    {
        Header = TemplateHeaderFormat.Image("4::aB"),
        Body = new("Only for you, {{1}}: all rye bread at half price today.", "Mira"),
        Offer = new("Ends soon!"),
        Buttons = [new TemplateButtonFormat.CopyCode("BREAD50"), new TemplateButtonFormat.Url("Shop", "https://shop.example/")],
        MessageSendTtl = TimeSpan.FromHours(12),
    };

    private static TemplateDefinition Carousel { get; } = new("ideas", "en", TemplateCategory.Marketing)
    {
        Body = Text,
        Cards =
        [
            new(TemplateHeaderFormat.Image("4::a")) { Body = "Rye.", Buttons = [new TemplateButtonFormat.QuickReply("Take it")] },
            new(TemplateHeaderFormat.Image("4::b")) { Body = "Oat.", Buttons = [new TemplateButtonFormat.QuickReply("Take it")] },
        ],
    };

    private static TemplateDefinition Code { get; } = new("login", "en", TemplateCategory.Authentication)
    {
        OneTimePassword = new("ZERO_TAP")
        {
            AddSecurityRecommendation = true,
            CodeExpirationMinutes = 90,
            Text = "Copy",
            AutofillText = "Fill in",
            SupportedApps = [new("com.example.shop", "K8a/AINcGX7")],
            ZeroTapTermsAccepted = true,
        },
    };

    public static TheoryData<string> ValidNames => [.. Valid.Keys];

    private static Dictionary<string, (TemplateDefinition Definition, string Json)> Valid { get; } = new()
    {
        ["order_shipped"] = (Shipped,
            """
            {"name":"order_shipped","language":"de","category":"UTILITY","parameter_format":"NAMED","components":[
             {"type":"HEADER","format":"DOCUMENT","example":{"header_handle":["4::aW..."]}},
             {"type":"BODY","text":"Hallo {{first_name}}, Bestellung {{order}} ist unterwegs. Danke!",
              "example":{"body_text_named_params":[{"param_name":"first_name","example":"Mira"},{"param_name":"order","example":"A-9"}]}},
             {"type":"FOOTER","text":"Shop Mitte"},
             {"type":"BUTTONS","buttons":[{"type":"URL","text":"Verfolgen","url":"https://shop.example/t/{{1}}","example":["https://shop.example/t/A-9"]},
              {"type":"QUICK_REPLY","text":"Hilfe"}]}]}
            """),
        ["offer"] = (Offer,
            """
            {"name":"summer","language":"en_US","category":"MARKETING","parameter_format":"POSITIONAL","message_send_ttl_seconds":43200,"components":[
             {"type":"HEADER","format":"IMAGE","example":{"header_handle":["4::aB"]}},
             {"type":"BODY","text":"Only for you, {{1}}: all rye bread at half price today.","example":{"body_text":[["Mira"]]}},
             {"type":"LIMITED_TIME_OFFER","limited_time_offer":{"text":"Ends soon!","has_expiration":true}},
             {"type":"BUTTONS","buttons":[{"type":"COPY_CODE","example":"BREAD50"},{"type":"URL","text":"Shop","url":"https://shop.example/"}]}]}
            """),
        ["carousel"] = (Carousel,
            """
            {"name":"ideas","language":"en","category":"MARKETING","parameter_format":"POSITIONAL","components":[
             {"type":"BODY","text":"Thank you for your order."},
             {"type":"CAROUSEL","cards":[
              {"components":[{"type":"HEADER","format":"IMAGE","example":{"header_handle":["4::a"]}},{"type":"BODY","text":"Rye."},{"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"Take it"}]}]},
              {"components":[{"type":"HEADER","format":"IMAGE","example":{"header_handle":["4::b"]}},{"type":"BODY","text":"Oat."},{"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"Take it"}]}]}]}]}
            """),
        ["authentication"] = (Code,
            """
            {"name":"login","language":"en","category":"AUTHENTICATION","components":[
             {"type":"BODY","add_security_recommendation":true},{"type":"FOOTER","code_expiration_minutes":90},
             {"type":"BUTTONS","buttons":[{"type":"OTP","otp_type":"ZERO_TAP","text":"Copy","autofill_text":"Fill in","zero_tap_terms_accepted":true,
              "supported_apps":[{"package_name":"com.example.shop","signature_hash":"K8a/AINcGX7"}]}]}]}
            """),
        ["every other part"] = (new TemplateDefinition("all", "en", TemplateCategory.Utility)
        {
            Header = new TemplateHeaderFormat.Text(new("Order {{1}}", "A-9")),
            Body = Text,
            Buttons =
            [
                new TemplateButtonFormat.PhoneNumber("Call", "+4930555000"),
                new TemplateButtonFormat.VoiceCall("Talk"),
                new TemplateButtonFormat.Flow("Book") { FlowId = "31337", FlowAction = "navigate", NavigateScreen = "START", Icon = "REVIEW" },
                new TemplateButtonFormat.Plain("REQUEST_CONTACT_INFO"),
                new TemplateButtonFormat.Plain("CATALOG", "View"),
            ],
        },
            """
            {"name":"all","language":"en","category":"UTILITY","parameter_format":"POSITIONAL","components":[
             {"type":"HEADER","format":"TEXT","text":"Order {{1}}","example":{"header_text":["A-9"]}},
             {"type":"BODY","text":"Thank you for your order."},
             {"type":"BUTTONS","buttons":[{"type":"PHONE_NUMBER","text":"Call","phone_number":"+4930555000"},{"type":"VOICE_CALL","text":"Talk"},
              {"type":"FLOW","text":"Book","flow_id":"31337","flow_action":"navigate","navigate_screen":"START","icon":"REVIEW"},
              {"type":"REQUEST_CONTACT_INFO"},{"type":"CATALOG","text":"View"}]}]}
            """),
    };

    [Theory]
    [MemberData(nameof(ValidNames))]
    public async Task Valid_template_is_created_as_documented(string name)
    {
        _cloud.Answer = (_, _) => StubCloud.Json(200, """{"id":"5001","status":"PENDING","category":"MARKETING"}""");

        var created = await _cloud.Sender().CreateTemplateAsync(new("700100"), Valid[name].Definition, TestContext.Current.CancellationToken);

        Assert.Equal(new TemplateCreated(new("5001"), TemplateStatus.Pending, TemplateCategory.Marketing), created);
        var request = Assert.Single(_cloud.Requests);
        Assert.Equal(("POST", "/v25.0/700100/message_templates"), (request.Method, request.Path));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Valid[name].Json), JsonNode.Parse(request.Body)), request.Body);
    }

    [Fact]
    public async Task Edit_sends_the_content_without_name_and_language()
    {
        _cloud.Answer = (_, _) => StubCloud.Json(200, """{"success":true}""");
        await _cloud.Sender().EditTemplateAsync(new("5001"), Offer, TestContext.Current.CancellationToken);

        var body = JsonNode.Parse(Assert.Single(_cloud.Requests).Body)!.AsObject();
        Assert.Equal("/v25.0/5001", _cloud.Requests.Single().Path);
        Assert.Equal(["category", "components", "message_send_ttl_seconds"], body.Select(member => member.Key).Order(StringComparer.Ordinal));
    }

    public static TheoryData<string> FaultNames => [.. Faulty.Keys];

    private static Dictionary<string, (TemplateDefinition Definition, string Path, MessageFaultKind Kind)> Faulty { get; } = new()
    {
        ["name with capitals"] = (Shipped with { Name = "Order" }, "name", MessageFaultKind.Malformed),
        ["name too long"] = (Shipped with { Name = new string('a', 513) }, "name", MessageFaultKind.TooLong),
        ["name missing"] = (Shipped with { Name = "" }, "name", MessageFaultKind.Missing),
        ["language missing"] = (Shipped with { Language = "" }, "language", MessageFaultKind.Missing),
        ["category unknown"] = (Shipped with { Category = new("OTHER") }, "category", MessageFaultKind.Malformed),
        ["header too long"] = (Shipped with { Header = new TemplateHeaderFormat.Text(new string('x', 61)) }, "components.header.text", MessageFaultKind.TooLong),
        ["header with two variables"] = (Offer with { Header = new TemplateHeaderFormat.Text(new("{{1}} and {{2}}", "a", "b")) }, "components.header.text.variables", MessageFaultKind.TooMany),
        ["header without example"] = (Offer with { Header = new TemplateHeaderFormat.Text("Order {{1}}") }, "components.header.example", MessageFaultKind.TooFew),
        ["media header without sample"] = (Shipped with { Header = TemplateHeaderFormat.Image("") }, "components.header.example.header_handle", MessageFaultKind.Missing),
        ["media header of unknown kind"] = (Shipped with { Header = new TemplateHeaderFormat.Media("AUDIO", "4::a") }, "components.header.format", MessageFaultKind.Malformed),
        ["body missing"] = (Shipped with { Body = null }, "components.body", MessageFaultKind.Missing),
        ["body too long"] = (Shipped with { Body = new string('x', 1025) }, "components.body.text", MessageFaultKind.TooLong),
        ["variable at the start"] = (Offer with { Body = new("{{1}}, your order is on its way to you.", "Mira") }, "components.body.text", MessageFaultKind.NotAllowed),
        ["variable at the end"] = (Offer with { Body = new("Your order is on its way to {{1}}", "Mira") }, "components.body.text", MessageFaultKind.NotAllowed),
        ["too many variables"] = (Offer with { Body = new("Hi {{1}} and {{2}} there.", "a", "b") }, "components.body.text.variables", MessageFaultKind.TooMany),
        ["too few examples"] = (Shipped with { Body = new("Hallo {{first_name}}, Bestellung {{order}} ist unterwegs.", "Mira") }, "components.body.example", MessageFaultKind.TooFew),
        ["too many examples"] = (Offer with { Body = new("Only for you, {{1}}: all rye bread.", "a", "b") }, "components.body.example", MessageFaultKind.TooMany),
        ["example with a line break"] = (Offer with { Body = new("Only for you, {{1}}: all rye bread.", "a\nb") }, "components.body.example[0]", MessageFaultKind.Malformed),
        ["numbers with a gap"] = (Offer with { Body = new("Only for you, {{1}}: all of the {{3}} rye bread today.", "a", "b") }, "components.body.text", MessageFaultKind.Malformed),
        ["numbers and names"] = (Offer with { Body = new("Only for you, {{1}}: all of the {{kind}} rye bread today.", "a", "b") }, "components.body.text", MessageFaultKind.Malformed),
        ["name of a variable with capitals"] = (Offer with { Body = new("Only for you, {{Name}}: all rye bread.", "a") }, "components.body.text", MessageFaultKind.Malformed),
        ["open brace"] = (Offer with { Body = "Only for you, {{1: all rye bread." }, "components.body.text", MessageFaultKind.Malformed),
        ["named body under numbered header"] = (Shipped with { Header = new TemplateHeaderFormat.Text(new("Order {{1}}", "A-9")) }, "parameter_format", MessageFaultKind.Mixed),
        ["footer too long"] = (Shipped with { Footer = new string('x', 61) }, "components.footer.text", MessageFaultKind.TooLong),
        ["footer with a variable"] = (Shipped with { Footer = "Shop {{1}}" }, "components.footer.text", MessageFaultKind.NotAllowed),
        ["eleven buttons"] = (Shipped with { Buttons = [.. Enumerable.Range(0, 11).Select(i => new TemplateButtonFormat.QuickReply($"{i}"))] }, "components.buttons", MessageFaultKind.TooMany),
        ["three links"] = (Shipped with { Buttons = [.. Enumerable.Range(0, 3).Select(i => new TemplateButtonFormat.Url($"{i}", "https://a.example"))] }, "components.buttons.URL", MessageFaultKind.TooMany),
        ["two phone numbers"] = (Shipped with { Buttons = [new TemplateButtonFormat.PhoneNumber("a", "1"), new TemplateButtonFormat.PhoneNumber("b", "1")] }, "components.buttons.PHONE_NUMBER", MessageFaultKind.TooMany),
        ["two codes"] = (Shipped with { Buttons = [new TemplateButtonFormat.CopyCode("A"), new TemplateButtonFormat.CopyCode("B")] }, "components.buttons.COPY_CODE", MessageFaultKind.TooMany),
        ["two calls"] = (Shipped with { Buttons = [new TemplateButtonFormat.VoiceCall("a"), new TemplateButtonFormat.VoiceCall("b")] }, "components.buttons.VOICE_CALL", MessageFaultKind.TooMany),
        ["scattered quick replies"] = (Shipped with { Buttons = [new TemplateButtonFormat.QuickReply("a"), new TemplateButtonFormat.PhoneNumber("b", "1"), new TemplateButtonFormat.QuickReply("c")] }, "components.buttons.QUICK_REPLY", MessageFaultKind.Mixed),
        ["label too long"] = (Shipped with { Buttons = [new TemplateButtonFormat.QuickReply(new string('x', 26))] }, "components.buttons[0].text", MessageFaultKind.TooLong),
        ["label missing"] = (Shipped with { Buttons = [new TemplateButtonFormat.QuickReply("")] }, "components.buttons[0].text", MessageFaultKind.Missing),
        ["link too long"] = (Shipped with { Buttons = [new TemplateButtonFormat.Url("a", "https://a.example/" + new string('x', 2000))] }, "components.buttons[0].url", MessageFaultKind.TooLong),
        ["link with a variable in the middle"] = (Shipped with { Buttons = [new TemplateButtonFormat.Url("a", "https://a.example/{{1}}/x", "https://a.example/b/x")] }, "components.buttons[0].url", MessageFaultKind.NotAllowed),
        ["link with two variables"] = (Shipped with { Buttons = [new TemplateButtonFormat.Url("a", "https://a.example/{{1}}{{2}}", "https://a.example/b")] }, "components.buttons[0].url", MessageFaultKind.NotAllowed),
        ["link without its example"] = (Shipped with { Buttons = [new TemplateButtonFormat.Url("a", "https://a.example/{{1}}")] }, "components.buttons[0].example", MessageFaultKind.Missing),
        ["link that is none"] = (Shipped with { Buttons = [new TemplateButtonFormat.Url("a", "shop")] }, "components.buttons[0].url", MessageFaultKind.Malformed),
        ["phone number that is none"] = (Shipped with { Buttons = [new TemplateButtonFormat.PhoneNumber("a", "call me")] }, "components.buttons[0].phone_number", MessageFaultKind.Malformed),
        ["code too long"] = (Shipped with { Buttons = [new TemplateButtonFormat.CopyCode(new string('A', 16))] }, "components.buttons[0].example", MessageFaultKind.TooLong),
        ["flow without a flow"] = (Shipped with { Buttons = [new TemplateButtonFormat.Flow("a")] }, "components.buttons[0].flow_id", MessageFaultKind.Missing),
        ["flow named twice"] = (Shipped with { Buttons = [new TemplateButtonFormat.Flow("a") { FlowId = "1", FlowName = "b" }] }, "components.buttons[0].flow_id", MessageFaultKind.NotAllowed),
        ["offer too long"] = (Offer with { Offer = new(new string('x', 17)) }, "components.limited_time_offer.text", MessageFaultKind.TooLong),
        ["offer without a code"] = (Offer with { Buttons = [new TemplateButtonFormat.Url("a", "https://a.example")] }, "components.buttons.COPY_CODE", MessageFaultKind.Missing),
        ["offer without a link"] = (Offer with { Buttons = [new TemplateButtonFormat.CopyCode("A")] }, "components.buttons.URL", MessageFaultKind.Missing),
        ["offer that is no marketing"] = (Offer with { Category = TemplateCategory.Utility }, "components.limited_time_offer", MessageFaultKind.NotAllowed),
        ["one card"] = (Carousel with { Cards = [Carousel.Cards[0]] }, "components.carousel.cards", MessageFaultKind.TooFew),
        ["eleven cards"] = (Carousel with { Cards = [.. Enumerable.Repeat(Carousel.Cards[0], 11)] }, "components.carousel.cards", MessageFaultKind.TooMany),
        ["cards unlike each other"] = (Carousel with { Cards = [Carousel.Cards[0], Carousel.Cards[1] with { Buttons = [] }] }, "components.carousel.cards", MessageFaultKind.Mixed),
        ["card body too long"] = (Carousel with { Cards = [Carousel.Cards[0], Carousel.Cards[1] with { Body = new string('x', 161) }] }, "components.carousel.cards[1].body.text", MessageFaultKind.TooLong),
        ["card with a file"] = (Carousel with { Cards = [Carousel.Cards[0], Carousel.Cards[1] with { Header = TemplateHeaderFormat.Document("4::a") }] }, "components.carousel.cards[1].header", MessageFaultKind.NotAllowed),
        ["authentication with text"] = (Code with { Body = Text }, "components.body", MessageFaultKind.NotAllowed),
        ["authentication without a password"] = (Code with { OneTimePassword = null }, "components.buttons", MessageFaultKind.Missing),
        ["password in another category"] = (Code with { Category = TemplateCategory.Utility }, "category", MessageFaultKind.NotAllowed),
        ["code that lives too long"] = (Code with { OneTimePassword = Code.OneTimePassword! with { CodeExpirationMinutes = 91 } }, "components.footer.code_expiration_minutes", MessageFaultKind.TooLarge),
        ["six apps"] = (Code with { OneTimePassword = Code.OneTimePassword! with { SupportedApps = [.. Enumerable.Repeat(new OtpApp("a", "12345678901"), 6)] } }, "components.buttons[0].supported_apps", MessageFaultKind.TooMany),
        ["signature hash of ten"] = (Code with { OneTimePassword = Code.OneTimePassword! with { SupportedApps = [new("a", "1234567890")] } }, "components.buttons[0].supported_apps[0].signature_hash", MessageFaultKind.Malformed),
        ["zero-tap without terms"] = (Code with { OneTimePassword = Code.OneTimePassword! with { ZeroTapTermsAccepted = false } }, "components.buttons[0].zero_tap_terms_accepted", MessageFaultKind.Missing),
        ["one-tap without an app"] = (Code with { OneTimePassword = new("ONE_TAP") }, "components.buttons[0].supported_apps", MessageFaultKind.TooFew),
        ["unknown kind of password"] = (Code with { OneTimePassword = new("TWO_TAP") }, "components.buttons[0].otp_type", MessageFaultKind.Malformed),
        ["authentication that lives too long"] = (Code with { MessageSendTtl = TimeSpan.FromMinutes(16) }, "message_send_ttl_seconds", MessageFaultKind.TooLarge),
        ["utility that lives too long"] = (Shipped with { MessageSendTtl = TimeSpan.FromHours(13) }, "message_send_ttl_seconds", MessageFaultKind.TooLarge),
        ["marketing that lives too short"] = (Offer with { MessageSendTtl = TimeSpan.FromHours(11) }, "message_send_ttl_seconds", MessageFaultKind.TooSmall),
    };

    [Theory]
    [MemberData(nameof(FaultNames))]
    public async Task Documented_fault_is_refused_before_any_call(string name)
    {
        var (definition, path, kind) = Faulty[name];

        var exception = await Assert.ThrowsAsync<InvalidMessageException>(
            () => _cloud.Sender().CreateTemplateAsync(new("700100"), definition, TestContext.Current.CancellationToken));

        Assert.Contains(exception.Faults, fault => fault.Path == path && fault.Kind == kind);
        Assert.Empty(_cloud.Requests);
    }

    [Fact]
    public void Message_that_fits_is_made_of_the_template()
    {
        var message = Shipped.Fill(new("", "")
        {
            Header = new TemplateHeader.Document(new MediaSource.ById("900101"), "invoice.pdf"),
            Body = [("first_name", "Mira"), ("order", "A-9")],
            Buttons = [new TemplateButton.Url(0, "A-9"), new TemplateButton.QuickReply(1, "help:A-9")],
        });

        Assert.Equal(("order_shipped", "de"), (message.Name, message.Language));
        Assert.Empty(Offer.Compare(new("summer", "en_US")
        {
            Header = new TemplateHeader.Image(new MediaSource.ById("1")),
            Body = ["Mira"],
            OfferExpires = DateTimeOffset.UnixEpoch,
            Buttons = [new TemplateButton.CopyCode(0, "BREAD50")],
        }));
        Assert.Empty(Code.Compare(new("login", "en") { OneTimePassword = "123456" }));
    }

    [Fact]
    public void Message_that_does_not_fit_is_refused_with_all_its_faults()
    {
        var exception = Assert.Throws<InvalidMessageException>(() => Shipped.Fill(new("", "")
        {
            Header = new TemplateHeader.Image(new MediaSource.ById("1")),
            Body = [("first_name", "Mira\nK."), ("ordre", "A-9"), ("more", "x")],
            Buttons = [new TemplateButton.CopyCode(1, "A"), new TemplateButton.QuickReply(7, "x")],
        }));

        Assert.Equal(
            [
                "template.components.body", "template.components.body.order", "template.components.button[0]", "template.components.button[1]",
                "template.components.button[7]", "template.components.header",
            ],
            exception.Faults.Where(fault => fault.Kind != MessageFaultKind.Malformed).Select(fault => fault.Path).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains(exception.Faults, fault => fault.Kind == MessageFaultKind.Malformed && fault.Path.Contains("text", StringComparison.Ordinal));
    }
}
