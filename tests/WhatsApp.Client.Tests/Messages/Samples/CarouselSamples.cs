namespace WhatsApp.Client.Tests.Messages.Samples;

internal static class CarouselSamples
{
    public static MediaCarouselCard UrlCard(string name) =>
        new(new MessageHeader.Image(MediaSamples.Link($"https://cdn.example/{name}.jpg")), new CarouselAction.OpenUrl("View", $"https://shop.example/{name}"));

    public static MediaCarouselCard ReplyCard(string name) =>
        new(new MessageHeader.Video(MediaSamples.Link($"https://cdn.example/{name}.mp4")), new CarouselAction.QuickReplies([new($"buy:{name}", "Buy"), new($"more:{name}", "More")]));

    public static IEnumerable<Sample> All =>
    [
        Sample.Interactive(
            new MediaCarouselMessage("Two ideas", [UrlCard("a") with { Body = "Rye" }, UrlCard("b")]),
            """
            {"type":"carousel","body":{"text":"Two ideas"},"action":{"cards":[
             {"card_index":0,"type":"cta_url","header":{"type":"image","image":{"link":"https://cdn.example/a.jpg"}},"body":{"text":"Rye"},
              "action":{"name":"cta_url","parameters":{"display_text":"View","url":"https://shop.example/a"}}},
             {"card_index":1,"type":"cta_url","header":{"type":"image","image":{"link":"https://cdn.example/b.jpg"}},
              "action":{"name":"cta_url","parameters":{"display_text":"View","url":"https://shop.example/b"}}}]}}
            """),
        Sample.Interactive(
            new MediaCarouselMessage("Two ideas", [ReplyCard("a") with { Body = "Rye\nOat" }, ReplyCard("b")]),
            """
            {"type":"carousel","body":{"text":"Two ideas"},"action":{"cards":[
             {"card_index":0,"type":"cta_url","header":{"type":"video","video":{"link":"https://cdn.example/a.mp4"}},"body":{"text":"Rye\nOat"},
              "action":{"buttons":[{"type":"quick_reply","quick_reply":{"id":"buy:a","title":"Buy"}},{"type":"quick_reply","quick_reply":{"id":"more:a","title":"More"}}]}},
             {"card_index":1,"type":"cta_url","header":{"type":"video","video":{"link":"https://cdn.example/b.mp4"}},
              "action":{"buttons":[{"type":"quick_reply","quick_reply":{"id":"buy:b","title":"Buy"}},{"type":"quick_reply","quick_reply":{"id":"more:b","title":"More"}}]}}]}}
            """),
        Sample.Interactive(
            new ProductCarouselMessage("New in", "5550", ["rye-1", "rye-2"]),
            """
            {"type":"carousel","body":{"text":"New in"},"action":{"cards":[
             {"card_index":0,"type":"product","action":{"catalog_id":"5550","product_retailer_id":"rye-1"}},
             {"card_index":1,"type":"product","action":{"catalog_id":"5550","product_retailer_id":"rye-2"}}]}}
            """),
    ];
}
