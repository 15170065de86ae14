namespace WhatsApp.Emulator;

/// <summary>Carousels: two to ten cards of one kind, alike in header and buttons.</summary>
internal static class CarouselRules
{
    public static void Check(Param action, EmulatedNumber number)
    {
        action.AllowOnly("cards");
        var cards = action.NeedItems("cards", 2, 10);
        var indexes = new HashSet<int>();
        var shapes = new HashSet<string>(StringComparer.Ordinal);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var card in cards)
        {
            card.AllowOnly("card_index", "type", "header", "body", "action");
            var index = card.FindWhole("card_index", 0, 9) ?? throw new GraphException(GraphError.Missing($"{card.Path}['card_index']"));
            if (!indexes.Add(index) || index >= cards.Count)
                throw new GraphException(GraphError.Invalid($"Param {card.Path}['card_index'] must count from 0 without gaps."));
            var type = card.FindWord("type", "cta_url", "product", "quick_reply") ?? "";
            shapes.Add(type == "product" ? CheckProduct(card, number) : CheckMedia(card, ids));
        }

        if (shapes.Count > 1)
            throw new GraphException(GraphError.Invalid($"Param {action.Path}['cards'] must all have the same kind of header and the same buttons."));
    }

    private static string CheckProduct(Param card, EmulatedNumber number)
    {
        CatalogRules.CheckProduct(card.NeedObject("action"), number);
        return "product " + card.NeedObject("action").NeedText("catalog_id", 200);
    }

    private static string CheckMedia(Param card, HashSet<string> ids)
    {
        var header = card.NeedObject("header");
        var kind = header.NeedWord("type", "image", "video");
        var media = header.NeedObject(kind);
        media.AllowOnly("link");
        media.NeedUrl("link", 4_000);
        if (card.FindObject("body") is { } body)
        {
            body.AllowOnly("text");
            if (body.NeedText("text", 160).Count(c => c == '\n') > 2)
                throw new GraphException(GraphError.Invalid($"Param {body.Path}['text'] must have at most 2 line breaks."));
        }

        var action = card.NeedObject("action");
        if (action.Find("buttons") is null)
        {
            InteractiveRules.CheckCtaUrl(action);
            return $"{kind} cta_url";
        }

        action.AllowOnly("buttons");
        var buttons = action.NeedItems("buttons", 1, 3);
        foreach (var button in buttons)
        {
            button.AllowOnly("type", "quick_reply");
            button.NeedWord("type", "quick_reply");
            var reply = button.NeedObject("quick_reply");
            reply.AllowOnly("id", "title");
            if (!ids.Add(reply.NeedLabel("id", 256)))
                throw new GraphException(GraphError.Invalid($"Param {reply.Path}['id'] is used twice."));
            reply.NeedLabel("title", 20);
        }

        return $"{kind} {buttons.Count} quick_reply";
    }
}
