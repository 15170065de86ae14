using System.Text.Json;

namespace WhatsApp.Emulator;

/// <summary>A template send against the template itself: its state, the number of parameters and their kinds, the texts.</summary>
internal static class TemplateRules
{
    public static EmulatedTemplate? Check(Param send, EmulatedNumber number, Recipient recipient, EmulatedCloud cloud)
    {
        send.AllowOnly("name", "language", "components", "namespace");
        var name = send.NeedText("name", 512);
        var code = send.NeedObject("language").NeedText("code", 20);
        var components = send.Find("components") is null ? [] : send.NeedItems("components", 0, 20);
        foreach (var component in components)
            CheckTexts(component);
        if (Find(number, name, code, cloud) is not { } template)
            return null;

        RequireSendable(template);
        if (template.Shape.IsOtp && recipient.UserId is not null)
            throw new GraphException(GraphError.Of(131062, "An authentication template can be sent to a phone number only."));
        TemplateParameters.Check(components, template, number, cloud);
        if (TemplateRendering.Render(template, send.Value).Text is { } text && text.EnumerateRunes().Count() > 1_024)
            throw new GraphException(GraphError.Of(132005, "The body has more than 1024 characters once the parameters are filled in."));
        return template;
    }

    private static EmulatedTemplate? Find(EmulatedNumber number, string name, string code, EmulatedCloud cloud)
    {
        var book = number.Waba.Templates;
        if (book.Find(name, code) is { Status: not ("PENDING" or "REJECTED" or "ARCHIVED" or "IN_APPEAL") } template)
            return template;
        if (!book.HasName(name) && cloud.Options.AcceptsUnknownTemplates)
            return null;
        throw new GraphException(GraphError.Of(132001, $"template name ({name}) does not exist in {code}"));
    }

    private static void RequireSendable(EmulatedTemplate template)
    {
        switch (template.Status)
        {
            case "PAUSED":
                throw new GraphException(GraphError.Of(132015, $"template ({template.Name}) is paused because of its quality"));
            case "DISABLED":
                throw new GraphException(GraphError.Of(132016, $"template ({template.Name}) is disabled because of its quality"));
        }
    }

    /// <summary>What holds for the texts of any template.</summary>
    private static void CheckTexts(Param component)
    {
        component.NeedText("type", 100);
        if (component.Find("cards") is not null)
        {
            foreach (var card in component.NeedItems("cards", 1, 10))
            {
                foreach (var inner in card.NeedItems("components", 0, 10))
                    CheckTexts(inner);
            }
        }

        if (component.Find("parameters") is null)
            return;
        foreach (var parameter in component.NeedItems("parameters", 0, 100))
        {
            parameter.NeedText("type", 100);
            if (parameter.Find("text") is not { Value.ValueKind: JsonValueKind.String } text)
                continue;
            var value = text.Value.GetString()!;
            if (value.Length == 0)
                throw new GraphException(GraphError.Missing(text.Path));
            if (value.AsSpan().IndexOfAny('\n', '\t') >= 0 || value.Contains("     ", StringComparison.Ordinal))
                throw new GraphException(GraphError.Of(132018, $"Param {text.Path} cannot have new-line or tab characters or more than 4 consecutive spaces."));
        }
    }
}
