namespace WhatsApp.Emulator;

/// <summary>Direct send: a text with a category, billed like a template without there being one.</summary>
internal static class DirectSendRules
{
    /// <returns>The id of the template that statuses name; null for an ordinary send.</returns>
    /// <exception cref="GraphException">100 or 131009: it cannot be sent directly.</exception>
    public static string? TemplateId(Param body, string type)
    {
        if (type == "template" || body.FindWord("category", "utility", "authentication", "service") is null)
            return null;
        if (type != "text")
            throw new GraphException(GraphError.Unsupported("Param category is for messages of type TEXT."));
        var text = body.NeedObject("text");
        text.NeedText("body", 1_024);
        if (text.FindFlag("preview_url") == true)
            throw new GraphException(GraphError.Unsupported("Param text['preview_url'] is not allowed with category."));
        body.FindWhole("message_send_ttl", 30, 2_592_000);
        return body.FindObject("direct_send_config")?.FindText("template_name", 512) is { } name ? name : "900000000000001";
    }
}
