using System.Text;
using static WhatsApp.Client.TemplateButton;

namespace WhatsApp.Client.Tests.Templates;

/// <summary>The expected templates are written by hand from the platform's documentation.</summary>
public sealed class TemplateJsonTests
{
    private static readonly MediaSource File = new MediaSource.ById("900101");
    private static readonly MediaSource Link = new MediaSource.ByLink(new Uri("https://cdn.example/a.mp4"));

    private static TemplateMessage Sale => new("sale", "de");

    public static TheoryData<TemplateMessage, string> Components => new()
    {
        { Sale with { Header = new TemplateHeader.Text("Mira") }, """{"type":"header","parameters":[{"type":"text","text":"Mira"}]}""" },
        {
            Sale with { Header = new TemplateHeader.Text("Mira") { ParameterName = "first_name" } },
            """{"type":"header","parameters":[{"type":"text","parameter_name":"first_name","text":"Mira"}]}"""
        },
        { Sale with { Header = new TemplateHeader.Image(File) }, """{"type":"header","parameters":[{"type":"image","image":{"id":"900101"}}]}""" },
        { Sale with { Header = new TemplateHeader.Video(Link) }, """{"type":"header","parameters":[{"type":"video","video":{"link":"https://cdn.example/a.mp4"}}]}""" },
        { Sale with { Header = new TemplateHeader.Gif(Link) }, """{"type":"header","parameters":[{"type":"gif","gif":{"link":"https://cdn.example/a.mp4"}}]}""" },
        {
            Sale with { Header = new TemplateHeader.Document(File, "invoice.pdf") },
            """{"type":"header","parameters":[{"type":"document","document":{"id":"900101","filename":"invoice.pdf"}}]}"""
        },
        { Sale with { Header = new TemplateHeader.Document(File) }, """{"type":"header","parameters":[{"type":"document","document":{"id":"900101"}}]}""" },
        {
            Sale with { Header = new TemplateHeader.Location(52.5, -13.4, "Shop", "Street 1") },
            """{"type":"header","parameters":[{"type":"location","location":{"latitude":52.5,"longitude":-13.4,"name":"Shop","address":"Street 1"}}]}"""
        },
        {
            Sale with { Header = new TemplateHeader.Product("5550", "rye-1") },
            """{"type":"header","parameters":[{"type":"product","product":{"catalog_id":"5550","product_retailer_id":"rye-1"}}]}"""
        },
        { Sale with { Body = ["Mira", "A-9"] }, """{"type":"body","parameters":[{"type":"text","text":"Mira"},{"type":"text","text":"A-9"}]}""" },
        {
            Sale with { Body = [("first_name", "Mira"), ("order", "A-9")] },
            """{"type":"body","parameters":[{"type":"text","parameter_name":"first_name","text":"Mira"},{"type":"text","parameter_name":"order","text":"A-9"}]}"""
        },
        {
            Sale with { Body = [new TemplateParameter.Currency("12,90 €", "EUR", 12.9m), new TemplateParameter.DateTime("3 May, 8:00")] },
            """
            {"type":"body","parameters":[{"type":"currency","currency":{"fallback_value":"12,90 €","code":"EUR","amount_1000":12900}},
             {"type":"date_time","date_time":{"fallback_value":"3 May, 8:00"}}]}
            """
        },
        { Sale with { Buttons = [new QuickReply(1, "help:A-9")] }, """{"type":"button","sub_type":"quick_reply","index":"1","parameters":[{"type":"payload","payload":"help:A-9"}]}""" },
        { Sale with { Buttons = [new Url(0, "A-9")] }, """{"type":"button","sub_type":"url","index":"0","parameters":[{"type":"text","text":"A-9"}]}""" },
        { Sale with { Buttons = [new CopyCode(0, "RYE25")] }, """{"type":"button","sub_type":"copy_code","index":"0","parameters":[{"type":"coupon_code","coupon_code":"RYE25"}]}""" },
        {
            Sale with { Buttons = [new Flow(0) { FlowToken = "tok-7", ActionData = Encoding.UTF8.GetBytes("""{"branch":"mitte"}""") }] },
            """{"type":"button","sub_type":"flow","index":"0","parameters":[{"type":"action","action":{"flow_token":"tok-7","flow_action_data":{"branch":"mitte"}}}]}"""
        },
        { Sale with { Buttons = [new Flow(0)] }, """{"type":"button","sub_type":"flow","index":"0","parameters":[{"type":"action","action":{}}]}""" },
        {
            Sale with { Buttons = [new Catalog(0, "rye-1")] },
            """{"type":"button","sub_type":"catalog","index":"0","parameters":[{"type":"action","action":{"thumbnail_product_retailer_id":"rye-1"}}]}"""
        },
        {
            Sale with { Buttons = [new Mpm(0, "rye-1", [new("Loaves", ["rye-1", "rye-2"]), new("Rolls", ["oat-1"])])] },
            """
            {"type":"button","sub_type":"mpm","index":"0","parameters":[{"type":"action","action":{"thumbnail_product_retailer_id":"rye-1","sections":[
             {"title":"Loaves","product_items":[{"product_retailer_id":"rye-1"},{"product_retailer_id":"rye-2"}]},
             {"title":"Rolls","product_items":[{"product_retailer_id":"oat-1"}]}]}}]}
            """
        },
        {
            Sale with
            {
                Buttons =
                [
                    new TemplateButton.OrderDetails(0, new("order-9", GoodsType.PhysicalGoods, "INR", new(21000, 100), [new PaymentSetting.Gateway("razorpay", "shop")])),
                ],
            },
            """
            {"type":"button","sub_type":"order_details","index":"0","parameters":[{"type":"action","action":{"order_details":{
             "reference_id":"order-9","type":"physical-goods","currency":"INR","total_amount":{"value":21000,"offset":100},
             "payment_settings":[{"type":"payment_gateway","payment_gateway":{"type":"razorpay","configuration_name":"shop"}}]}}}]}
            """
        },
        {
            Sale with { Buttons = [new VoiceCall(0) { TtlMinutes = 100, Payload = "A-9" }] },
            """{"type":"button","sub_type":"voice_call","index":"0","parameters":[{"type":"ttl_minutes","ttl_minutes":100},{"type":"payload","payload":"A-9"}]}"""
        },
        { Sale with { Buttons = [new VoiceCall(0) { Payload = "A-9" }] }, """{"type":"button","sub_type":"voice_call","index":"0","parameters":[{"type":"payload","payload":"A-9"}]}""" },
        {
            Sale with { OfferExpires = DateTimeOffset.FromUnixTimeMilliseconds(1_790_000_000_123), Buttons = [new CopyCode(0, "RYE25"), new Url(1, "a")] },
            """
            {"type":"limited_time_offer","parameters":[{"type":"limited_time_offer","limited_time_offer":{"expiration_time_ms":1790000000123}}]},
            {"type":"button","sub_type":"copy_code","index":"0","parameters":[{"type":"coupon_code","coupon_code":"RYE25"}]},
            {"type":"button","sub_type":"url","index":"1","parameters":[{"type":"text","text":"a"}]}
            """
        },
        {
            Sale with
            {
                Body = ["Mira"],
                Cards =
                [
                    new() { Header = new TemplateHeader.Image(File), Body = ["Rye"], Buttons = [new QuickReply(0, "rye"), new Url(1, "rye")] },
                    new() { Header = new TemplateHeader.Image(File), Body = ["Oat"], Buttons = [new QuickReply(0, "oat"), new Url(1, "oat")] },
                ],
            },
            """
            {"type":"body","parameters":[{"type":"text","text":"Mira"}]},
            {"type":"carousel","cards":[
             {"card_index":0,"components":[{"type":"header","parameters":[{"type":"image","image":{"id":"900101"}}]},
              {"type":"body","parameters":[{"type":"text","text":"Rye"}]},
              {"type":"button","sub_type":"quick_reply","index":"0","parameters":[{"type":"payload","payload":"rye"}]},
              {"type":"button","sub_type":"url","index":"1","parameters":[{"type":"text","text":"rye"}]}]},
             {"card_index":1,"components":[{"type":"header","parameters":[{"type":"image","image":{"id":"900101"}}]},
              {"type":"body","parameters":[{"type":"text","text":"Oat"}]},
              {"type":"button","sub_type":"quick_reply","index":"0","parameters":[{"type":"payload","payload":"oat"}]},
              {"type":"button","sub_type":"url","index":"1","parameters":[{"type":"text","text":"oat"}]}]}]}
            """
        },
        {
            Sale with { Cards = [new() { Header = new TemplateHeader.Product("5550", "rye-1") }, new() { Header = new TemplateHeader.Product("5550", "oat-1") }] },
            """
            {"type":"carousel","cards":[
             {"card_index":0,"components":[{"type":"header","parameters":[{"type":"product","product":{"catalog_id":"5550","product_retailer_id":"rye-1"}}]}]},
             {"card_index":1,"components":[{"type":"header","parameters":[{"type":"product","product":{"catalog_id":"5550","product_retailer_id":"oat-1"}}]}]}]}
            """
        },
        {
            Sale with { OneTimePassword = "123456" },
            """
            {"type":"body","parameters":[{"type":"text","text":"123456"}]},
            {"type":"button","sub_type":"url","index":"0","parameters":[{"type":"text","text":"123456"}]}
            """
        },
        {
            Sale with { Body = ["Mira"], OtherComponents = [Encoding.UTF8.GetBytes("""{"type":"tap_target_configuration","parameters":[{"x":1}]}""")] },
            """{"type":"body","parameters":[{"type":"text","text":"Mira"}]},{"type":"tap_target_configuration","parameters":[{"x":1}]}"""
        },
    };

    private static string Written(OutgoingMessage message) => Encoding.UTF8.GetString(MessageJson.Write(message));

    [Theory]
    [MemberData(nameof(Components), DisableDiscoveryEnumeration = true)]
    public void Component_is_as_documented(TemplateMessage message, string expected)
    {
        Assert.Empty(message.Validate());
        Json.AssertEqual($$$"""{"type":"template","template":{"name":"sale","language":{"code":"de"},"components":[{{{expected}}}]}}""", Written(message));
    }

    [Fact]
    public void Template_without_variables_has_no_components() =>
        Json.AssertEqual("""{"type":"template","template":{"name":"sale","language":{"code":"de"}}}""", Written(Sale));

    [Fact]
    public void Language_policy_is_written_when_given() =>
        Json.AssertEqual(
            """{"type":"template","template":{"name":"sale","language":{"policy":"deterministic","code":"de"}}}""",
            Written(Sale with { LanguagePolicy = "deterministic" }));

    [Fact]
    public void Whole_template_is_as_documented() =>
        Json.AssertEqual(
            """
            {"type":"template","template":{"name":"order_shipped","language":{"code":"de"},"components":[
              {"type":"header","parameters":[{"type":"document","document":{"id":"900101","filename":"invoice.pdf"}}]},
              {"type":"body","parameters":[{"type":"text","parameter_name":"first_name","text":"Mira"},{"type":"text","parameter_name":"order","text":"A-9"}]},
              {"type":"button","sub_type":"url","index":"0","parameters":[{"type":"text","text":"A-9"}]},
              {"type":"button","sub_type":"quick_reply","index":"1","parameters":[{"type":"payload","payload":"help:A-9"}]}]}}
            """,
            Written(new TemplateMessage("order_shipped", "de")
            {
                Header = new TemplateHeader.Document(File, "invoice.pdf"),
                Body = [("first_name", "Mira"), ("order", "A-9")],
                Buttons = [new Url(0, "A-9"), new QuickReply(1, "help:A-9")],
            }));

    [Fact]
    public void Parts_print_their_kind_only()
    {
        Assert.Equal("TemplateMessage", (Sale with { Body = ["Mira"] }).ToString());
        Assert.Equal("TemplateHeader.Text", new TemplateHeader.Text("Mira").ToString());
        Assert.Equal("TemplateParameter.Text", ((TemplateParameter)"Mira").ToString());
        Assert.Equal("TemplateButton.QuickReply", new QuickReply(0, "Mira").ToString());
        Assert.Equal("TemplateCard", new TemplateCard { Body = ["Mira"] }.ToString());
    }
}
