using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary>The <c>fields</c> parameter: top-level names, with arguments after a dot and sub-selections in braces.</summary>
internal static class FieldSelection
{
    public static IReadOnlyList<string> Of(GraphRequest request, IReadOnlyList<string> defaults) =>
        Parts(request) is { } parts ? [.. parts.Select(part => part.Split('{', '.')[0].Trim()).Where(name => name.Length > 0)] : defaults;

    /// <summary>The asked-for properties of a node, its id always among them.</summary>
    /// <exception cref="GraphException">100: there is no such field.</exception>
    public static JsonObject Pick(GraphRequest request, JsonObject node, string nodeType, IReadOnlyList<string> defaults)
    {
        var picked = new JsonObject();
        foreach (var field in Of(request, defaults))
        {
            if (!node.TryGetPropertyValue(field, out var value))
                throw new GraphException(GraphError.UnknownField(field, nodeType));
            if (value is not null)
                picked[field] = value.DeepClone();
        }

        if (node["id"] is { } id)
            picked["id"] = id.DeepClone();
        return picked;
    }

    /// <summary>What stands in the parentheses of <c>field.name(value)</c>; null when the field is not asked for.</summary>
    public static IReadOnlyDictionary<string, string>? Arguments(GraphRequest request, string field)
    {
        var part = Parts(request)?.Find(part => part.Split('{', '.')[0].Trim() == field);
        if (part is null)
            return null;
        var arguments = new Dictionary<string, string>(StringComparer.Ordinal);
        var at = part.IndexOf('.', StringComparison.Ordinal);
        while (at >= 0 && part.IndexOf('(', at) is var open and > 0 && Close(part, open) is var close and > 0)
        {
            arguments[part[(at + 1)..open].Trim()] = part[(open + 1)..close].Trim();
            at = part.IndexOf('.', close);
        }

        return arguments;
    }

    private static int Close(string text, int open)
    {
        var depth = 0;
        for (var i = open; i < text.Length; i++)
        {
            if (text[i] == '(')
                depth++;
            else if (text[i] == ')' && --depth == 0)
                return i;
        }

        return -1;
    }

    private static List<string>? Parts(GraphRequest request)
    {
        if (request.Query("fields") is not { Length: > 0 } text)
            return null;
        var parts = new List<string>();
        var depth = 0;
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : ',';
            if (c is '{' or '(' or '[')
                depth++;
            else if (c is '}' or ')' or ']')
                depth--;
            if ((depth == 0 || i == text.Length) && c == ',')
            {
                if (i > start)
                    parts.Add(text[start..i]);
                start = i + 1;
            }
        }

        return parts;
    }
}
