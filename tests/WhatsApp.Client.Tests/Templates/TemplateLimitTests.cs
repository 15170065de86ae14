using System.Text;
using static WhatsApp.Client.TemplateButton;

namespace WhatsApp.Client.Tests.Templates;

public sealed class TemplateLimitTests
{
    private static readonly MediaSource File = new MediaSource.ById("900101");
    private static readonly TemplateMessage Sale = new("sale", "de");

    private static string Text(int length) => new('x', length);

    private static TemplateMessage Button(TemplateButton button) => Sale with { Buttons = [button] };

    private static TemplateMessage Body(TemplateParameter parameter) => Sale with { Body = [parameter] };

    private static TemplateMessage Carousel(params TemplateCard[] cards) => Sale with { Cards = cards };

    public static TheoryData<string, Func<int, OutgoingMessage>, int> Lengths => new()
    {
        { "template.name", length => new TemplateMessage(Text(length), "de"), 512 },
        { "template.components[0].parameters[0].text", length => Sale with { Header = new TemplateHeader.Text(Text(length)) }, 60 },
        { "template.components[0].parameters[0].text", length => Body(Text(length)), 1024 },
        { "template.components[0].parameters[0].currency.fallback_value", length => Body(new TemplateParameter.Currency(Text(length), "EUR", 1)), 1024 },
        { "template.components[0].parameters[0].date_time.fallback_value", length => Body(new TemplateParameter.DateTime(Text(length))), 1024 },
        { "template.components[1].parameters[1].text", length => Sale with { Header = new TemplateHeader.Image(File), Body = ["a", Text(length)] }, 1024 },
        { "template.components[0].parameters[0].payload", length => Button(new QuickReply(0, Text(length))), 256 },
        { "template.components[0].parameters[0].text", length => Button(new Url(0, Text(length))), 2000 },
        { "template.components[0].parameters[0].coupon_code", length => Button(new CopyCode(0, Text(length))), 15 },
        { "template.components[0].cards[1].components[0].parameters[0].text", length => Carousel(new() { Body = ["a"] }, new() { Body = [Text(length)] }), 160 },
        { "template.components[0].cards[1].components[0].parameters[0].payload", length => Carousel(new(), new() { Buttons = [new QuickReply(0, Text(length))] }), 256 },
    };

    [Theory]
    [MemberData(nameof(Lengths), DisableDiscoveryEnumeration = true)]
    public void Length_at_the_limit_is_fine_and_over_it_is_a_fault(string path, Func<int, OutgoingMessage> create, int limit)
    {
        Assert.Empty(create(limit).Validate());
        Assert.Equal([new MessageFault(path, MessageFaultKind.TooLong, limit, limit + 1)], create(limit + 1).Validate());
    }

    [Theory]
    [MemberData(nameof(Lengths), DisableDiscoveryEnumeration = true)]
    public void Empty_text_is_missing(string path, Func<int, OutgoingMessage> create, int limit)
    {
        Assert.True(limit > 0);
        Assert.Equal([new MessageFault(path, MessageFaultKind.Missing)], create(0).Validate());
    }

    public static TheoryData<TemplateMessage, string, MessageFaultKind> Faults => new()
    {
        { Sale with { Name = "Sale" }, "template.name", MessageFaultKind.Malformed },
        { Sale with { Name = "sale-2" }, "template.name", MessageFaultKind.Malformed },
        { Sale with { Language = "" }, "template.language.code", MessageFaultKind.Missing },
        { Sale with { Language = "en-US" }, "template.language.code", MessageFaultKind.Malformed },
        { Sale with { Language = "German" }, "template.language.code", MessageFaultKind.Malformed },
        { Sale with { LanguagePolicy = "" }, "template.language.policy", MessageFaultKind.Missing },
        { Body("two\nlines"), "template.components[0].parameters[0].text", MessageFaultKind.Malformed },
        { Body("a\tb"), "template.components[0].parameters[0].text", MessageFaultKind.Malformed },
        { Body("a     b"), "template.components[0].parameters[0].text", MessageFaultKind.Malformed },
        { Sale with { Header = new TemplateHeader.Text("a\nb") }, "template.components[0].parameters[0].text", MessageFaultKind.Malformed },
        { Button(new Url(0, "a\nb")), "template.components[0].parameters[0].text", MessageFaultKind.Malformed },
        { Sale with { Body = [("name", "Mira"), "A-9"] }, "template.components[].parameters[].parameter_name", MessageFaultKind.Mixed },
        { Sale with { Header = new TemplateHeader.Text("Mira"), Body = [("order", "A-9")] }, "template.components[].parameters[].parameter_name", MessageFaultKind.Mixed },
        { Sale with { Body = [("", "Mira")] }, "template.components[0].parameters[0].parameter_name", MessageFaultKind.Missing },
        { Sale with { Body = [("a", "Mira"), ("a", "A-9")] }, "template.components[0].parameters[1].parameter_name", MessageFaultKind.Duplicate },
        { Body(new TemplateParameter.Currency("1", "euro", 1)), "template.components[0].parameters[0].currency.code", MessageFaultKind.Malformed },
        { Body(new TemplateParameter.Currency("1", "EUR", 0.0001m)), "template.components[0].parameters[0].currency.amount_1000", MessageFaultKind.Malformed },
        { Body(new TemplateParameter.Currency("1", "EUR", decimal.MaxValue)), "template.components[0].parameters[0].currency.amount_1000", MessageFaultKind.Malformed },
        { Sale with { Header = new TemplateHeader.Image(new MediaSource.ById("")) }, "template.components[0].parameters[0].image.id", MessageFaultKind.Missing },
        { Sale with { Header = new TemplateHeader.Video(new MediaSource.ByLink(new Uri("a", UriKind.Relative))) }, "template.components[0].parameters[0].video.link", MessageFaultKind.Malformed },
        { Sale with { Header = new TemplateHeader.Gif(new MediaSource.ById("")) }, "template.components[0].parameters[0].gif.id", MessageFaultKind.Missing },
        { Sale with { Header = new TemplateHeader.Document(File, "") }, "template.components[0].parameters[0].document.filename", MessageFaultKind.Missing },
        { Sale with { Header = new TemplateHeader.Location(91, 0) }, "template.components[0].parameters[0].location.latitude", MessageFaultKind.TooLarge },
        { Sale with { Header = new TemplateHeader.Location(0, double.NaN) }, "template.components[0].parameters[0].location.longitude", MessageFaultKind.TooLarge },
        { Sale with { Header = new TemplateHeader.Product("", "rye-1") }, "template.components[0].parameters[0].product.catalog_id", MessageFaultKind.Missing },
        { Sale with { Header = new TemplateHeader.Product("5550", "") }, "template.components[0].parameters[0].product.product_retailer_id", MessageFaultKind.Missing },
        { Button(new CopyCode(0, "RYE-25")), "template.components[0].parameters[0].coupon_code", MessageFaultKind.Malformed },
        { Button(new Flow(0) { ActionData = Encoding.UTF8.GetBytes("[]") }), "template.components[0].parameters[0].action.flow_action_data", MessageFaultKind.Malformed },
        { Button(new Flow(0) { FlowToken = "" }), "template.components[0].parameters[0].action.flow_token", MessageFaultKind.Missing },
        { Button(new Catalog(0, "")), "template.components[0].parameters[0].action.thumbnail_product_retailer_id", MessageFaultKind.Missing },
        { Button(new Mpm(0, "", [new("Loaves", ["rye-1"])])), "template.components[0].parameters[0].action.thumbnail_product_retailer_id", MessageFaultKind.Missing },
        { Button(new Mpm(0, "rye-1", [])), "template.components[0].parameters[0].action.sections", MessageFaultKind.TooFew },
        { Button(new Mpm(0, "rye-1", [.. Enumerable.Range(0, 11).Select(i => new ProductSection($"s{i}", ["p"]))])), "template.components[0].parameters[0].action.sections", MessageFaultKind.TooMany },
        { Button(new Mpm(0, "rye-1", [new(Text(25), ["rye-1"])])), "template.components[0].parameters[0].action.sections[0].title", MessageFaultKind.TooLong },
        {
            Button(new Mpm(0, "rye-1", [new("a", [.. Enumerable.Repeat("p", 16)]), new("b", [.. Enumerable.Repeat("p", 15)])])),
            "template.components[0].parameters[0].action.sections[].product_items", MessageFaultKind.TooMany
        },
        { Button(new TemplateButton.OrderDetails(0, null!)), "template.components[0].parameters[0].action.order_details", MessageFaultKind.Missing },
        { Sale with { Body = [null!] }, "template.components[0].parameters[0]", MessageFaultKind.Missing },
        { Button(new VoiceCall(0)), "template.components[0].parameters", MessageFaultKind.Missing },
        { Button(new VoiceCall(0) { TtlMinutes = 0 }), "template.components[0].parameters[0].ttl_minutes", MessageFaultKind.TooSmall },
        { Button(new VoiceCall(0) { TtlMinutes = 43_201 }), "template.components[0].parameters[0].ttl_minutes", MessageFaultKind.TooLarge },
        { Button(new Url(-1, "a")), "template.components[0].index", MessageFaultKind.TooSmall },
        { Button(new Url(10, "a")), "template.components[0].index", MessageFaultKind.TooLarge },
        { Sale with { Buttons = [new Url(0, "a"), new QuickReply(0, "b")] }, "template.components[1].index", MessageFaultKind.Duplicate },
        { Sale with { Buttons = [new Url(0, "a"), new Url(1, "a"), new Url(2, "a")] }, "template.components[].sub_type(url)", MessageFaultKind.TooMany },
        { Sale with { Buttons = [new CopyCode(0, "a"), new CopyCode(1, "a")] }, "template.components[].sub_type(copy_code)", MessageFaultKind.TooMany },
        { Sale with { OfferExpires = default(DateTimeOffset) }, "template.components[0].parameters[0].limited_time_offer.expiration_time_ms", MessageFaultKind.Malformed },
        { Carousel(new TemplateCard()), "template.components[0].cards", MessageFaultKind.TooFew },
        { Carousel([.. Enumerable.Repeat(new TemplateCard(), 11)]), "template.components[0].cards", MessageFaultKind.TooMany },
        {
            Carousel(new() { Header = new TemplateHeader.Image(File) }, new() { Header = new TemplateHeader.Video(File) }),
            "template.components[0].cards[1].components[0].parameters[0].type", MessageFaultKind.Mixed
        },
        {
            Carousel(new(), new() { Header = new TemplateHeader.Text("a") }),
            "template.components[0].cards[1].components[0].parameters[0].type", MessageFaultKind.NotAllowed
        },
        { Sale with { OneTimePassword = "1234567890123456" }, "template.components[1].parameters[0].text", MessageFaultKind.TooLong },
        { Sale with { OneTimePassword = "123456", Body = ["Mira"] }, "template.components", MessageFaultKind.NotAllowed },
        { Sale with { OtherComponents = [Encoding.UTF8.GetBytes("{")] }, "template.components[0]", MessageFaultKind.Malformed },
    };

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public void Broken_rule_is_one_fault(TemplateMessage message, string path, MessageFaultKind kind)
    {
        var fault = Assert.Single(message.Validate());

        Assert.Equal((path, kind), (fault.Path, fault.Kind));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("en_US")]
    [InlineData("fil")]
    [InlineData("zh_HK")]
    public void Language_codes_pass(string language) => Assert.Empty((Sale with { Language = language }).Validate());

    [Fact]
    public void Eleven_buttons_are_too_many()
    {
        var faults = (Sale with { Buttons = [.. Enumerable.Range(0, 11).Select(i => new QuickReply(i, "a"))] }).Validate();

        Assert.Equal(new MessageFault("template.components", MessageFaultKind.TooMany, 10, 11), faults[0]);
    }

    [Fact]
    public void Longest_code_passes() => Assert.Empty((Sale with { OneTimePassword = "123456789012345" }).Validate());

    [Fact]
    public void Cleaned_text_passes() => Assert.Empty(Body(TemplateText.Clean("two\nlines      and blanks")).Validate());

    [Fact]
    public void Faults_hold_no_text() =>
        Assert.DoesNotContain("private", new InvalidMessageException(Body("private\nprivate").Validate()).ToString(), StringComparison.Ordinal);
}
