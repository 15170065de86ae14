using WhatsApp.Client.Tests.Messages.Samples;

namespace WhatsApp.Client.Tests.Messages;

/// <summary>One row per documented length: where it is, a message with a text of that length, the limit.</summary>
internal static class Limits
{
    private const string Body = "interactive.body.text";
    private const string Footer = "interactive.footer.text";
    private const string HeaderText = "interactive.header.text";
    private const string Action = "interactive.action";
    private static readonly MediaSource Media = MediaSamples.Uploaded;
    private static readonly FlowReference Flow = new FlowReference.ById("1");

    public sealed record Row(string Path, Func<string, OutgoingMessage> Create, int Max, bool MayBeEmpty = false);

    public static IEnumerable<Row> All => [.. Plain, .. Interactive, .. Bodies, .. Footers, .. Headers];

    private static IEnumerable<Row> Plain =>
    [
        new("text.body", text => new TextMessage(text), 4096),
        new("image.caption", text => new ImageMessage(Media) { Caption = text }, 1024),
        new("video.caption", text => new VideoMessage(Media) { Caption = text }, 1024),
        new("document.caption", text => new DocumentMessage(Media) { Caption = text }, 1024),
    ];

    private static IEnumerable<Row> Interactive =>
    [
        new($"{Action}.buttons[0].reply.id", text => Buttons(new ReplyButton(text, "t")), 256),
        new($"{Action}.buttons[0].reply.title", text => Buttons(new ReplyButton("i", text)), 20),
        new($"{Action}.button", text => new ListMessage("b", text, [Section()]), 20),
        new($"{Action}.sections[0].title", text => new ListMessage("b", "o", [Section(title: text)]), 24),
        new($"{Action}.sections[0].rows[0].id", text => new ListMessage("b", "o", [Section(id: text)]), 200),
        new($"{Action}.sections[0].rows[0].title", text => new ListMessage("b", "o", [Section(row: text)]), 24),
        new($"{Action}.sections[0].rows[0].description", text => new ListMessage("b", "o", [Section(description: text)]), 72),
        new($"{Action}.parameters.display_text", text => new CtaUrlMessage("b", text, "https://shop.example"), 20),
        new($"{Action}.sections[0].title", text => new ProductListMessage("h", "b", "1", [new(text, ["p"])]), 24),
        new($"{Action}.parameters.display_text", text => new VoiceCallMessage("b") { DisplayText = text }, 20),
        new($"{Action}.parameters.payload", text => new VoiceCallMessage("b") { Payload = text }, 512),
        new($"{Action}.parameters.flow_cta", text => new FlowMessage("b", text, Flow), 30),
        new($"{Action}.cards[1].body.text", text => Carousel(CarouselSamples.UrlCard("b") with { Body = text }), 160),
        new($"{Action}.cards[1].action.parameters.display_text", text => Carousel(CarouselSamples.UrlCard("b") with { Action = new CarouselAction.OpenUrl(text, "https://shop.example") }), 20),
        new($"{Action}.cards[1].action.buttons[0].quick_reply.id", text => Replies(new ReplyButton(text, "t")), 256),
        new($"{Action}.cards[1].action.buttons[0].quick_reply.title", text => Replies(new ReplyButton("i", text)), 20),
        new($"{Action}.parameters.values.in_pin_code", text => new AddressMessage("b", "IN") { Values = new() { InPinCode = text } }, 6, MayBeEmpty: true),
        new($"{Action}.parameters.saved_addresses[0].value.in_pin_code", text => new AddressMessage("b", "IN") { SavedAddresses = [new("1", new() { InPinCode = text })] }, 6, MayBeEmpty: true),
        new($"{Action}.parameters.order.items[0].name", text => new OrderDetailsMessage("b", PaymentSamples.Details(PaymentSamples.Gateway) with
        {
            Order = new PaymentOrder([new(text, new PaymentAmount(1), 1)], new PaymentAmount(1), new OrderCharge(new PaymentAmount(0))),
        }), 60),
    ];

    private static IEnumerable<Row> Bodies =>
    [
        new(Body, text => new ReplyButtonsMessage(text, [new("i", "t")]), 1024),
        new(Body, text => new ListMessage(text, "o", [Section()]), 4096),
        new(Body, text => new CtaUrlMessage(text, "t", "https://shop.example"), 1024),
        new(Body, text => new LocationRequestMessage(text), 1024),
        new(Body, text => new RequestContactInfoMessage(text), 1024),
        new(Body, text => new CallPermissionRequestMessage(text), 1024),
        new(Body, text => new VoiceCallMessage(text), 1024),
        new(Body, text => new ProductMessage("1", "p") { Body = text }, 1024),
        new(Body, text => new ProductListMessage("h", text, "1", [new("t", ["p"])]), 1024),
        new(Body, text => new CatalogMessage(text), 1024),
        new(Body, text => new MediaCarouselMessage(text, [CarouselSamples.UrlCard("a"), CarouselSamples.UrlCard("b")]), 1024),
        new(Body, text => new ProductCarouselMessage(text, "1", ["a", "b"]), 1024),
        new(Body, text => new FlowMessage(text, "t", Flow), 1024),
        new(Body, text => new AddressMessage(text, "IN"), 1024),
        new(Body, text => new OrderDetailsMessage(text, PaymentSamples.Details(PaymentSamples.Gateway)), 1024),
        new(Body, text => new OrderStatusMessage(text, "9", OrderStatus.Shipped), 1024),
    ];

    private static IEnumerable<Row> Footers =>
    [
        new(Footer, text => Buttons(new ReplyButton("i", "t")) with { Footer = text }, 60),
        new(Footer, text => new ListMessage("b", "o", [Section()]) { Footer = text }, 60),
        new(Footer, text => new CtaUrlMessage("b", "t", "https://shop.example") { Footer = text }, 60),
        new(Footer, text => new ProductMessage("1", "p") { Footer = text }, 60),
        new(Footer, text => new ProductListMessage("h", "b", "1", [new("t", ["p"])]) { Footer = text }, 60),
        new(Footer, text => new CatalogMessage("b") { Footer = text }, 60),
        new(Footer, text => new FlowMessage("b", "t", Flow) { Footer = text }, 60),
        new(Footer, text => new AddressMessage("b", "IN") { Footer = text }, 60),
        new(Footer, text => new OrderDetailsMessage("b", PaymentSamples.Details(PaymentSamples.Gateway)) { Footer = text }, 60),
        new(Footer, text => new OrderStatusMessage("b", "9", OrderStatus.Shipped) { Footer = text }, 60),
    ];

    private static IEnumerable<Row> Headers =>
    [
        new(HeaderText, text => Buttons(new ReplyButton("i", "t")) with { Header = new MessageHeader.Text(text) }, 60),
        new(HeaderText, text => new ListMessage("b", "o", [Section()]) { Header = text }, 60),
        new(HeaderText, text => new CtaUrlMessage("b", "t", "https://shop.example") { Header = new MessageHeader.Text(text) }, 60),
        new(HeaderText, text => new ProductListMessage(text, "b", "1", [new("t", ["p"])]), 60),
        new(HeaderText, text => new FlowMessage("b", "t", Flow) { Header = new MessageHeader.Text(text) }, 60),
        new(HeaderText, text => new AddressMessage("b", "IN") { Header = new MessageHeader.Text(text) }, 60),
        new(HeaderText, text => new OrderDetailsMessage("b", PaymentSamples.Details(PaymentSamples.Gateway)) { Header = new MessageHeader.Text(text) }, 60),
        new(HeaderText, text => new OrderStatusMessage("b", "9", OrderStatus.Shipped) { Header = new MessageHeader.Text(text) }, 60),
    ];

    private static ReplyButtonsMessage Buttons(ReplyButton button) => new("b", [button]);

    private static ListSection Section(string? title = null, string id = "i", string row = "t", string? description = null) => new(title, [new(id, row, description)]);

    private static MediaCarouselMessage Carousel(MediaCarouselCard second) => new("b", [CarouselSamples.UrlCard("a"), second]);

    private static MediaCarouselMessage Replies(ReplyButton button)
    {
        var header = new MessageHeader.Image(MediaSamples.Link("https://cdn.example/a.jpg"));
        return new("b", [new(header, new CarouselAction.QuickReplies([new("first", "t")])), new(header, new CarouselAction.QuickReplies([button]))]);
    }
}
