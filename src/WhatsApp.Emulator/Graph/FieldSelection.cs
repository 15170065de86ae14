namespace WhatsApp.Emulator;

/// <summary>The <c>fields</c> parameter: top-level names, with sub-selections in braces passed over.</summary>
internal static class FieldSelection
{
    public static IReadOnlyList<string> Of(GraphRequest request, IReadOnlyList<string> defaults)
    {
        if (request.Query("fields") is not { Length: > 0 } text)
            return defaults;

        var names = new List<string>();
        var depth = 0;
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : ',';
            if (c == '{')
                depth++;
            else if (c == '}')
                depth--;
            if ((depth == 0 || i == text.Length) && c == ',')
            {
                var name = text[start..i].Split('{', '.')[0].Trim();
                if (name.Length > 0)
                    names.Add(name);
                start = i + 1;
            }
        }

        return names;
    }
}
