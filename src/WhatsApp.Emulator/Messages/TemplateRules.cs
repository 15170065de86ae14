using System.Text.Json;

namespace WhatsApp.Emulator;

/// <summary>What can be said of a template send without the template: name, language and the text rules of parameters.</summary>
internal static class TemplateRules
{
    public static void Check(Param template)
    {
        template.NeedText("name", 512);
        template.NeedObject("language").NeedText("code", 20);
        if (template.Find("components") is null)
            return;

        foreach (var component in template.NeedItems("components", 0, 20))
        {
            component.NeedText("type", 100);
            if (component.Find("parameters") is null)
                continue;
            foreach (var parameter in component.NeedItems("parameters", 0, 100))
                CheckParameter(parameter);
        }
    }

    private static void CheckParameter(Param parameter)
    {
        parameter.NeedText("type", 100);
        if (parameter.Find("text") is not { Value.ValueKind: JsonValueKind.String } text)
            return;
        var value = text.Value.GetString()!;
        if (value.Length == 0)
            throw new GraphException(GraphError.Missing(text.Path));
        if (value.AsSpan().IndexOfAny('\n', '\t') >= 0 || value.Contains("     ", StringComparison.Ordinal))
            throw new GraphException(GraphError.Of(132018, $"Param {text.Path} cannot have new-line or tab characters or more than 4 consecutive spaces."));
    }
}
