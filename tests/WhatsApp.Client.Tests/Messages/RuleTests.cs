using System.Text;
using WhatsApp.Client.Tests.Messages.Samples;
using static WhatsApp.Client.MessageFaultKind;

namespace WhatsApp.Client.Tests.Messages;

/// <summary>Documented rules that are not lengths or counts: one row each, with the faults it gives.</summary>
public sealed class RuleTests
{
    private static readonly MediaSource NoId = new MediaSource.ById(" ");
    private static readonly MessageHeader Picture = new MessageHeader.Image(MediaSamples.Link("https://cdn.example/a.jpg"));
    private static readonly MessageId Target = new("wamid.X");
    private static readonly FlowReference Flow = new FlowReference.ById("1");

    private static ContactsMessage Contact(ContactCard card) => new([card]);

    private static MediaCarouselMessage Carousel(MediaCarouselCard second) => new("b", [CarouselSamples.UrlCard("a"), second]);

    private static OrderDetailsMessage Order(OrderDetails details) => new("b", details);

    private static OrderDetailsMessage Order(PaymentSetting setting) => new("b", PaymentSamples.Details(setting));

    private static FlowMessage FlowWith(FlowAction action) => new("b", "t", Flow) { Action = action };

    private static MessageFault At(string path, MessageFaultKind kind, int? limit = null, int? actual = null) => new(path, kind, limit, actual);

    public static TheoryData<OutgoingMessage, MessageFault[]> Rules => new()
    {
        { new ImageMessage(NoId), [At("image.id", Missing)] },
        { new VideoMessage(NoId), [At("video.id", Missing)] },
        { new AudioMessage(NoId), [At("audio.id", Missing)] },
        { new DocumentMessage(NoId), [At("document.id", Missing)] },
        { new StickerMessage(NoId), [At("sticker.id", Missing)] },
        { new StickerMessage(null!), [At("sticker", Missing)] },
        { new DocumentMessage(MediaSamples.Uploaded) { Filename = "" }, [At("document.filename", Missing)] },
        { new ReplyButtonsMessage("b", [new("i", "t")]) { Header = new MessageHeader.Image(NoId) }, [At("interactive.header.image.id", Missing)] },
        { new ReplyButtonsMessage("b", [new("i", "t")]) { Header = new MessageHeader.Video(NoId) }, [At("interactive.header.video.id", Missing)] },
        { new ReplyButtonsMessage("b", [new("i", "t")]) { Header = new MessageHeader.Document(NoId, "") }, [At("interactive.header.document.id", Missing), At("interactive.header.document.filename", Missing)] },
        { new LocationMessage(90, 180), [] },
        { new LocationMessage(-90, -180), [] },
        { new LocationMessage(90.01, -180.01), [At("location.latitude", TooLarge, 90, 91), At("location.longitude", TooSmall, -180, -181)] },
        { new LocationMessage(double.NaN, double.PositiveInfinity), [At("location.latitude", TooLarge, 90, int.MaxValue), At("location.longitude", TooLarge, 180, int.MaxValue)] },
        { new ReactionMessage(new MessageId(""), "👍"), [At("reaction.message_id", Missing)] },
        { new ReactionMessage(Target, " "), [At("reaction.emoji", Missing)] },
        { new PinMessage(default, 1), [At("pin.message_id", Missing)] },
        { new PinMessage(Target, 30), [] },
        { new PinMessage(Target, 0), [At("pin.expiration_days", TooSmall, 1, 0)] },
        { new PinMessage(Target, 31), [At("pin.expiration_days", TooLarge, 30, 31)] },
        { Contact(new(new ContactName("Mira"))), [At("contacts[0].name", TooFew, 1, 0)] },
        { Contact(new(new ContactName("") { Suffix = "Jr." })), [At("contacts[0].name.formatted_name", Missing)] },
        { Contact(new(new ContactName("Mira") { FirstName = " " })), [At("contacts[0].name.first_name", Missing)] },
        { Contact(ContactSamples.Small with { Phones = [new("")] }), [At("contacts[0].phones[0].phone", Missing)] },
        { Contact(ContactSamples.Small with { Phones = [new("1", null, "+49 30")] }), [At("contacts[0].phones[0].wa_id", Malformed)] },
        { Contact(ContactSamples.Small with { Emails = [new("")] }), [At("contacts[0].emails[0].email", Missing)] },
        { Contact(ContactSamples.Small with { Urls = [new("")] }), [At("contacts[0].urls[0].url", Missing)] },
        { Contact(ContactSamples.Small with { Addresses = [new() { CountryCode = "deu" }] }), [At("contacts[0].addresses[0].country_code", Malformed)] },
        { new VoiceCallMessage("b") { TtlMinutes = 43_200 }, [] },
        { new VoiceCallMessage("b") { TtlMinutes = 0 }, [At("interactive.action.parameters.ttl_minutes", TooSmall, 1, 0)] },
        { new VoiceCallMessage("b") { TtlMinutes = 43_201 }, [At("interactive.action.parameters.ttl_minutes", TooLarge, 43_200, 43_201)] },
        { new ProductMessage("", " "), [At("interactive.action.catalog_id", Missing), At("interactive.action.product_retailer_id", Missing)] },
        { new ProductListMessage("h", "b", "", [new("t", ["", "p"])]), [At("interactive.action.catalog_id", Missing), At("interactive.action.sections[0].product_items[0].product_retailer_id", Missing)] },
        { new ProductListMessage("h", "b", "1", [new("t", [])]), [At("interactive.action.sections[0].product_items", TooFew, 1, 0)] },
        { new CatalogMessage("b") { ThumbnailProductRetailerId = "" }, [At("interactive.action.parameters.thumbnail_product_retailer_id", Missing)] },
        { new ProductCarouselMessage("b", "", ["p", ""]), [At("interactive.action.cards[].action.catalog_id", Missing), At("interactive.action.cards[1].action.product_retailer_id", Missing)] },
        { Carousel(CarouselSamples.UrlCard("b") with { Body = "1\n2\n3" }), [] },
        { Carousel(CarouselSamples.UrlCard("b") with { Body = "1\n2\n3\n4" }), [At("interactive.action.cards[1].body.text", TooMany, 2, 3)] },
        { Carousel(CarouselSamples.UrlCard("b") with { Header = new MessageHeader.Image(MediaSamples.Uploaded) }), [At("interactive.action.cards[1].header.image.id", NotAllowed)] },
        { Carousel(CarouselSamples.UrlCard("b") with { Header = new MessageHeader.Text("h") }), [At("interactive.action.cards[1].header.type", NotAllowed)] },
        { Carousel(CarouselSamples.UrlCard("b") with { Header = new MessageHeader.Document(MediaSamples.Link("https://cdn.example/a.pdf")) }), [At("interactive.action.cards[1].header.type", NotAllowed)] },
        { Carousel(CarouselSamples.UrlCard("b") with { Header = null! }), [At("interactive.action.cards[1].header", Missing)] },
        { Carousel(new(Picture, new CarouselAction.QuickReplies([new("i", "t")]))), [At("interactive.action.cards[1].action", Mixed)] },
        { Carousel(new(Picture, new CarouselAction.OpenUrl("t", "shop"))), [At("interactive.action.cards[1].action.parameters.url", Malformed)] },
        {
            new MediaCarouselMessage("b", [CarouselSamples.ReplyCard("a"), new(Picture, new CarouselAction.QuickReplies([new("i", "t")]))]),
            [At("interactive.action.cards[1].action", Mixed)]
        },
        {
            new MediaCarouselMessage("b", [CarouselSamples.ReplyCard("a"), CarouselSamples.ReplyCard("a")]),
            [At("interactive.action.cards[1].action.buttons[0].quick_reply.id", Duplicate), At("interactive.action.cards[1].action.buttons[1].quick_reply.id", Duplicate)]
        },
        { new FlowMessage("b", "t", new FlowReference.ById("")), [At("interactive.action.parameters.flow_id", Missing)] },
        { new FlowMessage("b", "t", new FlowReference.ByName("")), [At("interactive.action.parameters.flow_name", Missing)] },
        { new FlowMessage("b", "Book 📅", Flow), [At("interactive.action.parameters.flow_cta", NotAllowed)] },
        { new FlowMessage("b", "Book ☎️", Flow), [At("interactive.action.parameters.flow_cta", NotAllowed)] },
        { new FlowMessage("b", "Réserver ©", Flow), [] },
        { FlowWith(new FlowAction.Navigate("")), [At("interactive.action.parameters.flow_action_payload.screen", Missing)] },
        { FlowWith(new FlowAction.Navigate("S") { Data = "{ }"u8.ToArray() }), [At("interactive.action.parameters.flow_action_payload.data", TooFew, 1, 0)] },
        { FlowWith(new FlowAction.Navigate("S") { Data = "[1]"u8.ToArray() }), [At("interactive.action.parameters.flow_action_payload.data", Malformed)] },
        { new AddressMessage("b", ""), [At("interactive.action.parameters.country", Missing)] },
        { new AddressMessage("b", "in"), [At("interactive.action.parameters.country", Malformed)] },
        { new AddressMessage("b", "IN") { SavedAddresses = [new("", new())] }, [At("interactive.action.parameters.saved_addresses[0].id", Missing)] },
        { Order((OrderDetails)null!), [At("interactive.action.parameters", Missing)] },
        {
            Order(new OrderDetails("", default, "inr", new PaymentAmount(-1, 0), [])),
            [
                At("interactive.action.parameters.reference_id", Missing), At("interactive.action.parameters.type", Missing),
                At("interactive.action.parameters.currency", Malformed), At("interactive.action.parameters.total_amount.value", TooSmall, 0, -1),
                At("interactive.action.parameters.total_amount.offset", TooSmall, 1, 0), At("interactive.action.parameters.payment_settings", TooFew, 1, 0),
            ]
        },
        {
            Order(PaymentSamples.Details(PaymentSamples.Gateway) with { Order = new PaymentOrder([], new PaymentAmount(0), null!) { ExpirationDescription = "soon" } }),
            [
                At("interactive.action.parameters.order.items", TooFew, 1, 0), At("interactive.action.parameters.order.tax", Missing),
                At("interactive.action.parameters.order.expiration.timestamp", Missing),
            ]
        },
        {
            Order(PaymentSamples.Details(PaymentSamples.Gateway) with
            {
                Order = new PaymentOrder([new("Rye", new PaymentAmount(-5), 0)], new PaymentAmount(0), new OrderCharge(new PaymentAmount(-2))),
            }),
            [
                At("interactive.action.parameters.order.items[0].amount.value", TooSmall, 0, -5), At("interactive.action.parameters.order.items[0].quantity", TooSmall, 1, 0),
                At("interactive.action.parameters.order.tax.value", TooSmall, 0, -2),
            ]
        },
        {
            Order(new PaymentSetting.Gateway("", "")),
            [At("interactive.action.parameters.payment_settings[0].payment_gateway.type", Missing), At("interactive.action.parameters.payment_settings[0].payment_gateway.configuration_name", Missing)]
        },
        { Order(new PaymentSetting.PaymentLink("shop")), [At("interactive.action.parameters.payment_settings[0].payment_link.uri", Malformed)] },
        { Order(new PaymentSetting.Boleto("")), [At("interactive.action.parameters.payment_settings[0].boleto.digitable_line", Missing)] },
        { Order(new PaymentSetting.UpiIntentLink("")), [At("interactive.action.parameters.payment_settings[0].upi_intent_link.link", Missing)] },
        { Order(new PaymentSetting.Other("x", Encoding.UTF8.GetBytes("5"))), [At("interactive.action.parameters.payment_settings[0].settings", Malformed)] },
        { new OrderStatusMessage("b", "", default), [At("interactive.action.parameters.reference_id", Missing), At("interactive.action.parameters.order.status", Missing)] },
        { new RawMessage("text", "5"u8.ToArray()), [At("payload", Malformed)] },
        { new ReplyButtonsMessage("b", null!), [At("interactive.action.buttons", TooFew, 1, 0)] },
        { new ReplyButtonsMessage("b", [null!]), [At("interactive.action.buttons[0].reply.id", Missing), At("interactive.action.buttons[0].reply.title", Missing)] },
    };

    [Theory]
    [MemberData(nameof(Rules), DisableDiscoveryEnumeration = true)]
    public void Rule_is_checked(OutgoingMessage message, MessageFault[] expected) => Assert.Equal(expected, message.Validate());

    public static TheoryData<OutgoingMessage, MessageFault[]> Doubts => new()
    {
        { new ListMessage(new string('x', 1024), "o", [new(null, [new("i", "t")])]), [] },
        { new ListMessage(new string('x', 1025), "o", [new(null, [new("i", "t")])]), [At("interactive.body.text", TooLong, 1024, 1025)] },
        { new ListMessage(new string('x', 4097), "o", [new(null, [new("i", "t")])]), [] },
        { new FlowMessage("b", new string('x', 20), Flow), [] },
        { new FlowMessage("b", new string('x', 21), Flow), [At("interactive.action.parameters.flow_cta", TooLong, 20, 21)] },
        { new FlowMessage("b", new string('x', 30), Flow), [At("interactive.action.parameters.flow_cta", TooLong, 20, 30)] },
        { new TextMessage("no address") { PreviewUrl = true }, [At("text.preview_url", NotAllowed)] },
        { new OrderStatusMessage("b", "9", new OrderStatus("lost")), [At("interactive.action.parameters.order.status", Malformed)] },
        { new OrderStatusMessage("b", "9", OrderStatus.Canceled) { Description = new string('x', 121) }, [At("interactive.action.parameters.order.description", TooLong, 120, 121)] },
        {
            new OrderDetailsMessage("b", PaymentSamples.Details(PaymentSamples.Gateway) with { ReferenceId = new string('x', 36) }),
            [At("interactive.action.parameters.reference_id", TooLong, 35, 36)]
        },
        {
            Carousel(CarouselSamples.UrlCard("b") with { Header = new MessageHeader.Video(MediaSamples.Link("https://cdn.example/a.mp4")) }),
            [At("interactive.action.cards[1].header", Mixed)]
        },
    };

    [Theory]
    [MemberData(nameof(Doubts), DisableDiscoveryEnumeration = true)]
    public void Doubt_is_a_warning(OutgoingMessage message, MessageFault[] expected) => Assert.Equal(expected, message.Warnings());
}
