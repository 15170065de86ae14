namespace WhatsApp.Client.Tests.Messages.Samples;

internal static class ButtonSamples
{
    private static readonly MediaSource Uploaded = MediaSamples.Uploaded;

    private static Sample Header(MessageHeader header, string json) => Sample.Interactive(
        new ReplyButtonsMessage("Hi", [new("a", "A")]) { Header = header },
        $$$"""{"type":"button","header":{{{json}}},"body":{"text":"Hi"},"action":{"buttons":[{"type":"reply","reply":{"id":"a","title":"A"}}]}}""");

    private static Sample CtaHeader(MessageHeader header, string json) => Sample.Interactive(
        new CtaUrlMessage("Hi", "Open", "https://shop.example") { Header = header },
        $$$$"""{"type":"cta_url","header":{{{{json}}}},"body":{"text":"Hi"},"action":{"name":"cta_url","parameters":{"display_text":"Open","url":"https://shop.example"}}}""");

    public static IEnumerable<Sample> All =>
    [
        Sample.Interactive(
            new ReplyButtonsMessage("Confirm order 9?", [new("ok:9", "Confirm"), new("no:9", "Cancel"), new("help:9", "Help")])
            {
                Header = new MessageHeader.Image(Uploaded),
                Footer = "Bread & Co",
            },
            """
            {"type":"button","header":{"type":"image","image":{"id":"900100"}},"body":{"text":"Confirm order 9?"},"footer":{"text":"Bread & Co"},
             "action":{"buttons":[{"type":"reply","reply":{"id":"ok:9","title":"Confirm"}},{"type":"reply","reply":{"id":"no:9","title":"Cancel"}},
             {"type":"reply","reply":{"id":"help:9","title":"Help"}}]}}
            """),
        Sample.Interactive(
            new ReplyButtonsMessage("Hi", [new("a", "A")]),
            """{"type":"button","body":{"text":"Hi"},"action":{"buttons":[{"type":"reply","reply":{"id":"a","title":"A"}}]}}"""),
        Header(new MessageHeader.Text("Hello"), """{"type":"text","text":"Hello"}"""),
        Header(new MessageHeader.Image(MediaSamples.Link("https://cdn.example/a.jpg")), """{"type":"image","image":{"link":"https://cdn.example/a.jpg"}}"""),
        Header(new MessageHeader.Video(Uploaded), """{"type":"video","video":{"id":"900100"}}"""),
        Header(new MessageHeader.Document(Uploaded), """{"type":"document","document":{"id":"900100"}}"""),
        Header(new MessageHeader.Document(Uploaded, "list.pdf"), """{"type":"document","document":{"id":"900100","filename":"list.pdf"}}"""),
        Sample.Interactive(
            new CtaUrlMessage("Pay here", "Checkout", "https://shop.example/c/1?key=a") { Footer = "Secure" },
            """
            {"type":"cta_url","body":{"text":"Pay here"},"footer":{"text":"Secure"},
             "action":{"name":"cta_url","parameters":{"display_text":"Checkout","url":"https://shop.example/c/1?key=a"}}}
            """),
        CtaHeader(new MessageHeader.Text("Hello"), """{"type":"text","text":"Hello"}"""),
        CtaHeader(new MessageHeader.Image(Uploaded), """{"type":"image","image":{"id":"900100"}}"""),
        CtaHeader(new MessageHeader.Video(MediaSamples.Link("https://cdn.example/v.mp4")), """{"type":"video","video":{"link":"https://cdn.example/v.mp4"}}"""),
        CtaHeader(new MessageHeader.Document(Uploaded, "list.pdf"), """{"type":"document","document":{"id":"900100","filename":"list.pdf"}}"""),
    ];
}
